import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement, AgreementReply } from '../../../src/domain/facts/decided/agreement';
import type { Answer, DecisionStep, InputRequest } from '../../../src/domain/facts/decided/consulting';
import type { Gesture } from '../../../src/domain/facts/entered/gesture';
import {
  type ChronicleStep,
  chronologyOfDecision,
  chronologyOfPerson,
  inOrder,
} from '../../../src/domain/tell/chronology';
import { decision, goldenMonth, judged, lineageOf, part, recap } from '../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const NOW = utc('2026-11-20T18:00');
const lineage = goldenMonth();
const decisions = [
  decision(11, { occurrence: 'daily/2026-10-29' }),
  decision(12, { informed: [DANA], decidedAt: utc('2026-11-05T10:00') }),
];
const recaps = [
  recap('r1', '2026-10-29', 'sent', { decisions: ['d11'], to: [MARCUS] }),
  recap('r2', '2026-11-09', 'refused', { decisions: ['d11'], to: [MARCUS] }),
  recap('r3', '2026-11-10', 'unverified', { decisions: ['d11', 'gone'], to: [MARCUS, DANA] }),
];
const basis = { lineage, decisions, recaps };

/** `29 Oct 15:00 occasion`. */
const brief = (steps: readonly ChronicleStep[]) =>
  steps.map(({ at, what }) => `${new Date(at).toISOString().slice(5, 16)} ${what}`);

describe('Who was told what', () => {
  test('of a decision is: invited, decided, told, in the order it happened', () => {
    const [first] = decisions;
    if (first === undefined) throw new Error('no decision');
    const steps = chronologyOfDecision(basis, first);
    expect(brief(steps)).toEqual([
      '10-29T15:00 occasion',
      '10-29T15:20 decided',
      '10-29T16:00 told',
      '11-10T16:00 told',
    ]);
    expect(steps.map((step) => (step.what === 'told' ? step.verified : null))).toEqual([
      null,
      null,
      true,
      false,
    ]);
  });

  test('of a decision has the mail that told of it while it was open', () => {
    const [first] = decisions;
    if (first === undefined) throw new Error('no decision');
    const recaps = basis.recaps.map((one) => ({ ...one, decisions: [], questions: [first.id] }));
    const told = chronologyOfDecision({ ...basis, recaps }, first).filter(({ what }) => what === 'told');
    expect(told).toHaveLength(2);
  });

  test('of a person is what they were invited to and told, oldest first, and nothing about others', () => {
    const steps = chronologyOfPerson(basis, MARCUS, NOW);
    expect(steps.filter(({ what }) => what === 'occasion')).toHaveLength(20);
    expect(brief(steps).filter((line) => !line.includes('occasion'))).toEqual([
      '10-29T15:20 decided',
      '10-29T16:00 told',
      '11-10T16:00 told',
    ]);
    expect(brief(chronologyOfPerson(basis, DANA, NOW))).toEqual(['11-05T10:00 decided', '11-10T16:00 told']);
  });

  test('leaves out what was told in another meeting, and has what they were heard about', () => {
    const elsewhere = recap('r4', '2026-11-11', 'sent', { decisions: ['x'], to: [DANA], series: 'atlas' });
    const heard = decision(13, { consulted: [DANA], decidedAt: utc('2026-11-06T10:00') });
    const steps = chronologyOfPerson(
      { ...basis, decisions: [...decisions, heard], recaps: [...recaps, elsewhere] },
      DANA,
      NOW,
    );
    expect(brief(steps)).toEqual(['11-05T10:00 decided', '11-06T10:00 decided', '11-10T16:00 told']);
  });

  test('leaves out what is still to come, what counts elsewhere, and whom nobody had asked', () => {
    const notAsked = judged('2026-11-17', 'held', { people: [part(MARCUS, null, { invited: false })] });
    const some = lineageOf([
      judged('2026-11-16', 'superseded'),
      notAsked,
      judged('2026-11-18', 'held'),
      judged('2026-11-23', 'excluded-holiday'),
      judged('2026-11-24', 'upcoming'),
    ]);
    const found = chronologyOfPerson({ lineage: some, decisions: [], recaps: [] }, MARCUS, NOW);
    expect(brief(found)).toEqual(['11-18T15:00 occasion']);
  });

  test('knows a person under every address of theirs', () => {
    const other = { ...MARCUS, key: 'm.hale@contoso.example', otherAddresses: [MARCUS.key] };
    expect(chronologyOfPerson(basis, other, NOW)).toEqual(chronologyOfPerson(basis, MARCUS, NOW));
    expect(chronologyOfPerson(basis, PRIYA, NOW).some(({ what }) => what === 'told')).toBe(false);
  });

  test('says who was asked until when, what they answered and what became of it', () => {
    const at = (text: string) => ({ recordedAt: utc(text), series: 'daily', decision: 'd12' });
    const request: InputRequest = {
      ...{
        kind: 'input-request',
        id: 'q1',
        ...at('2026-11-10T16:05'),
        person: MARCUS,
        mailKey: 'k',
        step: 'sent',
      },
      ...{ askedAt: utc('2026-11-10T16:05'), deadline: utc('2026-11-16T22:00'), zone: 'America/New_York' },
      ...{ workingDays: 3, assumed: [], silence: 'go-ahead', agreement: 'a1', subject: '', bodyHash: '' },
      messageId: null,
    };
    const answer: Answer = {
      ...{ kind: 'answer', id: 'q2', ...at('2026-11-18T09:00'), person: MARCUS, said: 'problem' },
      ...{ words: 'the scope', at: utc('2026-11-18T09:00'), source: 'mail' },
    };
    const became: DecisionStep = {
      ...{ kind: 'decision-step', id: 'q3', ...at('2026-11-16T22:10'), step: 'decided' },
      ...{ at: utc('2026-11-16T22:10'), reason: '', noReply: ['k'] },
    };
    const agreement: Agreement = {
      ...{
        kind: 'agreement',
        id: 'a1',
        recordedAt: utc('2026-10-30T12:00'),
        series: 'daily',
        person: MARCUS,
      },
      ...{ version: 1, topics: [], answerDays: 3, silence: 'go-ahead', reachAt: '', zone: null },
    };
    const reply: AgreementReply = {
      ...{ kind: 'agreement-reply', id: 'a2', recordedAt: utc('2026-11-03T09:00'), series: 'daily' },
      ...{ agreement: 'a1', said: 'agreed', words: 'OK', at: utc('2026-11-02T17:00'), source: 'by-hand' },
    };
    const invited: Gesture = {
      ...{ kind: 'gesture', id: 'g1', recordedAt: utc('2026-11-19T10:00'), series: 'daily' },
      ...{ does: 'invited-again', people: [MARCUS], done: true },
    };
    const all = {
      ...basis,
      consulting: [
        answer,
        became,
        request,
        { ...request, id: 'q4', mailKey: 'other', step: 'refused' as const },
      ],
      agreements: [reply, agreement],
      gestures: [invited, { ...invited, id: 'g2', done: false }],
    };
    const news = (steps: readonly ChronicleStep[]) =>
      brief(steps).filter((line) => !/occasion|told/.test(line));
    const [, second] = decisions;
    if (second === undefined) throw new Error('no decision');
    const ofDecision = [
      '11-05T10:00 decided',
      '11-10T16:05 asked',
      '11-16T22:10 became',
      '11-18T09:00 answered',
    ];
    expect(news(chronologyOfDecision(all, second))).toEqual(ofDecision);
    expect(news(chronologyOfPerson(all, MARCUS, NOW))).toEqual([
      '10-29T15:20 decided',
      '10-30T12:00 proposed',
      '11-02T17:00 replied',
      ...ofDecision,
      '11-19T10:00 gesture',
    ]);
    expect(news(chronologyOfPerson(all, DANA, NOW))).toEqual(['11-05T10:00 decided', '11-16T22:10 became']);
  });

  test('is the same in whatever order the facts came', () => {
    const steps = chronologyOfPerson(basis, MARCUS, NOW);
    const shuffled = fc.shuffledSubarray([...steps], { minLength: steps.length });
    fc.assert(
      fc.property(shuffled, (some) => {
        expect(inOrder(some)).toEqual(steps);
      }),
    );
  });
});
