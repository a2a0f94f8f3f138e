import type { Recognized } from '../observed/recognized';
import { digestOf } from '../things/digest';
import { nobody, none, type RowsOf, WITH_LOG, WITH_OCCURRENCE, WITH_SERIES } from '../things/kind-row';
import { monthAt, monthOfKey } from '../things/month';
import { isInstant } from '../things/sane-time';
import type { CheckIn } from './check-in';
import type { Annotation, Correction, Dispute, Undo } from './correction';
import type { Erasure } from './erasure';
import type { Gesture } from './gesture';
import { type LookBack, sealedText } from './look-back';
import type { PutOff } from './put-off';
import type { Reduced, Retention } from './reduced';
import type { Rhythm } from './rhythm';
import type { Assigned, Identified, Keeping, LineageAnswer, RulesSet, VanishedAnswer } from './rules';

/** What the owner said of meetings and of the log itself. */
export type Entered =
  | CheckIn
  | Correction
  | Dispute
  | Annotation
  | Undo
  | RulesSet
  | Keeping
  | LineageAnswer
  | Recognized
  | VanishedAnswer
  | Identified
  | Assigned
  | Gesture
  | LookBack
  | PutOff
  | Rhythm
  | Erasure
  | Retention
  | Reduced;

/** Said of one occurrence: it tells nothing about any other. */
const OF_ONE = {
  by: 'owner',
  ...WITH_OCCURRENCE,
  reach: 'occurrence',
  sane: 'as-it-is',
  leftAlone: 'nothing',
  withoutName: 'nothing-else',
  reducedWith: monthOfKey,
  deletes: false,
} as const;

/** What a series is, and how it is kept: it names nobody, and stays when months are reduced. */
const OF_SERIES = {
  by: 'owner',
  ...WITH_SERIES,
  reach: 'lineage',
  people: nobody,
  sane: 'as-it-is',
  written: [],
  belongsTo: 'nobody',
  withoutName: 'nothing-else',
  reducedWith: 'never',
  deletes: false,
} as const;

/** What is not to be kept, said of the log: it names nobody, and nothing takes it away. */
const FORGETTING = {
  by: 'owner',
  ...WITH_LOG,
  reach: 'lineage',
  people: nobody,
  sane: 'as-it-is',
  written: [],
  belongsTo: 'nobody',
  leftAlone: 'all',
  withoutName: 'nothing-else',
  reducedWith: 'never',
  deletes: true,
} as const;

export const ENTERED_ROWS = {
  'check-in': {
    ...OF_ONE,
    people: (fact) => fact.people.map(({ person }) => person),
    written: [],
    belongsTo: 'nobody',
  },
  correction: {
    ...OF_ONE,
    people: nobody,
    written: ['reason'],
    belongsTo: ({ person = null }) => person,
  },
  dispute: { ...OF_ONE, people: nobody, written: ['reason'], belongsTo: 'nobody' },
  annotation: { ...OF_ONE, people: nobody, written: ['words'], belongsTo: ({ by }) => by },
  undo: {
    by: 'owner',
    liesWith: ({ person = null }) => person,
    seriesOf: none,
    dayOf: none,
    reach: 'undone',
    people: nobody,
    sane: 'as-it-is',
    written: [],
    belongsTo: ({ person = null }) => person,
    leftAlone: 'all',
    withoutName: 'nothing-else',
    reducedWith: 'never',
    deletes: false,
  },
  rules: { ...OF_SERIES, written: ['topic'], leftAlone: 'all' },
  keeping: { ...OF_SERIES, leftAlone: 'all' },
  lineage: { ...OF_SERIES, seriesOf: ({ earlier }) => earlier, leftAlone: 'all' },
  recognized: { ...OF_SERIES, leftAlone: 'all' },
  vanished: { ...OF_SERIES, leftAlone: 'nothing' },
  identified: {
    ...OF_SERIES,
    people: ({ person }) => [person],
    belongsTo: ({ person }) => person,
    leftAlone: 'nothing',
    // Of the month in which it was said: it names a row of a report, and no day.
    reducedWith: ({ recordedAt }) => monthAt(recordedAt),
  },
  assigned: { ...OF_ONE, reach: 'lineage', people: nobody, written: [], belongsTo: 'nobody' },
  gesture: {
    ...OF_SERIES,
    reach: 'nothing',
    written: ['name'],
    leftAlone: 'nothing',
    // A step towards nobody but them.
    withoutName: (left, before) => (left.people.length === 0 && before.people.length > 0 ? null : left),
    reducedWith: ({ recordedAt }) => monthAt(recordedAt),
  },
  'look-back': {
    ...OF_SERIES,
    reach: 'nothing',
    written: ['keep', 'drop', 'delegate'],
    leftAlone: 'nothing',
    // Sealed anew, where the seal was whole.
    withoutName: (left, before) =>
      left.hash === digestOf(sealedText(before)) ? { ...left, hash: digestOf(sealedText(left)) } : left,
  },
  'put-off': {
    ...OF_SERIES,
    reach: 'nothing',
    sane: (fact) => (isInstant(fact.until) ? fact : null),
    belongsTo: ({ person = null }) => person,
    leftAlone: 'nothing',
    reducedWith: ({ recordedAt }) => monthAt(recordedAt),
  },
  rhythm: {
    by: 'owner',
    ...WITH_LOG,
    reach: 'nothing',
    people: nobody,
    sane: 'as-it-is',
    written: ['name'],
    belongsTo: ({ person }) => person.key,
    leftAlone: 'nothing',
    withoutName: 'nothing-else',
    reducedWith: 'never',
    deletes: false,
  },
  erasure: FORGETTING,
  retention: { ...FORGETTING, reach: 'nothing' },
  reduced: {
    ...FORGETTING,
    ...WITH_SERIES,
    leftAlone: (fact) => ({ ...fact, months: [] }),
  },
} as const satisfies RowsOf<Entered>;
