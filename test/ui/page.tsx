import { latestPart } from '../../src/domain/judge/questions/latest-part';
import { basisOf } from '../../src/domain/measure/columns';
import { Trouble } from '../../src/domain/trouble';
import { mountPane } from '../../src/ui/mount';
import type { Actions } from '../../src/ui/port/actions';
import type { PaneView } from '../../src/ui/port/view';
import { COURSES, OBJECTION } from './courses';
import { createFakeActions, goldenView } from './fake-actions';
import { goldenMonth, hundredYears, LOOPS, MARCUS, NOW, SERIES, utc, weeklyGroup } from './fixture';

/** Views by name, for looking at the pane: `#offline`, `#new`, … */
const VIEWS: Readonly<Record<string, () => Partial<PaneView>>> = {
  golden: () => ({}),
  offline: () => ({
    freshness: {
      readAt: utc('2026-11-20T14:10'),
      reading: false,
      progress: null,
      trouble: new Trouble('offline', 'calendar'),
      missing: [],
    },
  }),
  signin: () => ({
    freshness: {
      readAt: null,
      reading: false,
      progress: null,
      trouble: new Trouble('sign-in-needed', 'calendar'),
      missing: [{ feature: 'notice-mails', scope: 'Mail.Read' }],
    },
    storage: 'memory',
  }),
  new: () => ({
    lineage: null,
    situation: {
      kind: 'new-series',
      series: SERIES,
      title: 'Priya/Marcus daily sync',
      organizer: 'Marcus Hale',
    },
  }),
  starting: () => ({ lineage: null, situation: { kind: 'starting' } }),
  owed: () => ({ loops: LOOPS, kept: [{ lineage: SERIES, title: 'Priya/Marcus daily sync' }] }),
  'owed-alone': () => ({
    ...{ loops: LOOPS, lineage: null, situation: { kind: 'not-a-meeting', title: 'Lunch on Friday?' } },
    kept: [{ lineage: SERIES, title: 'Priya/Marcus daily sync' }],
  }),
  objected: () => ({ loops: LOOPS }),
  'missing-there': () => ({
    lineage: null,
    situation: { kind: 'unsaved' },
    missingThere: [{ person: MARCUS, topic: '2027 scope', inTitle: true }],
  }),
  'kept-once': () => {
    const month = goldenMonth();
    return {
      lineage: {
        ...{ ...month, single: true, title: '2027 ordering', rules: { topic: '2027 scope' } },
        occurrences: month.occurrences.filter(({ key }) => key.endsWith('2026-11-06')),
      },
    };
  },
  single: () => ({
    lineage: null,
    situation: { kind: 'not-recurring', title: 'Lunch with Dana', series: 'lunch' },
  }),
  before: () => {
    const lineage = goldenMonth();
    const tomorrow = { start: NOW + 20 * 3_600_000, end: NOW + 20.5 * 3_600_000 };
    const occurrences = lineage.occurrences
      .filter(({ effective }) => effective.end <= NOW || effective.start > NOW)
      .map((one) => (one.outcome === 'upcoming' ? { ...one, effective: tomorrow } : one));
    return { lineage: { ...lineage, occurrences } };
  },
  group: () => ({ lineage: weeklyGroup() }),
  crowd: () => {
    const people = Array.from({ length: 240 }, (_, at) => ({
      key: `p${at}`,
      name: `Person ${at + 1}`,
      address: `p${at}@contoso.example`,
    }));
    const group = weeklyGroup();
    const crowded = people.map((person) => ({ ...group.occurrences[0]?.people[0], person, isOwner: false }));
    return {
      lineage: {
        ...group,
        occurrences: group.occurrences.map((one) => ({ ...one, people: crowded as typeof one.people })),
        people,
        members: people.map((person, at) => ({ person, standing: at === 7 ? 'needed' : 'as-invited' })),
        rules: { countries: { p7: 'CH' } },
      },
    };
  },
  banners: () => ({
    freshness: {
      readAt: utc('2026-11-20T14:10'),
      reading: false,
      progress: null,
      trouble: new Trouble('admin-approval-needed', 'calendar', { trace: ['request-id 1111-2222'] }),
      missing: [
        { feature: 'reports', scope: 'OnlineMeetingArtifact.Read.All' },
        { feature: 'free-busy', scope: 'Calendars.Read.Shared' },
      ],
    },
    storage: 'lost',
    done: 'Marcus Hale was erased from this log.',
    reportLoss: { before: utc('2025-12-05T15:00'), at: NOW + 12 * 86_400_000 },
  }),
  going: () => {
    const wouldGo = { days: 12, rows: 31, people: 2, erases: false, reduces: true };
    return {
      clockAhead: { clock: utc('2027-11-20T15:40'), known: utc('2026-11-20T15:10') },
      going: { until: '2026-05', at: NOW + 6 * 86_400_000, elsewhere: true, wouldGo },
      erasing: { at: null, wouldGo: { ...wouldGo, erases: true, reduces: false } },
      erasedMails: [
        { id: 'one', mailKey: 'k1', due: NOW, mayLie: true },
        { id: 'two', mailKey: 'k2', due: NOW, mayLie: true, went: true },
      ],
    };
  },
  offered: () => {
    const { lineage } = goldenView();
    if (lineage === null) return {};
    const [first] = lineage.people;
    const occurrences = lineage.occurrences.map((one) => {
      if (one.date !== '2026-11-20') return one;
      const { start, end } = one.effective;
      const reason = {
        ...({
          rule: '13.7',
          what: 'proposed-new-time',
          grade: 'documented',
          at: NOW - 3_600_000,
          fact: null,
        } as const),
        ...(first === undefined ? {} : { person: first }),
        to: { start: start + 7_200_000, end: end + 7_200_000 },
      };
      return { ...one, reasons: [...one.reasons, reason] };
    });
    return { lineage: { ...lineage, occurrences } };
  },
  which: () => ({
    lineage: null,
    situation: {
      kind: 'which-meeting',
      title: 'Marcus and P., every day',
      candidates: [
        { place: { series: SERIES, occurrence: null }, title: 'Priya/Marcus daily sync', start: NOW },
        { place: { series: 'AAMkS2', occurrence: null }, title: 'Atlas refinement', start: null },
      ],
    },
  }),
  long: () => ({ lineage: hundredYears() }),
  first: () => {
    const all = hundredYears();
    const lineage = { ...all, occurrences: all.occurrences.slice(-260) };
    return { lineage: latestPart(lineage, NOW), isPart: true, trend: basisOf(lineage) };
  },
  split: () => {
    const lineage = goldenView().lineage;
    return {
      lineage: lineage && {
        ...lineage,
        splitQuestions: [
          { earlier: SERIES, later: 'AAMkS1b', laterTitle: lineage.title, laterStart: NOW - 4 * 86_400_000 },
        ],
        unscheduled: [
          {
            report: 'report-1',
            session: { start: NOW - 90_000_000, end: NOW - 88_000_000 },
            names: ['Priya Nair', 'Marcus Hale'],
          },
        ],
      },
    };
  },
};

const root = document.getElementById('pane');
const made = VIEWS[location.hash.slice(1) || 'golden'] ?? VIEWS.golden;
const fake = createFakeActions({ ...goldenView(), ...made?.() });
Object.assign(window, { fake });
const keeper = async () => ({
  ...(await fake.actions.keeper()),
  backupDue: async () => ({ entries: 14, since: utc('2026-10-12T15:31') }),
});
/** Gets on as far as a third, and waits there to be stopped. */
const doImport: Actions['doImport'] = (_plan, wishes) =>
  new Promise((end) => {
    const { onProgress, signal } = wishes ?? {};
    setTimeout(() => onProgress?.(41_207, 123_456), 350);
    (signal as AbortSignal).onabort = () => setTimeout(() => end({ added: 41_207 }), 200);
  });
const consulting =
  (entries: typeof COURSES): Actions['consult'] =>
  async () => ({ ...(await fake.actions.consult()), entries: async () => entries });
const ODD: Readonly<Record<string, Partial<Actions>>> = {
  '#backup': { keeper },
  // A decision each way: with a problem, waiting, on hold, replaced.
  '#objected': { consult: consulting(COURSES) },
  '#owed': { consult: consulting(OBJECTION) },
  '#working': { doImport },
};
if (root !== null) mountPane(root, { ...fake.actions, ...ODD[location.hash] });
