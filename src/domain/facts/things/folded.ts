/** Accents of Latin, Greek and Cyrillic letters. What a mark does in other scripts makes another letter of it. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** Nobody sees them: soft hyphens, joiners, spaces of no width. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** What is written alike but for case, width and accents is the same here. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    // By way of capitals, so that ß and ss, σ and ς are one.
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC');
