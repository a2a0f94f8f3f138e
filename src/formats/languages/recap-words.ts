/** What a recap says about the occurrence it stands for. */
export const HAPPENED = [
  'not-held',
  'cancelled',
  'away',
  'own-absence',
  'agreed-skip',
  'moved',
  'held',
  'held-away',
  'plain',
] as const;
export type Happened = (typeof HAPPENED)[number];

/** What the first sentence is about. */
export interface MailOpening {
  /** Null: today. */
  readonly date: string | null;
  /** `, from 14:40 on` for somebody who was there before; else empty. */
  readonly part: string;
  readonly oneToOne: boolean;
  /** There is something to tell. */
  readonly told: boolean;
}

/** `unsaid`: whether there was a meeting of theirs that day is not known, or there was none. */
export type DecidedAt = 'sync' | 'meeting' | 'outside' | 'unsaid';

/** All words of a recap in one language; everything else comes from what was decided. */
export interface RecapWords {
  /** `Thu 29 Oct` of a day, given at its UTC midnight. */
  readonly date: (day: Date) => string;
  readonly info: (what: string) => string;
  readonly severalDecisions: (count: number, meeting: string) => string;
  readonly greeting: (names: readonly string[]) => string;
  readonly happened: Readonly<Record<Happened, (opening: MailOpening) => string>>;
  readonly from: (clock: string) => string;
  readonly until: (clock: string) => string;
  readonly thanksForWord: string;
  readonly decided: string;
  readonly nothingDecided: string;
  /** Something was decided there, and it went to the reader before. */
  readonly toldBefore: (names: string) => string;
  /** What follows was not all decided at the meeting that was just named. */
  readonly notToldYet: string;
  /** Where and when something was decided, if it was not at the meeting the mail is about. */
  readonly decidedElsewhere: (date: string, place: DecidedAt) => string;
  readonly nothingNeeded: string;
  /** To somebody who was to be heard, and until when it can still be changed; null: no longer. */
  readonly yourView: (until: string | null) => string;
  readonly ifProblem: string;
  readonly ifProblemBy: (date: string) => string;
  readonly newestFirst: (count: number) => string;
  readonly more: (count: number) => string;
  /** Of a question whose time is over. */
  readonly viewStill: string;
  /** Of a question that has a mail of its own. */
  readonly inThatMail: (date: string) => string;
  readonly undecided: string;
  readonly why: string;
  readonly notChosen: string;
  readonly impact: string;
  readonly owner: string;
  readonly undoUntil: (date: string) => string;
  readonly reply: string;
  readonly answers: { readonly fine: string; readonly talk: string; readonly problem: string };
  readonly problemBody: string;
  readonly next: string;
  readonly footer: (numbers: string, date: string, owner: string) => string;
  readonly consulted: (names: string) => string;
  readonly informed: (names: string) => string;
}
