/** What a recap says about the occurrence it stands for. */
export const HAPPENED = [
  'not-held',
  'cancelled',
  'cancelled-ahead',
  'away',
  'own-absence',
  'agreed-skip',
  'moved',
  'held',
  'held-away',
  'plain',
] as const;
export type Happened = (typeof HAPPENED)[number];

/** The meeting, as half a sentence speaks of it. */
export interface MeetingNamed {
  /** Null: today. */
  readonly date: string | null;
  /** `, from 14:40 on` for somebody who was there before; else empty. */
  readonly part: string;
  readonly oneToOne: boolean;
}

/** `unsaid`: whether there was a meeting of theirs that day is not known, or there was none. */
export const DECIDED_AT = ['sync', 'meeting', 'outside', 'unsaid'] as const;
export type DecidedAt = (typeof DECIDED_AT)[number];

/** All words of a recap in one language; everything else comes from what was decided. */
export interface RecapWords {
  /** `Thu 29 Oct` of a day, given at its UTC midnight. */
  readonly date: (day: Date) => string;
  readonly info: (what: string) => string;
  /** What matters most, and how many others there are. */
  readonly andOthers: (about: string, count: number) => string;
  /** Nothing was decided, or nothing that was not told before. */
  readonly nothingNew: string;
  readonly greeting: (names: readonly string[]) => string;
  /** Half a sentence each, behind a semicolon at the end of the mail. */
  readonly happened: Readonly<Record<Happened, (meeting: MeetingNamed) => string>>;
  readonly from: (clock: string) => string;
  readonly until: (clock: string) => string;
  /** Half a sentence. */
  readonly thanksForWord: string;
  readonly decided: string;
  readonly nothingDecided: string;
  /** Something was decided there, and it went to the reader before. */
  readonly toldBefore: (names: string) => string;
  /** Where and when something was decided, if it was not at the meeting the mail is about. */
  readonly decidedElsewhere: (date: string, place: DecidedAt) => string;
  readonly nothingNeeded: string;
  /** To somebody who was to be heard, and until when it can still be changed; null: no longer. */
  readonly yourView: (until: string | null) => string;
  readonly ifProblem: string;
  readonly ifProblemBy: (date: string) => string;
  readonly more: (count: number) => string;
  /** Of a question whose time is over. */
  readonly viewStill: string;
  readonly undecided: string;
  readonly why: string;
  readonly notChosen: string;
  readonly impact: string;
  readonly owner: string;
  readonly undoUntil: (date: string) => string;
  readonly revisitOn: (date: string) => string;
  readonly reply: string;
  readonly answers: { readonly fine: string; readonly talk: string; readonly problem: string };
  readonly problemBody: string;
  readonly next: string;
  readonly footer: (numbers: string, date: string, owner: string) => string;
  /** Where there is no number to be found again by. */
  readonly notedBy: (owner: string) => string;
  readonly consulted: (names: string) => string;
  readonly informed: (names: string) => string;
}
