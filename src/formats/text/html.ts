const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters have no place in HTML, half a surrogate pair none in mail. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
    .replace(/[\p{Cc}\p{Cs}]+/gu, (signs) => (/^[\t\r\n]+$/.test(signs) ? ' ' : '\uFFFD'));
