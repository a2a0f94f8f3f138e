import type { LetterWords } from './letter-language';

export const ENGLISH_LETTERS: LetterWords = {
  request: {
    subject: (date) => `INPUT by ${date}: `,
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
  proposal: {
    subject: 'REQUEST: What to ask you about',
    first:
      'I would like to agree with you what you want to be asked about, and what not. This is my proposal; please change whatever does not fit.',
    again:
      'Here is what I would change in what we agreed about being asked. Please change whatever does not fit.',
    levels: {
      leaf: 'I just do it (leaf):',
      branch: 'I do it and tell you (branch):',
      trunk: 'I tell you before I act (trunk):',
      root: 'We decide it together (root):',
    },
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
      `I keep a short record of “${title}”: when it took place, was moved or cancelled, who was there, what was decided and who was told. It lies only in my own browser${inOneDrive ? ' and my own OneDrive' : ''}, what is about people for ${days} days, decisions until I erase them; it is there so that nobody who misses a meeting stays out of the loop, and it assesses nobody.`,
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
};
