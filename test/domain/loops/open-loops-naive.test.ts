import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ANSWERS, DECISION_STEPS } from '../../../src/domain/facts/decided/consulting';
import { PROMISE_STEPS } from '../../../src/domain/facts/decided/promise';
import { LOOP_KINDS } from '../../../src/domain/facts/entered/put-off';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { mattersOf, nextMidnight, openLoops } from '../../../src/domain/loops/open-loops';
import { DAY, HOUR } from '../../../src/domain/time/time';
import { anyFact } from '../builders/any-fact';
import { answer, request, step } from '../builders/consult-facts';
import { days, decision, judged, lineageOf, recap } from '../builders/judged-month';
import { point, pointStep } from '../builders/point-facts';
import { promised, promiseStep } from '../builders/promise-facts';
import { MARCUS, PRIYA, utc } from '../builders/readings';
import { naiveLoops } from '../naive/naive-loops';

const FIRST = utc('2026-10-26T00:00');
/** The four weeks from there on. */
const LENGTH = 20;
const NOW = FIRST + 26 * DAY;
const IDS = ['d1', 'd2', 'd3'];

const hour = fc.integer({ min: 0, max: 26 * 24 - 1 });
const which = fc.integer({ min: 0, max: LENGTH - 1 });
const id = fc.constantFrom(...IDS);

/** What happens, each at an hour of its own. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('answer' as const), id, said: fc.constantFrom(...ANSWERS) }),
  fc.record({ what: fc.constant('step' as const), id, does: fc.constantFrom(...DECISION_STEPS) }),
  fc.record({ what: fc.constant('ask' as const), id, days: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    ...{ what: fc.constant('mail' as const), which, decisions: fc.uniqueArray(id) },
    does: fc.constantFrom('sending' as const, 'sent' as const, 'taken-back' as const, 'refused' as const),
  }),
  fc.record({ what: fc.constant('raise' as const) }),
  fc.record({
    ...{ what: fc.constant('say' as const), which },
    does: fc.constantFrom('talked-about' as const, 'not-yet' as const, 'dropped' as const),
  }),
  fc.record({ what: fc.constant('promise' as const), days: fc.integer({ min: 0, max: 12 }) }),
  fc.record({
    ...{ what: fc.constant('word' as const), days: fc.integer({ min: 0, max: 12 }) },
    does: fc.constantFrom(...PROMISE_STEPS),
  }),
  fc.record({ what: fc.constant('put off' as const), loop: fc.constantFrom(...LOOP_KINDS) }),
);

const history = fc.record({
  /** There is one on the day on which it is looked at. */
  today: fc.boolean(),
  letters: fc.string({ unit: fc.constantFrom('h', 'c', 'n', '?'), minLength: LENGTH, maxLength: LENGTH }),
  decided: fc.array(fc.record({ which, proposed: fc.boolean(), look: fc.option(which, { nil: null }) }), {
    minLength: 1,
    maxLength: IDS.length,
  }),
  happenings: fc.uniqueArray(fc.tuple(hour, happening), { selector: ([at]) => at, maxLength: 12 }),
});

describe('What is owed (14.1)', () => {
  test('is what a plain walk over the same history says: the lines, their order, each matter once, and what was put off', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(history, ({ today, letters, decided, happenings }) => {
        const next = today ? [judged('2026-11-21', 'upcoming')] : [];
        const occurrences = [...days(letters, '2026-10-26'), ...next];
        const dayOf = (at: number) => occurrences[at]?.date ?? '';
        const facts: Fact[] = decided.map(({ which: at, proposed, look }, n) =>
          decision(n + 1, {
            ...{ occurrence: `daily/${dayOf(at)}`, decidedAt: utc(`${dayOf(at)}T15:20`) + n, proposed },
            ...(look === null ? {} : { revisitOn: dayOf(look) }),
          }),
        );
        const lineage = lineageOf(occurrences);
        const loopsAt = (now: number) => {
          const { matters, putOffs } = mattersOf(lineage, facts, PRIYA, now);
          const outside = mattersOf(null, facts, PRIYA, now);
          return openLoops({ matters: [...matters, ...outside.matters], putOffs }, now);
        };
        const dayAfter = (on: number, later: number) => new Date(on + later * DAY).toISOString().slice(0, 10);
        for (const [at, one] of [...happenings].sort(([a], [b]) => a - b)) {
          const on = FIRST + at * HOUR + 1;
          const stamp = { id: `e${String(at).padStart(4, '0')}`, recordedAt: on };
          const when = new Date(on).toISOString().slice(0, 16);
          if (one.what === 'answer')
            facts.push(answer(one.said, when, { ...stamp, decision: one.id, at: on }));
          if (one.what === 'step') facts.push(step(one.does, when, { ...stamp, decision: one.id, at: on }));
          if (one.what === 'ask')
            facts.push(
              request({
                ...stamp,
                mailKey: stamp.id,
                decision: one.id,
                askedAt: on,
                deadline: on + one.days * DAY,
              }),
            );
          if (one.what === 'mail')
            facts.push(
              recap(stamp.id, dayOf(one.which), one.does, {
                ...{ recordedAt: on, sentAt: one.does === 'sent' ? on : null, decisions: one.decisions },
              }),
            );
          if (one.what === 'raise') facts.push(point(1, { ...stamp, raisedAt: on }));
          if (one.what === 'say') {
            const [raised] = facts.filter((fact) => fact.kind === 'point');
            const occurrence = one.does === 'dropped' ? null : `daily/${dayOf(one.which)}`;
            if (raised !== undefined)
              facts.push(pointStep(raised.id, one.does, when, { ...stamp, at: on, occurrence }));
          }
          if (one.what === 'promise')
            facts.push(promised(stamp.id, { ...stamp, saidAt: on, by: dayAfter(on, one.days) }));
          if (one.what === 'word') {
            const [first] = facts.filter((fact) => fact.kind === 'promise');
            const by = one.does === 'moved' ? { by: dayAfter(on, one.days) } : {};
            if (first !== undefined)
              facts.push(promiseStep(first.id, one.does, when, { ...stamp, ...by, at: on }));
          }
          if (one.what === 'put off') {
            const owed = loopsAt(on).find(({ kind }) => kind === one.loop);
            if (owed !== undefined)
              facts.push({
                ...{ kind: 'put-off', ...stamp, series: 'daily', loop: one.loop, person: MARCUS.key },
                ...{ held: owed.holds.map((held) => held.id), until: nextMidnight(on, PRIYA.zone) },
              });
          }
        }
        const lines = loopsAt(NOW);
        for (const { kind } of lines) seen.add(kind);
        const said = lines.map(
          ({ kind, holds }) =>
            `${kind} ${holds
              .map((held) => held.id)
              .sort()
              .join('+')}`,
        );
        expect(said).toEqual(naiveLoops(facts, occurrences, NOW));
      }),
      { numRuns: 300 },
    );
    expect([...seen].sort()).toEqual(LOOP_KINDS.filter((kind) => kind !== 'reply').sort());
  });

  test('is found in whatever a file brings, whatever its order', () => {
    const lineage = lineageOf(days('hc?nu', '2026-11-16'), { series: ['one', 'daily'] });
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 30 }), (facts) => {
        const { matters, putOffs } = mattersOf(lineage, facts, PRIYA, NOW);
        const lines = openLoops({ matters, putOffs }, NOW);
        const turned = { matters: [...matters].reverse(), putOffs: [...putOffs].reverse() };
        expect(openLoops(turned, NOW).map(({ holds }) => holds.map((held) => held.id).sort())).toEqual(
          lines.map(({ holds }) => holds.map((held) => held.id).sort()),
        );
        expect(
          new Set(lines.map(({ kind, holds }) => `${kind} ${holds[0]?.id} ${holds[0]?.takes}`)).size,
        ).toBe(lines.length);
      }),
    );
  });
});
