import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asRecognized } from '../../../../src/domain/facts/log/as-recognized';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import type { OpenReading } from '../../../../src/domain/facts/observed/reading';
import type { Recognized } from '../../../../src/domain/facts/observed/recognized';
import { outlookSeries } from '../../../../src/domain/facts/things/occurrence';
import type { Recurrence } from '../../../../src/domain/facts/things/series';
import { measuresOf } from '../../../../src/domain/measure/measures';
import { observeOpen } from '../../../../src/domain/observe/observe-open';
import {
  about,
  at,
  attendee,
  daily,
  judge,
  marcus,
  occurrenceOn,
  priya,
  rowOf,
  ruleOf,
  span,
} from '../../builders/facts';

/** A log that is begun without Graph, under Outlook's name, and what becomes of it when Graph can be asked. */

const NOW = at('2026-11-13 18:00');
const BEGUN = outlookSeries('AAMkbegun');
const sync = about(daily);
const begun = about({ ...daily, series: BEGUN, joinUrl: null });

const open = (date: string, more: Partial<OpenReading> = {}): OpenReading => ({
  series: BEGUN,
  title: daily.title,
  span: begun.plannedSpan(date),
  originalDate: null,
  zone: daily.zone,
  allDay: false,
  ownerOrganizes: false,
  organizer: marcus,
  attendees: [attendee(priya)],
  ownResponse: 'none',
  recurrence: null,
  readAt: at(`${date} 12:00`),
  ...more,
});

/** What a person opened one after the other. */
function opened(...looks: readonly OpenReading[]): Fact[] {
  const facts: Fact[] = [];
  for (const look of looks) facts.push(...observeOpen(facts, look, priya).facts);
  return facts;
}

const recognized = (days: Recognized['days'] = [], id = 'recognized-1'): Recognized => ({
  kind: 'recognized',
  id,
  recordedAt: at('2026-11-13 17:00'),
  series: BEGUN,
  is: daily.series,
  days,
});

const datesIn = (facts: readonly Fact[], series: string) =>
  judge(facts, series, NOW)
    .occurrences.filter(({ effective }) => effective.start <= NOW)
    .map(({ date, outcome }) => `${date} ${outcome}`);

describe('A log that was begun without Graph', () => {
  const looks = opened(open('2026-11-02'), open('2026-11-09'));
  const start = begun.kept('start', '2026-11-02 12:00', at('2026-11-02 09:00'));

  test('knows of the occurrences that were opened, and of no other', () => {
    expect(datesIn([start, ...looks], BEGUN)).toEqual(['2026-11-02 not-recorded', '2026-11-09 not-recorded']);
  });

  test('2.12 counts nothing that nobody noted, whatever the rule plans: not held, not missed, not cancelled', () => {
    const ruled = opened(open('2026-11-02', { recurrence: ruleOf(daily) }), open('2026-11-09'));
    const facts = [start, ...ruled, begun.noted('2026-11-02', '2026-11-02 15:40', 'we-met')];
    const lineage = judge(facts, BEGUN, NOW);
    const past = lineage.occurrences.filter(({ effective }) => effective.end <= NOW);
    expect(past.map(({ outcome }) => outcome)).toEqual(['held', ...Array(9).fill('not-recorded')]);
    const coverage = measuresOf(lineage, [], []).find(({ name }) => name === 'coverage');
    expect(coverage).toMatchObject({ count: 1, of: 10 });
  });

  test.each([
    ['another day', { days: ['tuesday' as const] }, {}],
    ['another time', {}, { startMinute: 9 * 60 }],
    ['another length', {}, { lengthMinutes: 45 }],
  ])('believes no rule that plans %s than the occurrence that is open', (_, told, rule) => {
    const recurrence: Recurrence = { ...ruleOf({ ...daily, ...told }), ...rule };
    const [seen] = opened(open('2026-11-02', { recurrence }));
    expect(seen).toMatchObject({ kind: 'series-seen', recurrence: null });
  });

  test('says nothing new at a second look, and keeps the rule that it was told once', () => {
    const ruled = open('2026-11-02', { recurrence: ruleOf(daily) });
    const again = open('2026-11-02', { readAt: at('2026-11-02 15:45') });
    expect(opened(ruled, again)).toHaveLength(2);
    expect(opened(open('2026-11-02'), open('2026-11-03')).map(({ kind }) => kind)).toEqual([
      'series-seen',
      'sighting',
      'sighting',
    ]);
  });

  test('does not take an occurrence for sighted that Outlook calls cancelled: nobody can tell', () => {
    const sight = observeOpen([], open('2026-11-02', { title: `Canceled: ${daily.title}` }), priya);
    expect(sight.occurrence).toBeNull();
    expect(sight.facts.map(({ kind }) => kind)).toEqual(['series-seen']);
  });

  test('1 a moved occurrence keeps its key where its id tells the day it was planned for', () => {
    const moved = open('2026-11-02', {
      span: span('2026-11-05', '10:00', '10:30'),
      originalDate: '2026-11-02',
      readAt: at('2026-11-04 12:00'),
    });
    const facts = [start, ...opened(open('2026-11-02', { readAt: at('2026-11-02 12:00') }), moved)];
    const [one, ...others] = judge(facts, BEGUN, NOW).occurrences;
    expect(others).toEqual([]);
    expect(one?.moves).toHaveLength(1);
    expect(one).toMatchObject({ date: '2026-11-02', effective: span('2026-11-05', '10:00', '10:30') });
  });
});

describe('Recognized when Graph can be asked', () => {
  /** What Graph shows of the first two weeks of November. */
  const dates = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'].map((day) => `2026-11-${day}`);
  const seenAt = at('2026-11-13 17:00');
  const byGraph = [
    sync.seen({ seenAt, cancelledDates: [] }),
    ...dates.map((date) => sync.sighted(date, { seenAt, cancelled: date === '2026-11-11' })),
  ];
  const start = begun.kept('start', '2026-11-02 12:00', at('2026-11-02 09:00'));
  const byHand = [
    start,
    ...opened(...dates.slice(0, 8).map((date) => open(date))),
    begun.noted('2026-11-02', '2026-11-02 15:40', 'we-met'),
    begun.noted('2026-11-03', '2026-11-03 15:40', 'nobody-joined'),
    { ...begun.ruled({ window: { minutes: 60 } }, '2026-11-04 09:00') },
  ];

  test('is one series: everything noted is there, and nothing twice', () => {
    const lineage = judge([...byHand, recognized(), ...byGraph], daily.series, NOW);
    expect(lineage.series).toEqual([daily.series]);
    const keys = lineage.occurrences.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(lineage.occurrences.filter(({ date }) => dates.includes(date))).toHaveLength(dates.length);
    expect(occurrenceOn(lineage, '2026-11-02').outcome).toBe('held');
    expect(occurrenceOn(lineage, '2026-11-03').outcome).toBe('not-held-no-message');
    expect(lineage.window).toEqual({ minutes: 60 });
  });

  test('5.1 an open item was a look: what Graph shows as cancelled was not yet cancelled then', () => {
    const lineage = judge([...byHand, recognized(), ...byGraph], daily.series, NOW);
    expect(occurrenceOn(lineage, '2026-11-11').notice).toMatchObject({ at: null, upper: 180 });
  });

  test('what Graph knows of the rule stands for what the item had told of it', () => {
    const ends = ruleOf({ ...daily, lastDate: '2026-11-04' });
    const facts = [
      start,
      ...opened(open('2026-11-02', { recurrence: ruleOf(daily) })),
      recognized(),
      sync.seen({ seenAt, recurrence: ends }),
      ...dates.slice(0, 3).map((date) => sync.sighted(date, { seenAt })),
    ];
    expect(datesIn(facts, daily.series)).toEqual(dates.slice(0, 3).map((date) => `${date} not-recorded`));
  });

  test('a report that was imported by hand lies with its occurrence', () => {
    const there = begun.plannedSpan('2026-11-04');
    const report = begun.report(there, [rowOf(priya, there), rowOf(marcus, there)], {
      source: 'teams-csv',
      occurrence: begun.key('2026-11-04'),
    });
    const lineage = judge([...byHand, report, recognized(), ...byGraph], daily.series, NOW);
    expect(occurrenceOn(lineage, '2026-11-04').outcome).toBe('held');
  });

  test('is asked for by either name', () => {
    const facts = [...byHand, recognized(), ...byGraph];
    expect(judge(facts, BEGUN, NOW)).toEqual(judge(facts, daily.series, NOW));
  });

  test('an occurrence that had been moved before it was opened is the one it was planned as, and moved', () => {
    const moved = span('2026-11-05', '10:00', '10:30');
    const facts = [
      start,
      ...opened(open('2026-11-02', { span: moved })),
      begun.noted('2026-11-05', '2026-11-05 10:40', 'we-met'),
      recognized([{ noted: '2026-11-05', is: '2026-11-03' }]),
      sync.seen({ seenAt }),
      sync.sighted('2026-11-03', { seenAt, span: moved }),
      sync.sighted('2026-11-05', { seenAt }),
    ];
    const lineage = judge(facts, daily.series, NOW);
    expect(occurrenceOn(lineage, '2026-11-03')).toMatchObject({ outcome: 'held-moved', effective: moved });
    expect(occurrenceOn(lineage, '2026-11-03').moves).toHaveLength(1);
    expect(occurrenceOn(lineage, '2026-11-05').outcome).toBe('not-recorded');
  });

  test('can be taken back, and then it is two', () => {
    const back: Fact = { kind: 'undo', id: 'undo-1', recordedAt: NOW, of: 'recognized-1' };
    const facts = [...byHand, recognized(), ...byGraph, back];
    expect(judge(facts, BEGUN, NOW).series).toEqual([BEGUN]);
    expect(occurrenceOn(judge(facts, daily.series, NOW), '2026-11-02').outcome).toBe('not-recorded');
  });

  test('a file that calls a series of Graph by another name, or one of Outlook’s by itself, changes nothing', () => {
    const odd: Fact[] = [
      { ...recognized([], 'odd-1'), series: daily.series, is: 'atlas' },
      { ...recognized([], 'odd-2'), series: BEGUN, is: BEGUN },
    ];
    expect(judge([...byGraph, ...odd], daily.series, NOW)).toEqual(judge(byGraph, daily.series, NOW));
    expect(asRecognized([...byHand, ...odd])).toEqual([...byHand, ...odd]);
  });

  test('in whatever order the facts come, and however often they are read', () => {
    const all = [...byHand, recognized(), ...byGraph];
    const whole = judge(all, daily.series, NOW);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (mixed) => {
        expect(judge(mixed, daily.series, NOW)).toEqual(whole);
        const once = asRecognized(mixed);
        expect(asRecognized(once)).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });

  test('as if Graph had been there when it was noted', () => {
    const note = fc.record({
      date: fc.constantFrom(...dates),
      said: fc.constantFrom('we-met', 'nobody-joined', 'agreed-to-skip', 'i-was-not-there'),
    } as const);
    fc.assert(
      fc.property(fc.array(note, { maxLength: 6 }), (notes) => {
        const told = (meeting: typeof sync) =>
          notes.map(({ date, said }, at) => ({
            ...meeting.noted(date, `${date} 15:4${at}`, said),
            id: `note-${at}`,
          }));
        const without = [start, ...told(begun), recognized(), ...byGraph];
        const with_ = [{ ...start, series: daily.series }, ...told(sync), ...byGraph];
        const [ours, theirs] = [without, with_].map((facts) => judge(facts, daily.series, NOW));
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 30 },
    );
  });
});
