import type { Fact } from '../../src/domain/facts/log/fact';
import type { Owner } from '../../src/domain/facts/things/person';
import { DAY, type Instant } from '../../src/domain/time/time';
import type { Ledger, LedgerOutside } from '../../src/ledger/ledger';
import type { LedgerPort } from '../../src/tasks/ledger-port';
import { idsOf, isTrue, sameAs } from './check';
import { COLUMNS_PROMISES } from './columns-contract';
import { restless } from './long-work-contract';
import { plainJudge, stepwise } from './plain-judge';
import {
  away,
  checkIn,
  dayAfter,
  decision,
  erasure,
  keeping,
  key,
  MONDAY,
  mail,
  OWNER,
  person,
  report,
  sameMeeting,
  sighting,
  undo,
} from './sample-facts';

/** The ledger keeps what the tasks need, without knowing them. */
export type FitsThePort = Ledger extends LedgerPort ? true : never;
export const fitsThePort: FitsThePort = true;

/** One empty place to keep a log; opened as often as a promise wants. */
export interface Place {
  readonly open: (outside?: Partial<LedgerOutside>) => Promise<Ledger>;
  /** What the ledger is told of the outside; a promise may change it. */
  readonly outside: { now: Instant; owner: Owner | null };
}

export interface LedgerPromise {
  readonly title: string;
  readonly keeps: (place: Place) => Promise<void>;
}

export const outsideOf = (outside: Place['outside']): LedgerOutside => ({
  clock: () => outside.now,
  owner: () => outside.owner,
  judge: stepwise(plainJudge),
  turns: restless(),
});

const traces = async (ledger: Ledger, series: string): Promise<string[]> =>
  ((await ledger.view(series))?.title ?? '').split(' ').slice(1);

/** What every ledger promises, on disk or in memory. */
export const LEDGER_PROMISES: readonly LedgerPromise[] = [
  {
    title: 'gives back the facts it was given, as they were, and says which were new',
    keeps: async ({ open }) => {
      const ledger = await open();
      const given: Fact[] = [sighting('a'), checkIn('e1', 'a'), report('r1', 'a'), mail('m1', null)];
      sameAs(await ledger.append(given), given, 'new facts');
      sameAs(await ledger.append([...given, checkIn('e2', 'a')]), [checkIn('e2', 'a')], 'new facts');
      const all = await ledger.allFacts();
      sameAs(idsOf(all), ['e1', 'e2', 'm1', 'r1', sighting('a').id], 'ids');
      sameAs(
        all.find(({ id }) => id === 'e1'),
        checkIn('e1', 'a'),
        'the check-in',
      );
    },
  },
  {
    title: 'adds a fact given twice at once only once',
    keeps: async ({ open }) => {
      const ledger = await open();
      const twice = [
        sighting('a'),
        sighting('a'),
        checkIn('e', 'a'),
        checkIn('e', 'a'),
        undo('u', 'e'),
        undo('u', 'e'),
      ];
      sameAs((await ledger.append(twice)).length, 3);
      sameAs((await ledger.allFacts()).length, 3);
    },
  },
  {
    title: 'gives what the owner entered, in all series, without what the calendar said',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append([
        sighting('a'),
        checkIn('e2', 'b'),
        mail('m1', null),
        checkIn('e1', 'a'),
        undo('u', 'e1'),
      ]);
      sameAs(idsOf(await ledger.ownEntries()), ['e1', 'e2', 'u']);
    },
  },
  {
    title: 'knows the number of every decision, of other series and of older versions of the log, too',
    keeps: async ({ open }) => {
      const ledger = await open();
      sameAs((await ledger.onScreen('a')).numbers, {});
      await ledger.append([decision('d1', 'a', 1), checkIn('e1', 'a')]);
      await ledger.append([decision('d2', 'b', 2), undo('u1', 'd1')]);
      await ledger.merge([decision('d3', 'c', 2)]);
      sameAs((await ledger.onScreen('a')).numbers, { d1: 1, d2: 2, d3: 2 });
      await ledger.rebuild();
      sameAs((await ledger.onScreen('a')).numbers, { d1: 1, d2: 2, d3: 2 });
    },
  },
  {
    title: 'gives only the facts of the series asked for, and those of their people and the owner',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append([
        sighting('a'),
        sighting('b'),
        away('w1', 'Marcus'),
        away('w2', 'Nobody'),
        away('w3', 'Priya'),
      ]);
      sameAs(idsOf(await ledger.factsOf(['a'])), [sighting('a').id, 'w1', 'w3']);
      sameAs(idsOf(await ledger.factsOf(['unheard-of'])), ['w3']);
    },
  },
  {
    title: 'keeps the view of a series as the facts judge it',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append([sighting('a', 1), sighting('a', 0), checkIn('e', 'a', 1)]);
      const view = await ledger.view('a');
      sameAs(view, plainJudge({ owner: OWNER, facts: await ledger.factsOf(['a']) }, 'a', MONDAY), 'view');
      sameAs(
        view?.occurrences.map(({ outcome }) => outcome),
        ['upcoming', 'held'],
      );
      sameAs(
        view?.occurrences.map(({ date }) => date),
        [dayAfter(0), dayAfter(1)],
      );
      sameAs(await ledger.view('unheard-of'), null);
    },
  },
  {
    title: 'judges anew when a sweep found nothing new, since time has passed',
    keeps: async ({ open, outside }) => {
      const ledger = await open();
      await ledger.append([sighting('a')]);
      sameAs((await ledger.view('a'))?.occurrences[0]?.outcome, 'upcoming');
      outside.now = MONDAY + DAY;
      await ledger.append([], [{ series: 'a', sweptAt: outside.now, mailsUntil: null }]);
      sameAs((await ledger.view('a'))?.occurrences[0]?.outcome, 'not-recorded');
      isTrue(await ledger.rebuild(), 'rebuilt as kept');
    },
  },
  {
    title: 'shows series answered to be the same as one, from both, and parts them when that is taken back',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append([keeping('k', 'a', 'start'), keeping('l', 'b', 'start')]);
      await ledger.append([sighting('a'), sighting('b', 7)]);
      sameAs((await ledger.view('b'))?.series, ['b']);
      await ledger.append([sameMeeting('s', 'a', 'b')]);
      sameAs(
        (await ledger.view('a'))?.occurrences.map((each) => each.key),
        [key('a'), key('b', 7)],
      );
      sameAs(await ledger.view('b'), await ledger.view('a'), 'view of both');
      sameAs(
        (await ledger.keptSeries()).map(({ series }) => series),
        [['a', 'b']],
      );
      await ledger.append([undo('u', 's')]);
      sameAs(
        (await ledger.view('b'))?.occurrences.map((each) => each.key),
        [key('b', 7)],
      );
      sameAs((await ledger.view('a'))?.series, ['a']);
      await ledger.append([undo('uu', 'u')]);
      sameAs((await ledger.view('b'))?.series, ['a', 'b']);
      isTrue(await ledger.rebuild(), 'rebuilt as kept');
    },
  },
  {
    title: 'lets the latest answer about two series count',
    keeps: async ({ open }) => {
      const ledger = await open();
      const no = { ...sameMeeting('t', 'a', 'b', false), recordedAt: MONDAY + DAY } as Fact;
      await ledger.append([no, sighting('b'), sameMeeting('s', 'a', 'b'), sameMeeting('r', 'b', 'c')]);
      const facts = await ledger.allFacts();
      sameAs(facts.length, 4);
      isTrue(!(await traces(ledger, 'a')).includes(sighting('b').id), 'a is judged without b');
      isTrue(await ledger.rebuild(), 'rebuilt as kept');
    },
  },
  {
    title: 'puts an undo where its entry is, also when it comes before it',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append([sighting('a'), undo('uu', 'u')]);
      await ledger.append([undo('u', 'e')]);
      isTrue(!(await traces(ledger, 'a')).includes('u'), 'nobody knows yet where the undo belongs');
      sameAs(idsOf(await ledger.append([checkIn('e', 'a')])), ['e']);
      sameAs(idsOf(await ledger.factsOf(['a'])), ['e', sighting('a').id, 'u', 'uu']);
      sameAs((await ledger.append([undo('u', 'e'), undo('uu', 'u')])).length, 0);
      sameAs((await ledger.allFacts()).length, 4);
      isTrue(await ledger.check(), 'as counted');
    },
  },
  {
    title: 'judges a lineage anew when somebody in it was away, and all when the owner was',
    keeps: async ({ open }) => {
      const ledger = await open();
      const alone = sighting('b', 0, { attendees: [] });
      await ledger.append([sighting('a'), alone]);
      await ledger.append([away('w1', 'Marcus')]);
      isTrue((await traces(ledger, 'a')).includes('w1'), 'a knows of Marcus');
      isTrue(!(await traces(ledger, 'b')).includes('w1'), 'b does not');
      await ledger.append([away('w2', 'Priya')]);
      isTrue((await traces(ledger, 'b')).includes('w2'), 'b knows of the owner');
      isTrue(await ledger.rebuild(), 'rebuilt as kept');
    },
  },
  {
    title: 'lets a series that looks like another take part in its judgement',
    keeps: async ({ open }) => {
      const ledger = await open();
      const look = { title: 'Daily sync, platform', organizer: OWNER };
      await ledger.append([sighting('a', 0, look)]);
      await ledger.append([sighting('b', 2, { ...look, title: 'Daily sync platform (new)' })]);
      await ledger.append([sighting('c', 2, { ...look, title: 'Quarterly budget' })]);
      isTrue((await traces(ledger, 'a')).includes(sighting('b', 2).id), 'b takes part');
      isTrue(!(await traces(ledger, 'a')).includes(sighting('c', 2).id), 'c does not');
      await ledger.append([sighting('b', 3, { ...look, title: 'Another thing', seenAt: MONDAY + 1 })]);
      isTrue((await traces(ledger, 'a')).includes(sighting('b', 2).id), 'b was known by that title');
      isTrue(await ledger.rebuild(), 'rebuilt as kept');
    },
  },
  {
    title: 'lists the series whose log was started and not stopped, paused ones too',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append([sighting('a'), sighting('b'), sighting('c'), sighting('d')]);
      await ledger.append([
        keeping('k1', 'a', 'start'),
        keeping('k2', 'b', 'start'),
        keeping('k3', 'c', 'start'),
      ]);
      await ledger.append([keeping('k4', 'b', 'pause', MONDAY + 1), keeping('k5', 'c', 'stop', MONDAY + 1)]);
      sameAs(
        (await ledger.keptSeries()).map(({ lineage }) => lineage),
        ['a', 'b'],
      );
    },
  },
  {
    title: 'keeps facts without knowing the owner, and judges them when the owner is known',
    keeps: async ({ open, outside }) => {
      outside.owner = null;
      const ledger = await open();
      await ledger.append([sighting('a'), keeping('k', 'a', 'start')]);
      sameAs(await ledger.view('a'), null);
      outside.owner = OWNER;
      sameAs((await ledger.keptSeries()).length, 1);
      sameAs((await ledger.view('a'))?.zone, 'Europe/London');
      outside.owner = { ...OWNER, zone: 'Europe/Berlin' };
      sameAs((await ledger.view('a'))?.zone, 'Europe/Berlin');
      outside.owner = null;
      await ledger.append([checkIn('e', 'a')]);
      sameAs((await ledger.view('a'))?.occurrences[0]?.outcome, 'held');
    },
  },
  {
    title: 'keeps what a person entered even when its judgement fails, and says so',
    keeps: async ({ open }) => {
      const causes: unknown[] = [];
      let broken = false;
      const ledger = await open({
        judge: stepwise((...given) => {
          if (broken) throw new Error('a mistake in the rules');
          return plainJudge(...given);
        }),
        onUnjudged: (cause) => causes.push(cause),
      });
      await ledger.append([sighting('a')]);
      broken = true;
      sameAs((await ledger.append([checkIn('e', 'a')])).length, 1);
      sameAs(causes.length, 1);
      sameAs((await ledger.view('a'))?.occurrences[0]?.outcome, 'upcoming');
      broken = false;
      isTrue(!(await ledger.rebuild()), 'the view was not as the facts say');
      sameAs((await ledger.view('a'))?.occurrences[0]?.outcome, 'held');
    },
  },
  {
    title: 'lets the later mark of a series count',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append(
        [],
        [
          { series: 'a', sweptAt: 5, mailsUntil: 3 },
          { series: 'b', sweptAt: 1, mailsUntil: null },
        ],
      );
      await ledger.append([], [{ series: 'a', sweptAt: 4, mailsUntil: null }]);
      sameAs(await ledger.marks(), [
        { series: 'a', sweptAt: 5, mailsUntil: 3 },
        { series: 'b', sweptAt: 1, mailsUntil: null },
      ]);
    },
  },
  {
    title: 'keeps drafts, settings and item ids apart, and throws drafts away',
    keeps: async ({ open }) => {
      const ledger = await open();
      const place = { series: 'a', occurrence: key('a') };
      await ledger.keepDraft('same', { text: 'Ship it' });
      await ledger.keepSetting('same', 'dark');
      await ledger.rememberItem('same', place);
      sameAs(await ledger.draft('same'), { text: 'Ship it' });
      sameAs(await ledger.setting('same'), 'dark');
      sameAs(await ledger.recallItem('same'), place);
      await ledger.keepDraft('same', null);
      sameAs(await ledger.draft('same'), null);
      sameAs([await ledger.setting('other'), await ledger.recallItem('other')], [null, null]);
    },
  },
  {
    title: 'knows what has not left this machine, once it is to leave it',
    keeps: async ({ open }) => {
      const ledger = await open();
      const { outbox } = ledger;
      await ledger.append([sighting('a'), checkIn('e1', 'a')]);
      sameAs(await outbox.take(100), [], 'nobody roams');
      await ledger.keepSetting('roaming', { on: true });
      await outbox.fill();
      await ledger.append([away('w1', 'Marcus'), mail('m1', null), undo('u1', 'e1')]);
      const waiting = await outbox.take(100);
      sameAs(idsOf(waiting), ['e1', 'm1', sighting('a').id, 'u1', 'w1'].sort(), 'waiting');
      sameAs(idsOf(await outbox.take(100)), idsOf(waiting), 'still waiting');
      await outbox.sent([sighting('a'), undo('u1', 'e1'), away('w1', 'Marcus')]);
      sameAs(idsOf(await outbox.take(100)), ['e1', 'm1'], 'not yet sent');
      await ledger.merge([mail('m1', null), checkIn('e2', 'a')]);
      sameAs(idsOf(await outbox.take(100)), ['e1'], 'what came from there need not go there');
    },
  },
  {
    title: 'merging, tells one observation as all machines agree, and says what it holds',
    keeps: async ({ open }) => {
      const ledger = await open();
      const [early, late] = [
        { ...sighting('a'), recordedAt: 1 },
        { ...sighting('a'), recordedAt: 2 },
      ];
      await ledger.append([late, away('w1', 'Marcus')]);
      const { fresh, held } = await ledger.merge([
        early,
        { ...away('w1', 'Marcus'), recordedAt: MONDAY + 1 },
      ]);
      sameAs([fresh, held], [[], [early, away('w1', 'Marcus')]]);
      sameAs((await ledger.merge([late])).held, [early]);
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title: 'loses none of the facts appended at the same time',
    keeps: async ({ open }) => {
      const ledger = await open();
      const days = Array.from({ length: 20 }, (_, day) => day);
      await Promise.all(days.map((day) => ledger.append([sighting('a', day), checkIn(`e${day}`, 'a', day)])));
      sameAs((await ledger.allFacts()).length, 40);
      sameAs((await ledger.view('a'))?.occurrences.length, 20);
      isTrue(await ledger.check(), 'as counted');
      isTrue(await ledger.rebuild(), 'rebuilt as kept');
    },
  },
  {
    title: 'keeps nothing of a batch with a fact that cannot be kept',
    keeps: async ({ open }) => {
      const ledger = await open();
      const unkeepable = { ...checkIn('e', 'a'), minutes: () => 5 } as unknown as Fact;
      const refused = await ledger.append([sighting('a'), unkeepable]).then(
        () => false,
        () => true,
      );
      isTrue(refused, 'refused');
      sameAs(await ledger.allFacts(), []);
      sameAs((await ledger.append([sighting('a')])).length, 1);
    },
  },
  {
    title: 'names nobody who was erased, in anything it gives back, and takes nothing of them in again',
    keeps: async ({ open }) => {
      const ledger = await open();
      const dana = { person: person('Dana'), role: 'required', response: 'none', respondedAt: null } as const;
      const host = person('Marcus');
      const told: readonly Fact[] = [
        sighting('a', 0, { attendees: [dana], organizer: host, title: 'Marcus and Dana' }),
        away('w1', 'Marcus'),
        mail('m1', 'a'),
        {
          kind: 'annotation',
          id: 'n1',
          recordedAt: MONDAY,
          occurrence: key('a'),
          by: null,
          words: 'ask Marcus',
        },
        { kind: 'annotation', id: 'n2', recordedAt: MONDAY, occurrence: key('a'), by: host.key, words: 'No' },
        checkIn('e1', 'a'),
      ];
      await ledger.append(told);
      await ledger.keepDraft('recap', { text: 'Dear Marcus' });
      await ledger.keepDraft('other', { text: 'Dear Dana' });
      const gone = erasure('x1', 'Marcus', told);
      sameAs(idsOf(await ledger.append([gone])), ['x1'], 'new');
      const everything = async () => [
        ...[await ledger.allFacts(), await ledger.view('a'), await ledger.historyOf('a')],
        ...[await ledger.ownEntries(), await ledger.draft('recap'), await ledger.keptSeries()],
      ];
      isTrue(!/marcus/i.test(JSON.stringify(await everything())), 'nothing names them');
      sameAs(idsOf(await ledger.allFacts()), ['e1', 'm1', 'n1', sighting('a').id, 'x1'], 'what is left');
      sameAs(await ledger.draft('other'), { text: 'Dear Dana' });
      sameAs(
        (await ledger.limits()).map(({ id }) => id),
        ['x1'],
      );
      sameAs(await ledger.append(told), [], 'an older file brings nothing back');
      sameAs((await ledger.merge([away('w2', 'Marcus')])).held, [], 'nor does a slow machine');
      await ledger.append([sighting('b', 0, { attendees: [dana], organizer: host })]);
      isTrue(!/marcus/i.test(JSON.stringify(await everything())), 'nothing names them again');
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title: 'keeps no fact about persons of a month that was reduced, and takes none in again',
    keeps: async ({ open }) => {
      const ledger = await open();
      const old = [sighting('a', -40), checkIn('e1', 'a', -40), away('w1', 'Marcus')];
      await ledger.append([
        ...old,
        sighting('a'),
        checkIn('e2', 'a'),
        keeping('k', 'a', 'start', MONDAY - 90 * DAY),
      ]);
      const counts = { month: '2026-10', outcomes: { held: 1 }, moves: 0, shortNoticeMoves: 0 };
      const reduced: Fact = {
        ...{ kind: 'reduced', id: 'r1', recordedAt: MONDAY, series: 'a', until: '2026-10' },
        months: [{ ...counts, minutes: 15, plannedMinutes: 15 }],
      };
      await ledger.append([reduced]);
      sameAs(idsOf(await ledger.allFacts()), ['e2', 'k', 'r1', sighting('a').id, 'w1'].sort());
      sameAs(await ledger.append(old), [], 'taken in again');
      sameAs((await ledger.view('a'))?.occurrences.length, 1, 'occurrences');
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title: 'heeds an erasure that comes in one batch with what it forbids, or after it, all the same',
    keeps: async ({ open }) => {
      const ledger = await open();
      const told = [sighting('a'), checkIn('e1', 'a'), away('w1', 'Marcus'), away('w2', 'Dana')];
      await ledger.append([away('w3', 'Marcus')]);
      await ledger.append([...told, erasure('x1', 'Marcus', [])]);
      sameAs(idsOf(await ledger.allFacts()), ['e1', sighting('a').id, 'w2', 'x1']);
      await ledger.append([erasure('x2', 'Dana', []), erasure('x1', 'Marcus', [])]);
      sameAs(idsOf(await ledger.allFacts()), ['e1', sighting('a').id, 'x1', 'x2']);
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title: 'holds nothing any more once everything is erased',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append(
        [sighting('a'), checkIn('e', 'a'), away('w', 'Marcus')],
        [{ series: 'a', sweptAt: 1, mailsUntil: 1 }],
      );
      await ledger.keepDraft('d', 'text');
      await ledger.eraseAll();
      sameAs(await ledger.allFacts(), []);
      sameAs([await ledger.view('a'), await ledger.draft('d'), await ledger.marks()], [null, null, []]);
      isTrue(!ledger.lost && (await ledger.check()), 'an erased log is not a lost one');
      sameAs((await ledger.append([checkIn('e', 'a')])).length, 1);
    },
  },
  ...COLUMNS_PROMISES,
];
