import { describe, expect, test } from 'vitest';
import { agreementViews } from '../../../src/domain/agree/agreed';
import { concernsOf } from '../../../src/domain/agree/concerns';
import { decisionHistories } from '../../../src/domain/agree/decision-history';
import { type Earned, earnedTrust, freerForAMonth } from '../../../src/domain/agree/earned-trust';
import { decidedWithoutAsking } from '../../../src/domain/agree/own-asking';
import type { AgreedTopic, Level } from '../../../src/domain/facts/decided/agreement';
import type { Answer, ConsultFact } from '../../../src/domain/facts/decided/consulting';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { AgreementFact } from '../../../src/domain/facts/decided/topic-step';
import { DAY, type Instant } from '../../../src/domain/time/time';
import { agreement, answer, reply, request } from '../builders/consult-facts';
import { decision } from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const NOW = utc('2026-11-20T12:00');
const TOPIC = '2027 scope';
const agreedOn = (level: Level, more: Partial<AgreedTopic> = {}): readonly AgreementFact[] => [
  agreement(1, {
    topics: [{ topic: TOPIC, level, examples: '', ...more }],
    recordedAt: utc('2026-06-01T12:00'),
  }),
  reply(1, 'agreed', '2026-06-02T12:00'),
];

/** Asked so many days ago, and what was answered the day after. */
interface Asking {
  readonly ago: number;
  readonly said?: Answer['said'] | null;
  readonly again?: boolean;
  readonly to?: typeof MARCUS;
  readonly topic?: string;
}

function askedAbout(askings: readonly Asking[], unasked = 0) {
  const decisions: Decision[] = [];
  const consulting: ConsultFact[] = [];
  askings.forEach(({ ago, said = 'ok', again = false, to = MARCUS, topic = TOPIC }, n) => {
    const id = `d${n + 1}`;
    const askedAt = NOW - ago * DAY;
    decisions.push(decision(n + 1, { topic, proposed: true, decidedAt: askedAt, recordedAt: askedAt }));
    const one = { decision: id, person: to, recordedAt: askedAt, askedAt };
    consulting.push(request({ ...one, id: `r${n}`, mailKey: `k${n}` }));
    if (again)
      consulting.push(
        request({
          ...one,
          id: `s${n}`,
          mailKey: `l${n}`,
          askedAt: askedAt + DAY / 2,
          deadline: askedAt + DAY,
        }),
      );
    if (said !== null)
      consulting.push(
        answer(said, '2026-11-01T12:00', { id: `a${n}`, decision: id, person: to, at: askedAt + DAY }),
      );
  });
  for (let n = 0; n < unasked; n++) {
    const at = NOW - (n + 1) * DAY;
    decisions.push(decision(50 + n, { topic: TOPIC, decidedAt: at, recordedAt: at }));
  }
  return { decisions, consulting };
}

function said(
  asked: ReturnType<typeof askedAbout>,
  agreements: readonly AgreementFact[] = agreedOn('trunk'),
  now: Instant = NOW,
): readonly Earned[] {
  const histories = decisionHistories([...asked.decisions, ...asked.consulting], now);
  return earnedTrust({ ...asked, histories, agreements, lineages: [] }, MARCUS, now);
}

const five = (...said: (Answer['said'] | null)[]): Asking[] =>
  [5, 10, 20, 40, 80].map((ago, n) => ({ ago, said: said[n] === undefined ? 'ok' : said[n] }));

describe('Earned trust (15)', () => {
  test.each<[string, readonly Asking[], number, Partial<Earned> | null]>([
    ['says nothing below five that were answered', five().slice(1), 0, null],
    ['counts silence as no answer', five('ok', null), 0, null],
    ['suggests one level freer without an objection', five(), 0, { answered: 5, suggests: 'branch' }],
    ['suggests nothing where a problem was seen', five('problem'), 0, { objected: 1, suggests: null }],
    ['suggests nothing where they wanted to talk', five('talk', 'talk'), 0, { objected: 2, suggests: null }],
    ['says nothing of what was asked before the 90 days', [...five().slice(1), { ago: 91 }], 0, null],
    ['says nothing of what somebody else was asked', [...five().slice(1), { ago: 3, to: DANA }], 0, null],
    ['says nothing of another topic', [...five().slice(1), { ago: 3, topic: 'Travel' }], 0, null],
    [
      'counts asking again as the same asking',
      [...five().slice(1), { ago: 3, again: true }],
      0,
      { asked: 5, answered: 5 },
    ],
    [
      'counts what was asked and not answered yet',
      [...five(), { ago: 1, said: null }],
      0,
      { asked: 6, answered: 5 },
    ],
    [
      'still suggests it where the owner decided once without asking',
      five(),
      1,
      { unasked: 1, suggests: 'branch' },
    ],
    ['suggests to keep the level where they did so twice', five(), 2, { unasked: 2, suggests: 'keep' }],
    ['says nothing below five, whatever the owner decided alone', five().slice(1), 3, null],
  ])('15 %s', (_, askings, unasked, expected) => {
    const [first, ...others] = said(askedAbout(askings, unasked));
    expect(others).toEqual([]);
    if (expected === null) expect(first).toBeUndefined();
    else expect(first).toMatchObject(expected);
  });

  test.each<[Level, Earned['suggests']]>([
    ['root', 'trunk'],
    ['trunk', 'branch'],
    ['branch', null],
    ['leaf', null],
  ])('15 of %s the level one freer is %s', (level, suggests) => {
    expect(said(askedAbout(five()), agreedOn(level))[0]?.suggests).toBe(suggests);
  });

  test('15 suggests nothing while something is proposed to them, and says nothing of a level that is tried', () => {
    const proposed = agreement(2, { recordedAt: utc('2026-11-01T12:00') });
    expect(said(askedAbout(five()), [...agreedOn('trunk'), proposed])[0]?.suggests).toBeNull();
    const tried = agreedOn('branch', { before: 'trunk' });
    expect(said(askedAbout(five()), tried, utc('2026-06-20T12:00'))).toEqual([]);
  });
});

describe('A level for a month (15)', () => {
  const [earned] = said(askedAbout(five()));
  if (earned === undefined) throw new Error('nothing earned');
  const tried = agreement(2, {
    topics: freerForAMonth(earned, 'branch'),
    recordedAt: utc('2026-11-20T12:00'),
  });
  const yes = reply(2, 'agreed', '2026-11-20T13:00');
  const facts = [...agreedOn('trunk'), tried, yes];
  const END = yes.at + 30 * DAY;
  const asks = (now: Instant, some: readonly AgreementFact[] = facts) =>
    concernsOf({ decision: decision(9, { topic: TOPIC }), history: null }, agreementViews(some, now), PRIYA)
      .length;

  test('15 counts from their yes on, and the earlier one holds again by itself after it', () => {
    expect(asks(NOW, [...agreedOn('trunk'), tried])).toBe(1);
    expect([asks(yes.at), asks(END - 1), asks(END)]).toEqual([0, 0, 1]);
    expect(agreementViews(facts, END - 1)[0]?.until).toBe(END);
    expect(agreementViews(facts, END)[0]).toMatchObject({ until: null, standing: 'agreed' });
    // What nobody said yes to has no end either.
    const no = reply(2, 'declined', '2026-11-20T13:00');
    const [declined] = agreementViews([...agreedOn('trunk'), tried, no], END - 1);
    expect(declined).toMatchObject({ until: null, standing: 'declined' });
    // Where nobody says when it is, the suspended level counts: it asks more.
    expect(agreementViews(facts)[0]?.agreement.topics[0]?.level).toBe('trunk');
  });

  test('15 what they agree to anew ends it', () => {
    const anew = agreement(3, { topics: [{ topic: TOPIC, level: 'branch', examples: '' }] });
    const all = [...facts, anew, reply(3, 'agreed', '2026-12-01T12:00')];
    expect(asks(END, all)).toBe(0);
  });

  test('11.2 what is decided in that month is not decided without asking, and after it is', () => {
    const unasked = (decidedAt: Instant) =>
      decidedWithoutAsking([decision(9, { topic: TOPIC, decidedAt })], [], facts, []).length;
    expect([unasked(END - DAY), unasked(END)]).toEqual([0, 1]);
  });
});
