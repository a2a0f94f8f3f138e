/** The three ways to say something beside what the record says. */
export const SAYING_AGAINST = ['Correct', 'Dispute', 'Add a note'] as const;
export type SayingAgainst = (typeof SAYING_AGAINST)[number];
