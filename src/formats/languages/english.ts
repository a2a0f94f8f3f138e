import type { LanguageWords } from './language-words';
import type { LetterWords } from './letter-language';
import type { MeetingNamed, RecapWords } from './recap-words';

const PARTS = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

const LIST = new Intl.ListFormat('en-GB');

const on = ({ date, part }: MeetingNamed): string => `${date === null ? 'today' : `on ${date}`}${part}`;
const meeting = ({ oneToOne }: MeetingNamed): string => (oneToOne ? 'our sync' : 'our meeting');

const recap: RecapWords = {
  // Day before month without a comma: as people in London and in New York read it alike.
  date: (day) => {
    const parts = PARTS.formatToParts(day);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    return `${of('weekday')} ${of('day')} ${of('month')}`;
  },
  info: (what) => `INFO: ${what}`,
  andOthers: (about, count) => `${about} and ${count} more`,
  nothingNew: 'Nothing new, nothing needed',
  greeting: (names) => (names.length === 0 || names.length > 3 ? 'Hello,' : `Hi ${LIST.format(names)},`),
  happened: {
    'not-held': (one) => `we did not get to talk ${on(one)}`,
    cancelled: (one) => `${meeting(one)} ${on(one)} did not take place`,
    'cancelled-ahead': (one) => `${meeting(one)} ${on(one)} will not take place`,
    away: (one) => `${meeting(one)} ${on(one)} was while you were away`,
    'own-absence': (one) => `I could not be at ${meeting(one)} ${on(one)}`,
    'agreed-skip': (one) => `we skipped ${meeting(one)} ${on(one)}, as agreed`,
    moved: (one) => `${meeting(one)} ${on(one)} was moved`,
    held: (one) => `about ${meeting(one)} ${on(one)}`,
    'held-away': (one) => `${meeting(one)} ${on(one)} was while you were away`,
    plain: (one) => `about ${meeting(one)} ${on(one)}`,
  },
  from: (clock) => `from ${clock} on`,
  until: (clock) => `up to ${clock}`,
  thanksForWord: 'thanks for letting me know',
  decided: 'Decided:',
  nothingDecided: 'Nothing was decided; nothing is needed from you.',
  toldBefore: (names) => `What was decided you were told before (${names}); nothing is needed from you.`,
  decidedElsewhere: (date, place) =>
    ({
      outside: `On ${date}, outside of our meetings.`,
      unsaid: `On ${date}.`,
      sync: `At our sync on ${date}.`,
      meeting: `At our meeting on ${date}.`,
    })[place],
  nothingNeeded: 'I need nothing from you; this is for your information.',
  yourView: (until) =>
    until === null
      ? 'I would like to hear your view.'
      : `I would like to hear your view; it can still be changed until ${until}.`,
  ifProblem: 'If you see a problem, a line from you is enough and we look at it again.',
  ifProblemBy: (date) => `If you see a problem, a line by ${date} is early enough to change it at no cost.`,
  more: (count) => `${count} more in my next mail, or ask me.`,
  viewStill: 'your view still helps.',
  undecided: 'Not decided yet:',
  why: 'Why:',
  notChosen: 'Not chosen:',
  impact: 'Impact:',
  owner: 'Owner:',
  undoUntil: (date) => `Easy to undo until ${date}.`,
  revisitOn: (date) => `We look at it again on ${date}.`,
  reply: 'Reply:',
  answers: { fine: 'OK', talk: "Let's talk first", problem: 'I see a problem' },
  problemBody: 'I would change … because …',
  next: 'Next:',
  footer: (numbers, date, owner) => `${numbers}, decided ${date}, noted by ${owner}`,
  notedBy: (owner) => `noted by ${owner}`,
  consulted: (names) => `heard before: ${names}`,
  informed: (names) => `should hear: ${names}`,
};

const letters: LetterWords = {
  firstAsked: (date) => `I asked this first on ${date}.`,
  request: {
    subject: (date) => `INPUT by ${date}: `,
    subjectOpen: 'INPUT: ',
    subjectTogether: 'DECISION together: ',
    before: 'Before I decide:',
    need: 'What I need from you:',
    view: (when) => `your view by ${when}.`,
    viewTogether: (when) => `this is ours to decide together. Your view by ${when}, or a time to talk.`,
    silence: 'If I hear nothing:',
    hold: 'I will hold until we speak.',
    goAhead: (agreedOn) => `as we agreed on ${agreedOn}, I will then go ahead.`,
    options: 'Options considered:',
    impact: { people: 'People:', money: 'Money:', dates: 'Dates:' },
    footer: (number, owner) => `${number}, not decided yet, noted by ${owner}`,
  },
  before: {
    by: (date) => `An answer by ${date} would help.`,
    sync: (when, oneToOne) => `This is for our ${oneToOne ? 'sync' : 'meeting'} on ${when}.`,
    reply: (questions) =>
      questions === 1
        ? 'A reply is enough; then we need no time for it there.'
        : 'A reply is enough; then we need no time for them there.',
    news: 'Nothing is needed for it; if there are questions, a reply is enough.',
    footer: (numbers, owner) => `${numbers}, noted by ${owner}`,
    anywhere: (names) => `For ${names} a line in reply is enough.`,
  },
  proposal: {
    subject: 'REQUEST: What to ask you about',
    first:
      'I would like to agree with you what you want to be asked about, and what not. This is my proposal; please change whatever does not fit.',
    again:
      'Here is a newer version of my proposal of what to ask you about. Please change whatever does not fit.',
    levels: {
      leaf: 'I just do it:',
      branch: 'I do it and tell you:',
      trunk: 'I tell you before I act:',
      root: 'We decide it together:',
    },
    forAMonth: 'for a month; then as before',
    answer: 'Time to answer:',
    days: (count) =>
      `${count === 1 ? '1 working day' : `${count} working days`}, counted in your days and holidays.`,
    goAhead: 'I go ahead. What we decide together waits until we speak.',
    reach: 'Where I reach you:',
    close: 'Does this fit? A line from you is enough. Let us try it for a month and then look at it again.',
  },
  note: {
    subject: (title) => `INFO: I keep a record of ${title}`,
    kept: ({ title, inOneDrive, days }) =>
      `I keep a short record of “${title}”: when it took place, was moved or cancelled, who was there, what was decided and who was told, what was promised and which questions are open. I keep it in my own browser${inOneDrive ? ' and my own OneDrive' : ''}, what is about people for ${days} days, questions and promises for ${days} days after they are settled, decisions until I erase them; it is there so that nobody who misses a meeting stays out of the loop, and it assesses nobody.`,
    offer:
      'If you would like a copy of what it says about you, add something to it, or be left out of it, tell me and I will do that.',
  },
  invitation: {
    subject: 'REQUEST: a time that suits you',
    door: (title, { day, clock }) =>
      `The door stays open: “${title}” is next on ${day} at ${clock}, and you are welcome at any of them, also for a part.`,
    time: (title, { day, clock }) =>
      `“${title}” is next on ${day} at ${clock}. Is that still a good time for you?`,
    shorter: (minutes, usual, later) =>
      `Would something shorter be easier: ${minutes} minutes at ${usual}, or ${minutes} minutes at ${later}?`,
    other: (later) => `Would another time be easier, ${later} for example?`,
    fewer: 'Fewer days would be fine, too.',
    tell: (oneToOne) => `Tell me what suits you and I will ${oneToOne ? 'fit in' : 'see that we fit it in'}.`,
    until: 'Until then I write to you about what is decided.',
  },
  talk: {
    subject: (number) => `REQUEST: a time to talk about ${number}`,
    about: (number, text) => `I would like to talk about ${number} (“${text}”) with you.`,
    times: (first, second) =>
      second === null
        ? `Would ${first.minutes} minutes on ${first.day} at ${first.clock} suit you?`
        : `Would ${first.minutes} minutes on ${first.day} at ${first.clock} suit you, or ${second.minutes} minutes on ${second.day} at ${second.clock}?`,
    free: (times) =>
      times === 1
        ? 'By our calendars this time of the week is free on both sides for the next three weeks.'
        : 'By our calendars these times of the week are free on both sides for the next three weeks.',
    other: 'Any other time is fine, too: one line is enough.',
    when: 'Which time is a good one? Ten minutes may be enough, and one line is enough as an answer.',
  },
};

export const ENGLISH: LanguageWords = { recap, letters };
