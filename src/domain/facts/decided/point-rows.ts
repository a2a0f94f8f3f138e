import { dayOr, nobody, type RowsOf, WITH_SERIES } from '../things/kind-row';
import { dateOf } from '../things/occurrence';
import type { PersonKey } from '../things/person';
import { isInstant } from '../things/sane-time';
import { withoutTheirQuote } from '../things/source-quote';
import { type Point, type PointFact, type PointMail, type PointStep, pointsLeft } from './point';

const theirs = ({ person }: Point | PointStep): PersonKey | null => person?.key ?? null;

/** No outcome rests on them. Open ones stay, however old they are; closed ones go with retention (9). */
const OF_POINTS = {
  by: 'owner',
  ...WITH_SERIES,
  reach: 'nothing',
  people: nobody,
  leftAlone: 'nothing',
  withoutName: 'nothing-else',
  deletes: false,
} as const;

/** That it was answered stays with what was raised; neither the mail nor what is in it does. */
const withoutTheirMail = ({ by: _, mail: __, internetMessageId: ___, ...left }: PointStep): PointStep => ({
  ...left,
  words: '',
});

/** What a mail says of those that are still there; its subject may say what another one was. */
function mailWithout(mail: PointMail, isGone: (id: string) => boolean): PointMail | null {
  const { points, called, subject } = mail;
  const left = pointsLeft({ points, called, subject }, isGone);
  if (left === null) return mail;
  return left.points.length === 0 ? null : { ...mail, ...left };
}

/** Points, what became of them, and the mails before a sync. */
export const POINT_ROWS = {
  point: {
    ...OF_POINTS,
    dayOf: ({ occurrence, raisedAt }) => dayOr(occurrence, raisedAt),
    sane: (fact) => (isInstant(fact.raisedAt) ? fact : null),
    reducedWith: { without: (fact, isGone) => (isGone(fact.id) ? null : fact) },
    written: ['text', 'topic', 'name', 'quote', 'speaker'],
    belongsTo: theirs,
    withoutName: withoutTheirQuote,
  },
  'point-step': {
    ...OF_POINTS,
    sane: (fact) => (isInstant(fact.at) ? fact : null),
    reducedWith: { without: (fact, isGone) => (isGone(fact.point) ? null : fact) },
    written: ['words', 'name'],
    belongsTo: theirs,
    // Whoever of several answered by mail.
    withoutName: (left, before) => (left.by?.key === before.by?.key ? left : withoutTheirMail(left)),
  },
  'point-mail': {
    ...OF_POINTS,
    dayOf: ({ occurrence }) => dateOf(occurrence),
    sane: 'as-it-is',
    reducedWith: { without: mailWithout },
    written: ['subject', 'name'],
    // It goes to one person alone.
    belongsTo: ({ to: [person] }) => person?.key ?? null,
  },
} as const satisfies RowsOf<PointFact>;
