export const COPIED = 'Copied';

/**
 * Copies what a text field holds, and tells what came of it. The clipboard of `navigator` is closed to frames inside
 * Outlook, so the field is selected and copied as a person would; where the browser refuses, the text stands selected.
 */
export function copyText(field: HTMLTextAreaElement): string {
  field.focus();
  field.select();
  return document.execCommand('copy') ? COPIED : 'Press Ctrl+C: the text is selected';
}
