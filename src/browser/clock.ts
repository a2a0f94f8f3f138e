/** The one place where the pane reads the time: the system clock. */
export const clock = (): number => Date.now();
