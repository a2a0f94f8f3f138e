/** Runs a command, and says every few seconds that it is at it. */
export function busy(
  what: string,
  command: string,
  words: readonly string[],
  options?: { readonly cwd?: string; readonly shell?: boolean },
  out?: { readonly isTTY?: boolean; readonly write: (text: string) => unknown },
): Promise<{ readonly status: number; readonly said: string }>;
