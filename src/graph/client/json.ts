/** Any JSON object: nothing is known of its members until somebody looked. */
export type Json = Readonly<Record<string, unknown>>;

/** An object's members, or null for anything else. */
export const fieldsOf = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;

/** The members of a member: empty where there is no object. */
export const within = (value: unknown, name: string): Json => fieldsOf(fieldsOf(value)?.[name]) ?? {};

/** A text with something in it, else null. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A whole number from zero, else null. */
export const countOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** Text as JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
