import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Erasure } from '../../src/domain/facts/entered/erasure';
import type { Reduced } from '../../src/domain/facts/entered/reduced';
import type { Fact } from '../../src/domain/facts/log/fact';
import { boundsOf, deletionFault, entitled } from '../../src/domain/forget/bounds';
import { whatWouldGo } from '../../src/domain/forget/what-would-go';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { UNTIMED } from '../../src/domain/pace';
import { DAY } from '../../src/domain/time/time';
import { readFactLines } from '../../src/formats/log/roaming-file';
import { type Ledger, openMemoryLedger } from '../../src/ledger/ledger';
import { importLog, planImport } from '../../src/tasks/log/import-log';
import type { Ports } from '../../src/tasks/ports';
import { erasureOf, logJson } from '../at-once';
import { away, checkIn, decision, keeping, MONDAY, OWNER, person, sighting } from '../contracts/sample-facts';

const NOW = MONDAY + 2 * DAY;
/** Half a year of a daily meeting, and what was agreed with somebody. */
const HELD: readonly Fact[] = [
  keeping('k', 'a', 'start', MONDAY - 300 * DAY),
  ...Array.from({ length: 200 }, (_, day) => [sighting('a', -day), checkIn(`c${day}`, 'a', -day)]).flat(),
  away('w', 'Marcus'),
  decision('d', 'a', 1),
  agreement('g-marcus', 'Marcus'),
  agreement('g-dana', 'Dana'),
  reply('r-marcus', 'g-marcus'),
  reply('r-dana', 'g-dana'),
];

function agreement(id: string, who: string): Fact {
  return {
    ...{
      kind: 'agreement',
      id,
      recordedAt: MONDAY,
      series: 'a',
      person: person(who),
      version: 1,
      zone: null,
    },
    ...{ topics: [], answerDays: null, silence: 'hold', reachAt: '' },
  };
}

function reply(id: string, of: string): Fact {
  return {
    ...{ kind: 'agreement-reply', id, recordedAt: MONDAY, series: 'a', agreement: of, at: MONDAY },
    ...{ said: 'agreed', words: '', source: 'by-hand' },
  };
}

const reduced = (until: unknown, more: object = {}) =>
  ({ kind: 'reduced', id: 'x1', recordedAt: 1, series: 's', until, months: [], ...more }) as Reduced;
const retention = (days: unknown, more: object = {}) =>
  ({ kind: 'retention', id: 'zzzz', recordedAt: 1, days, ...more }) as unknown as Fact;
const erasure = (more: object) =>
  ({
    ...{ kind: 'erasure', id: 'x2', recordedAt: NOW, role: 'colleague', salt: 's', marks: [], alone: [] },
    ...{ entries: [], ...more },
  }) as Erasure;

async function logWith(facts: readonly Fact[] = HELD) {
  const ledger = await openMemoryLedger({ clock: () => NOW, judge: judging, rejudge, owner: () => OWNER });
  await ledger.append(facts);
  const ports = { ledger, clock: () => NOW, turns: UNTIMED } as unknown as Ports;
  return { ledger, ports };
}

const held = async (ledger: Ledger) => (await ledger.allFacts()).map(({ id }) => id).sort();

/** As somebody would write it who knows the form of the file. */
const fileOf = (facts: readonly unknown[]): string =>
  logJson({ facts: facts as Fact[], owner: OWNER, exportedAt: NOW, app: '1' });

const REFUSED: readonly (readonly [string, unknown])[] = [
  ...[0, -100_000, 0.5, 1e9, 29, 31, 181, '180', null, Number.NaN, Infinity, [180], true].map(
    (days) => [`a retention of ${JSON.stringify(days)} (${String(days)})`, retention(days)] as const,
  ),
  ...['9999-12', '2026-13', '2026-00', 'abc', '', '2026-1', '2026-10', '2026-11', '2026-06', '202X-01'].map(
    (until) => [`rows reduced until «${until}»`, reduced(until)] as const,
  ),
  ['rows reduced until a number', reduced(202601)],
  ['counts of a month that stays', reduced('2026-04', { months: [counts('2026-09')] })],
  ['fewer than no meetings', reduced('2026-04', { months: [{ ...counts('2026-03'), moves: -5 }] })],
  ['a choice of the future', retention(30, { recordedAt: NOW + 400 * DAY })],
  ['a choice by a stamp of the future', retention(30, { id: 'zzzzzzzzz-zzz-evil' })],
  ['an erasure that names nobody', erasure({ entries: ['c1', 'c2'] })],
  ['an erasure of everything', erasure({ marks: ['0'], entries: HELD.map(({ id }) => id) })],
  ['an erasure of somebody else’s reply', erasure({ ...marksOf('Marcus'), entries: ['r-dana'] })],
];

function counts(month: string) {
  return { month, outcomes: { held: 1 }, moves: 0, shortNoticeMoves: 0, minutes: 1, plannedMinutes: 1 };
}

function marksOf(who: string): Pick<Erasure, 'salt' | 'marks'> {
  const given = { id: 'x', recordedAt: NOW, role: 'colleague', salt: 'salt' } as const;
  const { salt, marks } = erasureOf([], OWNER, person(who), given);
  return { salt, marks };
}

describe('9 What deletes keeps within its bounds', () => {
  test.each(REFUSED)('%s is refused with its line, whole, and takes nothing', async (_, fact) => {
    const { ledger, ports } = await logWith();
    const before = await held(ledger);
    const plan = await planImport(ports, fileOf([{ ...checkIn('new', 'a', 1) }, fact]));
    expect(plan).toMatchObject({ ok: false });
    expect(plan.ok ? null : plan.fault.line).toBeGreaterThan(9);
    // The other ways in: the folder of the other machines, and the ledger’s own doors.
    const { facts } = readFactLines(`${JSON.stringify(fact)}\n`);
    await ledger.merge(facts);
    await ledger.bring(facts);
    expect(await held(ledger)).toEqual(before);
    expect(await ledger.limits()).toEqual([]);
  });

  test.each([0, -100_000, 0.5, 1e9, '180', null])(
    'nobody here can choose to keep rows for %s days',
    async (days) => {
      const { ledger } = await logWith();
      await ledger.append([retention(days, { id: 'mine' })]);
      expect(await held(ledger)).not.toContain('mine');
    },
  );

  test('what a retention has reached may be reduced, and an own export says so after the choice was changed', async () => {
    const { ports } = await logWith();
    const short = retention(30, { id: 'a', recordedAt: MONDAY - 20 * DAY });
    const long = retention(365, { id: 'b', recordedAt: MONDAY });
    const file = [...HELD, short, long, reduced('2026-09', { recordedAt: MONDAY - 10 * DAY })];
    expect(await planImport(ports, fileOf(file))).toMatchObject({ ok: true });
    expect(await planImport(ports, fileOf([reduced('2026-04')]))).toMatchObject({ ok: true });
  });

  test.each([40, 200, 2000])(
    'a choice that another machine made %i days after the last entry is heeded',
    async (days) => {
      const later = NOW + days * DAY;
      const ledger = await openMemoryLedger({
        clock: () => later,
        judge: judging,
        rejudge,
        owner: () => OWNER,
      });
      await ledger.append(HELD);
      const choice = retention(90, { id: 'a', recordedAt: later - DAY });
      const ports = { ledger, clock: () => later, turns: UNTIMED } as unknown as Ports;
      expect(await planImport(ports, fileOf([...HELD, choice]))).toMatchObject({ ok: true });
      await ledger.merge([choice]);
      expect(await held(ledger)).toContain('a');
    },
  );

  test('no line may take a month that the retention that stands has not reached by the latest fact, whatever the clock says', () => {
    const days = fc.constantFrom(30, 90, 180, 365);
    const month = fc.record({
      year: fc.integer({ min: 1970, max: 2199 }),
      month: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(days, month, fc.integer({ min: 0, max: 80_000 }), (kept, on, later) => {
        const until = `${on.year}-${`${on.month}`.padStart(2, '0')}`;
        const facts = [checkIn('c', 'a'), retention(kept, { id: 'a' })];
        const fault = deletionFault(reduced(until), boundsOf(facts, NOW + later * DAY));
        const end = Date.UTC(on.year, on.month, 1);
        if (end > NOW - kept * DAY) expect(fault).not.toBeNull();
        if (end <= MONDAY - (kept + 1) * DAY) expect(fault).toBeNull();
      }),
    );
  });
});

describe('9 An erasure takes only what its digests name', () => {
  test('replies of whoever it names, and no other fact by its id', () => {
    const named = erasure({ ...marksOf('Marcus'), entries: ['r-marcus', 'r-dana', 'c1', 'gone before'] });
    expect(entitled(named, HELD, [OWNER.key]).entries).toEqual(['r-marcus', 'gone before']);
  });

  test('no meeting in which somebody else is', async () => {
    const { ledger, ports } = await logWith();
    const before = await held(ledger);
    const hostile = erasure({ ...marksOf('Zoe'), alone: ['a'] });
    const plan = await planImport(ports, fileOf([hostile]));
    expect(plan).toMatchObject({ ok: true, value: { wouldGo: null } });
    await ledger.merge([hostile]);
    expect(await held(ledger)).toEqual([...before, 'x2'].sort());
    expect(await ledger.rebuild()).toBe(true);
    await ledger.append([checkIn('later', 'a', 1, { recordedAt: 5 })]);
    expect(await held(ledger)).toContain('later');
  });
});

describe('9 The question before an import', () => {
  test('counts what would go in days, rows and people', async () => {
    const { ports } = await logWith();
    const plan = await planImport(ports, fileOf([retention(30, { id: 'a', recordedAt: MONDAY })]));
    const wouldGo = plan.ok ? plan.value.wouldGo : null;
    // All of May to September 2026, and nothing of October: 30 days reach the 18th of it.
    const days = HELD.filter((fact) => fact.kind === 'sighting' && fact.occurrence < 'a/2026-10').length;
    expect(wouldGo).toMatchObject({ days, people: 2, reduces: true, erases: false });
    expect(wouldGo?.rows).toBeGreaterThanOrEqual(days);
  });

  test('says that nothing goes where nothing would, of an own export as well', async () => {
    const { ledger, ports } = await logWith();
    const plan = await planImport(ports, fileOf(await ledger.allFacts()));
    expect(plan).toMatchObject({ ok: true, value: { added: 0, wouldGo: null } });
    const longer = await planImport(ports, fileOf([retention(365, { id: 'a' })]));
    expect(longer).toMatchObject({ ok: true, value: { wouldGo: null } });
  });

  test('counts exactly what goes: nothing where it says nothing, and something where it says so', async () => {
    const some = fc.subarray([...HELD], { minLength: 1, maxLength: 40 });
    const limit = fc.constantFrom<Fact>(
      erasure(marksOf('Marcus')),
      erasure(marksOf('Zoe')),
      reduced('2026-04'),
      reduced('2026-05'),
      reduced('2025-01'),
    );
    await fc.assert(
      fc.asyncProperty(some, limit, async (facts, one) => {
        const { ledger } = await logWith(facts);
        const before = JSON.stringify((await ledger.allFacts()).toSorted(byId));
        const ownKeys = [OWNER.key];
        const would = whatWouldGo({ facts: await ledger.allFacts(), incoming: [one], ownKeys, now: NOW });
        await ledger.append([one]);
        const after = JSON.stringify(
          (await ledger.allFacts()).filter(({ id }) => id !== one.id).toSorted(byId),
        );
        expect(would === null).toBe(before === after);
      }),
      { numRuns: 30 },
    );
  });

  test('an import adds what it said, and a second one of the same file nothing', async () => {
    const { ports } = await logWith();
    const plan = await planImport(ports, fileOf([checkIn('new', 'a', 1)]));
    if (!plan.ok) throw new Error(plan.fault.why);
    expect(await importLog(ports, plan.value)).toBe(1);
    expect(await importLog(ports, plan.value)).toBe(0);
  });
});

const byId = (a: Fact, b: Fact): number => (a.id < b.id ? -1 : 1);
