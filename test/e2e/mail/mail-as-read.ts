/** As a mail program that knows no HTML shows it. */
export const plain = (html: string) =>
  html
    .replace(/^[\s\S]*?<body>/, '')
    .replace(/[\r\n]+/g, '')
    // Rows of air.
    .replace(/<tr><td[^>]*>&nbsp;<\/td><\/tr>/g, '')
    .replace(/<br>/g, '\n')
    .replace(/<\/b><table/g, '\n<table')
    .replace(/<\/td><td/g, '</td> <td')
    .replace(/<\/tr>(?!<\/tbody><\/table><\/td>)/g, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/&#39;/g, "'")
    .trim();

/** To whom a mail went. */
export const addresses = (people: readonly unknown[]) =>
  people.map((one) => (one as { emailAddress: { address: string } }).emailAddress.address);
