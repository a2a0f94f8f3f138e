/**
 * Whether Esc was pressed, and for whom: what is open here closes, and Office.js, which listens at the window and
 * would give the focus back to Outlook, hears nothing of it. With nothing open Esc is Outlook's.
 */
export function escaped(pressed: KeyboardEvent): boolean {
  if (pressed.key !== 'Escape') return false;
  pressed.preventDefault();
  pressed.stopPropagation();
  return true;
}
