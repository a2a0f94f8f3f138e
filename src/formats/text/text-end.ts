/**
 * The text without the signs of one kind at its end. A pattern such as `/ +$/` tries every run of them within the text as
 * well, and each from every place in it: on a line of spaces that takes the square of its length.
 */
export function withoutAtEnd(text: string, one: RegExp): string {
  let end = text.length;
  while (end > 0 && one.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
