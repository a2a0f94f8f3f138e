/** Outlook's ids as Graph writes them: EWS ids differ in two letters only. */
export const graphId = (id: string): string => id.replaceAll('/', '-').replaceAll('+', '_');

/** Immutable ids of items carry this head; others may change when the item moves. */
export const isImmutable = (id: string): boolean => id.startsWith('AAkA');
