import type { Opening, RecapWords } from './recap-language';

const PARTS = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

const LIST = new Intl.ListFormat('en-GB');

const on = ({ date, part }: Opening): string => `${date === null ? 'today' : `on ${date}`}${part}`;
const meeting = ({ oneToOne }: Opening): string => (oneToOne ? 'our sync' : 'our meeting');
const Meeting = ({ oneToOne }: Opening): string => (oneToOne ? 'Our sync' : 'Our meeting');
const rest = ({ told }: Opening, joined: string): string =>
  told ? `${joined} here is what I would have told you.` : '.';

export const ENGLISH: RecapWords = {
  // Day before month without a comma: as people in London and in New York read it alike.
  date: (day) => {
    const parts = PARTS.formatToParts(day);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    return `${of('weekday')} ${of('day')} ${of('month')}`;
  },
  info: (what) => `INFO: ${what}`,
  severalDecisions: (count, title) => `${count} decisions, ${title}`,
  greeting: (names) => (names.length === 0 || names.length > 3 ? 'Hello,' : `Hi ${LIST.format(names)},`),
  happened: {
    'not-held': (one) => `We did not get to talk ${on(one)}${rest(one, ', so')}`,
    cancelled: (one) => `${Meeting(one)} ${on(one)} did not take place${rest(one, ', so')}`,
    away: (one) =>
      one.told
        ? `Here is what was decided while you were away (${meeting(one)} ${on(one)}).`
        : `A short word on ${meeting(one)} ${on(one)}, while you were away.`,
    'own-absence': (one) => `I could not be at ${meeting(one)} ${on(one)}${rest(one, ', so')}`,
    'agreed-skip': (one) => `We skipped ${meeting(one)} ${on(one)}, as agreed${rest(one, ';')}`,
    moved: (one) => `${Meeting(one)} ${on(one)} was moved${rest(one, ';')}`,
    held: (one) =>
      one.told
        ? `Here is what was decided at ${meeting(one)} ${on(one)}.`
        : `A short word on ${meeting(one)} ${on(one)}.`,
    'held-away': (one) =>
      one.told
        ? `Here is what was decided at ${meeting(one)} ${on(one)}, while you were away.`
        : `A short word on ${meeting(one)} ${on(one)}, while you were away.`,
    plain: (one) =>
      one.told
        ? `Here is what I have for you from ${meeting(one)} ${on(one)}.`
        : `A short word on ${meeting(one)} ${on(one)}.`,
  },
  from: (clock) => `from ${clock} on`,
  until: (clock) => `up to ${clock}`,
  thanksForWord: 'Thanks for letting me know.',
  decided: 'Decided:',
  nothingDecided: 'Nothing was decided; nothing is needed from you.',
  toldBefore: (names) => `What was decided went to you before (${names}); nothing is needed from you.`,
  notToldYet: 'Here is what was not told to you yet.',
  decidedElsewhere: (date, place) =>
    place === null ? `On ${date}, outside of our meetings.` : `At our ${place} on ${date}.`,
  nothingNeeded: 'I need nothing from you; this is for your information.',
  ifProblem: 'If you see a problem, a line from you is enough and we look at it again.',
  ifProblemBy: (date) => `If you see a problem, a line by ${date} is early enough to change it at no cost.`,
  newestFirst: (count) => `${count} decisions, the newest first.`,
  more: (count) => `${count} more in my next mail, or ask me.`,
  viewStill: 'your view still helps.',
  inThatMail: (date) => `A reply to my mail of ${date} is enough.`,
  undecided: 'Not decided yet:',
  why: 'Why:',
  notChosen: 'Not chosen:',
  impact: 'Impact:',
  owner: 'Owner:',
  undoUntil: (date) => `Easy to undo until ${date}.`,
  reply: 'Reply:',
  answers: { fine: 'OK', talk: "Let's talk first", problem: 'I see a problem' },
  problemBody: 'I would change … because …',
  next: 'Next:',
  footer: (numbers, date, owner) => `${numbers}, decided ${date}, noted by ${owner}`,
  consulted: (names) => `heard before: ${names}`,
  informed: (names) => `should hear: ${names}`,
};
