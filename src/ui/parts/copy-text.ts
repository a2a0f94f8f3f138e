/**
 * Copies what a text field holds. The clipboard of `navigator` is closed to frames inside Outlook, so the field
 * is selected and copied as a person would; false when the browser refuses: the text then stands selected.
 */
export function copyText(field: HTMLTextAreaElement): boolean {
  field.focus();
  field.select();
  return document.execCommand('copy');
}
