import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import { reachOf } from '../../../../src/domain/facts/log/words-by-occurrence';
import type { OccurrenceKey } from '../../../../src/domain/facts/things/occurrence';
import type { JudgedLineage } from '../../../../src/domain/judge/judged/judged';
import { rejudge } from '../../../../src/domain/judge/verdict/judge';
import { DAY, HOUR, type Instant, MINUTE } from '../../../../src/domain/time/time';
import { judgeLineage } from '../../../at-once';
import { anyFact } from '../../builders/any-fact';
import { about, at, daily, priya } from '../../builders/facts';
import { DATE, factsOf, happened, KEY } from '../../builders/worlds';

/** A word is judged alone, and the lineage is the same as if everything had been judged: here it is, both ways. */

const SEED = 20_261_121;

interface Step {
  readonly fact: Fact | null;
  readonly now: Instant;
}

/** The occurrence a fact is about; an undo is about what it takes back. */
function keyOf(fact: Fact, facts: readonly Fact[], depth = 0): OccurrenceKey | null {
  if (fact.kind !== 'undo') return 'occurrence' in fact ? fact.occurrence : null;
  const of = facts.find(({ id }) => id === fact.of);
  return of === undefined || depth > facts.length ? null : keyOf(of, facts, depth + 1);
}

/** Says how often a word was judged alone, and checks each time that nothing differs. */
function follow(first: readonly Fact[], series: string, begun: Instant, steps: readonly Step[]): number {
  let facts = first;
  let alone = 0;
  let before: JudgedLineage | null = judgeLineage({ owner: priya, facts }, series, begun);
  for (const { fact, now } of steps) {
    const told = new Map<OccurrenceKey, readonly Fact[]>();
    let reach = 'nothing';
    if (fact !== null && !facts.some(({ id }) => id === fact.id)) {
      facts = [...facts, fact];
      const key = keyOf(fact, facts);
      const page = facts.filter((one) => key !== null && keyOf(one, facts) === key);
      reach = reachOf(fact, facts);
      if (key !== null && reach === 'occurrence') told.set(key, page);
    }
    const whole = judgeLineage({ owner: priya, facts: [...facts] }, series, now);
    // Where a series was recognized, what was said under its other name counts as well: the ledger judges everything.
    const hasOtherName = facts.some(({ kind }) => kind === 'recognized');
    const isAlone = reach !== 'lineage' && !hasOtherName;
    const short = isAlone && before !== null ? rejudge(before, told, now) : null;
    if (short !== null) {
      alone += 1;
      expect(short).toEqual(whole);
    }
    before = short ?? whole;
  }
  return alone;
}

const sayings = ['we-met', 'nobody-joined', 'agreed-to-skip', 'i-was-not-there', null] as const;
const DAYS = ['2026-11-02', DATE, '2026-11-04'] as const;

/** What an owner could say next, and how much later; undos name one of the words before. */
const word = fc.record({
  kind: fc.constantFrom('check-in', 'check-in', 'correction', 'dispute', 'annotation', 'undo', 'nothing'),
  said: fc.constantFrom(...sayings),
  day: fc.constantFrom(...DAYS),
  later: fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((minutes) => minutes * MINUTE),
    fc.constant(9 * HOUR),
  ),
  pick: fc.nat(9),
});

function stepsOf(
  words: readonly (typeof word extends fc.Arbitrary<infer Word> ? Word : never)[],
  from: Instant,
) {
  const steps: Step[] = [];
  let now = from;
  for (const [at, { kind, said, day, later, pick }] of words.entries()) {
    now += later;
    const told = { id: `word ${at}`, recordedAt: now, occurrence: `${KEY.slice(0, -11)}/${day}` };
    const facts: Record<typeof kind, Fact | null> = {
      'check-in': {
        kind: 'check-in',
        ...told,
        said,
        minutes: said === 'we-met' ? pick * 5 : null,
        people: [],
      },
      correction: { kind: 'correction', ...told, reason: 'I was there', outcome: 'held-part' },
      dispute: { kind: 'dispute', ...told, reason: 'not so' },
      annotation: { kind: 'annotation', ...told, by: null, words: 'a note' },
      undo: { kind: 'undo', id: told.id, recordedAt: now, of: `word ${pick % (at + 1)}` },
      nothing: null,
    };
    steps.push({ fact: facts[kind], now });
  }
  return steps;
}

const SERIES = KEY.slice(0, -11);

test('a word about an occurrence judged alone is judged as with everything else', { timeout: 60_000 }, () => {
  let alone = 0;
  fc.assert(
    fc.property(happened, fc.array(word, { minLength: 1, maxLength: 6 }), (world, words) => {
      const { facts, now } = factsOf(world);
      const kept: Fact = { ...about({ ...daily, series: SERIES }).kept('start', '2026-10-20 09:00') };
      alone += follow([kept, ...facts], SERIES, now, stepsOf(words, now));
    }),
    { numRuns: 120, seed: SEED },
  );
  expect(alone).toBeGreaterThan(250);
});

test('5.3 a word beside a new invitation is one about the occurrence it stands for', () => {
  const sync = about({ ...daily, series: SERIES, firstDate: '2026-11-02' });
  const again = about({ ...daily, series: 'again', start: '15:30', firstDate: DATE });
  const single = { seenAt: at(`${DATE} 09:31`), createdAt: at(`${DATE} 09:30`) };
  const facts: readonly Fact[] = [
    ...[sync.kept('start', '2026-10-20 09:00'), sync.seen()],
    ...DAYS.map((date) => sync.sighted(date)),
    sync.cancelledBy(DATE, '2026-11-02 18:00'),
    ...[again.seen({ ...single, recurrence: null }), again.sighted(DATE, { ...single, single: true })],
  ];
  const now = at(`${DATE} 15:50`);
  const met = again.noted(DATE, now, 'we-met');
  const before = judgeLineage({ owner: priya, facts }, SERIES, now);
  if (before === null) throw new Error('Nothing was judged');
  const after = rejudge(before, new Map([[`again/${DATE}`, [...facts.slice(-2), met]]]), now + HOUR);
  expect(after).toEqual(judgeLineage({ owner: priya, facts: [...facts, met] }, SERIES, now + HOUR));
  expect(after?.occurrences.find(({ key }) => key === KEY)?.outcome).toBe('held-reinstated');
});

test('when a later look reaches further, everything is judged', () => {
  const sync = about({ ...daily, series: SERIES });
  const facts: readonly Fact[] = [sync.kept('start', '2026-10-20 09:00'), sync.seen()];
  const now = at('2026-11-06 18:00');
  const before = judgeLineage({ owner: priya, facts }, SERIES, now);
  if (before === null) throw new Error('Nothing was judged');
  const sameDay = now + 2 * HOUR;
  expect(rejudge(before, new Map(), sameDay)).toEqual(judgeLineage({ owner: priya, facts }, SERIES, sameDay));
  expect(rejudge(before, new Map(), now + 4 * DAY)).toBeNull();
  expect(rejudge(before, new Map(), now - 1)).toBeNull();
});

test('whatever a log holds, a word judged alone changes nothing else', { timeout: 60_000 }, () => {
  let alone = 0;
  const start = fc.constantFrom('one', 'one', 'two').map((series): Fact => {
    const from = at('2026-10-20 09:00');
    return { kind: 'keeping', id: `kept ${series}`, recordedAt: from, series, does: 'start', from };
  });
  const sync = about({ ...daily, series: 'one' });
  const seen = [sync.seen(), ...DAYS.map((date) => sync.sighted(date))];
  const said = anyFact
    .filter((fact) => reachOf(fact, []) === 'occurrence')
    .chain((fact) => fc.constantFrom(...DAYS).map((day) => ({ ...fact, occurrence: `one/${day}` }) as Fact));
  fc.assert(
    fc.property(
      start,
      fc.array(anyFact, { maxLength: 12 }),
      fc.array(fc.tuple(fc.oneof(said, anyFact), fc.nat(DAY)), { maxLength: 6 }),
      (kept, facts, later) => {
        let now = at('2026-11-03 12:00');
        const steps = later.map(([fact, after], place): Step => {
          now += after;
          return { fact: { ...fact, id: `${fact.id}${place}` }, now };
        });
        // One id is one fact: of two under one, each way could take another one first.
        const told = facts.filter(({ id }, place) => facts.findIndex((one) => one.id === id) === place);
        alone += follow([kept, ...seen, ...told], 'one', at('2026-11-03 12:00'), steps);
      },
    ),
    { numRuns: 120, seed: SEED },
  );
  expect(alone).toBeGreaterThan(30);
});
