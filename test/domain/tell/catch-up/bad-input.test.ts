import { describe, expect, test } from 'vitest';

import { agreementViews } from '../../../../src/domain/agree/agreed';
import { decisionHistories } from '../../../../src/domain/agree/decision-history';
import { rolePerson } from '../../../../src/domain/facts/entered/erasure';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import { tellingsIn } from '../../../../src/domain/facts/log/tellings';
import type { Person } from '../../../../src/domain/facts/things/person';
import { mattersOf, openLoops } from '../../../../src/domain/loops/open-loops';
import { pointHistories } from '../../../../src/domain/points/point-history';
import { catchUpOf } from '../../../../src/domain/tell/catch-up/catch-up';
import { returnedAmong } from '../../../../src/domain/tell/catch-up/returned-mail';
import { toldIn } from '../../../../src/domain/tell/catch-up/told-in';
import { canBeTicked } from '../../../../src/domain/tell/recipients';
import { agreement, reply } from '../../builders/consult-facts';
import { catchUpEntry, days, decision, lineageOf, recap } from '../../builders/judged-month';
import { point } from '../../builders/point-facts';
import { LENA, MARCUS, PRIYA, utc } from '../../builders/readings';

const NOW = utc('2026-11-20T12:00');
const AGREED = [agreement(1), reply(1)];
const MISSED = days('c', '2026-11-16');
const lineage = lineageOf(MISSED);
const decidedIn = (number: number, more = {}) =>
  decision(number, {
    ...{ decidedAt: utc('2026-11-16T15:20') + number, occurrence: 'daily/2026-11-16' },
    ...more,
  });

function hears(facts: readonly Fact[], person: Person = MARCUS) {
  return catchUpOf(
    {
      ...{ owner: PRIYA, lineages: [lineage], histories: decisionHistories(facts, NOW) },
      ...{ recaps: tellingsIn(facts), points: pointHistories(facts), agreements: agreementViews(facts) },
      requests: facts.filter((fact) => fact.kind === 'input-request'),
    },
    person,
    NOW,
  );
}
const idsOf = ({ whole, lines }: ReturnType<typeof hears>): readonly string[] =>
  [...whole, ...lines].map((one) => (one.kind === 'point' ? one.history.point.id : one.history.decision.id));

describe('13.3 A catch-up', () => {
  test('of 200 decisions goes on until each was told, thirty at a time, none of them twice', () => {
    const all = Array.from({ length: 200 }, (_, at) => decidedIn(at + 1));
    const told: string[] = [];
    let facts: readonly Fact[] = all;
    for (let mails = 1; mails <= 7; mails += 1) {
      const offered = hears(facts);
      expect(offered.later).toBe(Math.max(0, 200 - told.length - 30));
      told.push(...idsOf(offered));
      const parts = toldIn(offered).map((part, at) =>
        catchUpEntry(`m${mails}.${at}`, 'sent', { ...part, mailKey: `m${mails}` }),
      );
      facts = [...facts, ...parts];
    }
    expect(idsOf(hears(facts))).toEqual([]);
    expect([...told].sort()).toEqual(all.map(({ id }) => id).sort());
  });

  test('has a decision once, in however many roles its reader is to hear of it', () => {
    const inAll = decidedIn(1, {
      ...{ accountable: MARCUS, informed: [MARCUS], consulted: [MARCUS], responsible: [MARCUS] },
      topic: '2027 scope',
    });
    expect(idsOf(hears([inAll, ...AGREED]))).toEqual(['d1']);
  });

  test.each<[string, Person]>([
    ['without an address', { key: 'id:7', name: 'Ada', address: '' }],
    ['in another tenant', LENA],
    ['who was erased', rolePerson('manager')],
  ])('to somebody %s is never ticked, and opens no loop', (_, person) => {
    expect(canBeTicked(person, PRIYA)).toBe(false);
    const facts = [decidedIn(1, { informed: [person] }), decision(2, { series: null, informed: [person] })];
    for (const of of [lineage, null]) {
      const lines = openLoops(mattersOf(of, facts, PRIYA, NOW), NOW).filter(({ kind }) => kind === 'to-tell');
      expect(lines.flatMap(({ people }) => people.map(({ key }) => key))).not.toContain(person.key);
    }
  });
});

test('13.8 a mail without an id is no mail that came back, whatever a report is about', () => {
  const from = `postmaster@${PRIYA.address.split('@')[1]}`;
  const report = { at: utc('2026-11-18T17:00'), from };
  const facts = [recap('a', '2026-11-18', 'sent', { decisions: ['d1'] }), point(1)];
  for (const about of ['', 'undefined', 'null', '<1@contoso.example>'])
    expect(returnedAmong([{ ...report, about }], facts, PRIYA)).toEqual([]);
});
