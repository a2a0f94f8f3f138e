/** Languages a recap can be written in. */
export type RecapLanguage = 'en';

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

/** All words of a recap in one language; everything else comes from what was decided. */
export interface RecapWords {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly date: (weekday: string, day: number, month: string) => string;
  readonly info: (what: string) => string;
  readonly severalDecisions: (count: number, meeting: string) => string;
  readonly greeting: (names: readonly string[]) => string;
  /** `on` is `today` or `on Thu 29 Oct`; `meeting` `our sync` or `our meeting`; `told`: something was decided. */
  readonly happened: Readonly<Record<Happened, (on: string, meeting: string, told: boolean) => string>>;
  readonly meeting: (oneToOne: boolean) => string;
  readonly today: string;
  readonly on: (date: string) => string;
  readonly thanksForWord: string;
  readonly decided: string;
  readonly nothingDecided: string;
  readonly nothingNeeded: string;
  readonly ifProblem: string;
  readonly why: string;
  readonly owner: string;
  readonly reply: string;
  readonly answers: { readonly fine: string; readonly talk: string; readonly problem: string };
  readonly problemBody: string;
  readonly next: (title: string, when: string) => string;
  readonly footer: (numbers: string, date: string, owner: string) => string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const ENGLISH: RecapWords = {
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  date: (weekday, day, month) => `${weekday} ${day} ${month}`,
  info: (what) => `INFO: ${what}`,
  severalDecisions: (count, meeting) => `${count} decisions, ${meeting}`,
  greeting: (names) =>
    names.length === 0 || names.length > 3
      ? 'Hello,'
      : `Hi ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`},`,
  happened: {
    'not-held': (on, _meeting, told) =>
      `We did not get to talk ${on}${told ? ', so here is what I would have told you.' : '.'}`,
    cancelled: (on, meeting, told) =>
      `${capital(meeting)} ${on} did not take place${told ? ', so here is what I would have told you.' : '.'}`,
    away: (on, meeting, told) =>
      told
        ? `Here is what was decided while you were away (${meeting} ${on}).`
        : `A short word on ${meeting} ${on}, while you were away.`,
    'own-absence': (on, meeting, told) =>
      `I could not be at ${meeting} ${on}${told ? ', so here is what I would have told you.' : '.'}`,
    'agreed-skip': (on, meeting, told) =>
      `We skipped ${meeting} ${on}, as agreed${told ? '; here is what I would have told you.' : '.'}`,
    moved: (on, meeting, told) =>
      `${capital(meeting)} ${on} was moved${told ? '; here is what I would have told you.' : '.'}`,
    held: (on, meeting, told) =>
      told ? `Here is what was decided at ${meeting} ${on}.` : `A short word on ${meeting} ${on}.`,
    'held-away': (on, meeting, told) =>
      told
        ? `Here is what was decided at ${meeting} ${on}, while you were away.`
        : `A short word on ${meeting} ${on}, while you were away.`,
    plain: (on, meeting, told) =>
      told ? `Here is what I have for you from ${meeting} ${on}.` : `A short word on ${meeting} ${on}.`,
  },
  meeting: (oneToOne) => (oneToOne ? 'our sync' : 'our meeting'),
  today: 'today',
  on: (date) => `on ${date}`,
  thanksForWord: 'Thanks for letting me know.',
  decided: 'Decided:',
  nothingDecided: 'Nothing was decided; nothing is needed from you.',
  nothingNeeded: 'I need nothing from you; this is for your information.',
  ifProblem: 'If you see a problem, a line from you is enough and we look at it again.',
  why: 'Why:',
  owner: 'Owner:',
  reply: 'Reply in one tap:',
  answers: { fine: 'OK', talk: "Let's talk first", problem: 'I see a problem' },
  problemBody: 'I would change … because …',
  next: (title, when) => `Next: ${title}, ${when}. It would be good to see you then.`,
  footer: (numbers, date, owner) => `${numbers}, decided ${date}, noted by ${owner}`,
};

export const RECAP_WORDS: Readonly<Record<RecapLanguage, RecapWords>> = { en: ENGLISH };
