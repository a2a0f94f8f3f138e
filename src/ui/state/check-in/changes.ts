/** The three ways to say something beside what the record says. */
export const SAYING_AGAINST = ['Correct', 'Dispute', 'Add a note'] as const;
export type SayingAgainst = (typeof SAYING_AGAINST)[number];
/** The ways to say more than one tap can, or otherwise than the record. */
export const CHANGES = ['Adjust', ...SAYING_AGAINST, 'Add report'] as const;
export type Change = (typeof CHANGES)[number];
