import type { Locator } from 'playwright-core';

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

/** The mail as it stands on screen before it goes: sender, subject, how it begins, and what is read below. */
export const shownMail = (within: Locator, to: string) =>
  within.getByRole('article', { name: `The mail to ${to}`, exact: true });

/** Its fields, which are a second step; its text among them. */
export async function editing(within: Locator): Promise<Locator> {
  const edit = within.getByRole('button', { name: 'Edit', exact: true });
  await edit.waitFor({ timeout: 30_000 });
  if ((await edit.getAttribute('aria-expanded')) === 'false') await edit.click();
  return within.getByRole('textbox', { name: 'Message', exact: true });
}
