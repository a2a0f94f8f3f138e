import type { Level } from '../../domain/facts/decided/agreement';

/** When something is, on the clocks of a place, as a sentence takes it. */
export interface When {
  /** `Mon 23 Nov` */
  readonly day: string;
  /** `15:00`, or `15:00 London (10:00 New York)` where clocks differ. */
  readonly clock: string;
}

/**
 * What the letters to other people say in one language, beside the words they share with a recap. A language that
 * lacks a sentence does not compile.
 */
export interface LetterWords {
  /** Of what is asked once more (12.4). */
  readonly firstAsked: (date: string) => string;
  /** The question before a decision. What ends in a colon leads its line, in bold where there is bold. */
  readonly request: {
    readonly subject: (date: string) => string;
    /** Where there is no day to name. */
    readonly subjectOpen: string;
    readonly subjectTogether: string;
    readonly before: string;
    readonly need: string;
    readonly view: (when: string) => string;
    readonly viewTogether: (when: string) => string;
    readonly silence: string;
    readonly hold: string;
    readonly goAhead: (agreedOn: string) => string;
    readonly options: string;
    readonly impact: Readonly<Record<'people' | 'money' | 'dates', string>>;
    readonly footer: (number: string, owner: string) => string;
  };
  /** Before a sync: what is to be talked about there, unless a reply settles it. */
  readonly before: {
    readonly by: (date: string) => string;
    readonly sync: (when: string, oneToOne: boolean) => string;
    readonly reply: (questions: number) => string;
    /** Where nothing is asked. */
    readonly news: string;
    /** That a reply is enough, in a mail that comes before no sync. */
    readonly anywhere: (numbers: string) => string;
    readonly footer: (numbers: string, owner: string) => string;
  };
  /** What somebody wants to be asked about; what silence means is said as in a question. */
  readonly proposal: {
    readonly subject: string;
    readonly first: string;
    readonly again: string;
    readonly levels: Readonly<Record<Level, string>>;
    /** In brackets, behind a topic whose level is for a month (15). */
    readonly forAMonth: string;
    readonly answer: string;
    readonly days: (count: number) => string;
    readonly goAhead: string;
    readonly reach: string;
    readonly close: string;
  };
  /** "I keep this record": `kept` is two sentences. */
  readonly note: {
    readonly subject: (title: string) => string;
    readonly kept: (record: {
      readonly title: string;
      readonly inOneDrive: boolean;
      readonly days: number;
    }) => string;
    readonly offer: string;
  };
  /** The standing invitation, said again. */
  readonly invitation: {
    readonly subject: string;
    readonly door: (title: string, next: When) => string;
    /** To whoever organizes it: a time, not a welcome to their own meeting (10.5). */
    readonly time: (title: string, next: When) => string;
    readonly shorter: (minutes: number, usual: string, later: string) => string;
    readonly other: (later: string) => string;
    readonly fewer: string;
    readonly tell: (oneToOne: boolean) => string;
    readonly until: string;
  };
  /** A time that would hold, offered instead of the usual one, or to talk about a decision. */
  readonly talk: {
    readonly subject: (number: string) => string;
    readonly about: (number: string, text: string) => string;
    readonly times: (first: TalkTime, second: TalkTime | null) => string;
    readonly free: (times: number) => string;
    readonly other: string;
    /** Where no time is known. */
    readonly when: string;
  };
}

export interface TalkTime extends When {
  readonly minutes: number;
}
