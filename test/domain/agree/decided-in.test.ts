import { describe, expect, test } from 'vitest';
import { decidedIn } from '../../../src/domain/agree/decided-in';
import { decisionHistories, standingAmong } from '../../../src/domain/agree/decision-history';
import { decidedWithoutAsking } from '../../../src/domain/agree/own-asking';
import type { DecisionStep } from '../../../src/domain/facts/decided/consulting';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { hearingIn } from '../../../src/domain/measure/told';
import { chronologyOfPerson } from '../../../src/domain/tell/chronology';
import { decisionsFor } from '../../../src/domain/tell/recap-content';
import { agreement, answer, reply, request, step } from '../builders/consult-facts';
import { decision, judged, lineageOf, recap } from '../builders/judged-month';
import { MARCUS, utc } from '../builders/readings';

const NOW = utc('2026-11-20T12:00');

/** Marcus was at the sync of the 2nd and the 6th, and there was none on the 4th. */
const MET = 'daily/2026-11-02';
const NONE = 'daily/2026-11-04';
const MET_AGAIN = 'daily/2026-11-06';
const lineage = lineageOf([
  judged('2026-11-02', 'held'),
  judged('2026-11-04', 'cancelled-short-notice'),
  judged('2026-11-06', 'held'),
]);

const proposedIn = (occurrence: string | null, more: Partial<Decision> = {}) =>
  decision(14, { occurrence, proposed: true, decidedAt: utc('2026-11-02T15:00'), ...more });

/** Saved twenty minutes after that meeting began; its time is that begin (10.2). */
const inMeeting = (
  does: DecisionStep['step'],
  occurrence: string,
  more: Partial<DecisionStep> = {},
): DecisionStep => {
  const began = utc(`${occurrence.slice(-10)}T15:00`);
  return step(does, `${occurrence.slice(-10)}T15:20`, { occurrence, at: began, ...more });
};

const historyOf = (...facts: readonly Fact[]) => {
  const [history] = decisionHistories(facts, NOW);
  if (history === undefined) throw new Error('no decision');
  return history;
};

const marcusIn = (made: Decision, steps: readonly DecisionStep[], recaps = [] as never[]) =>
  hearingIn(lineage, recaps, { consulting: steps })(made).find(({ person }) => person.key === MARCUS.key);

describe('Each state of a decision has its occasion (10.2)', () => {
  test('10.2 it is in the state saved last, whenever the meeting began in which it got that', () => {
    const said = answer('problem', '2026-11-06T15:10');
    const decided = inMeeting('decided', MET_AGAIN);
    const history = historyOf(proposedIn(MET), said, decided);
    expect([history.standing, history.decidedAt, history.since]).toEqual([
      'decided',
      utc('2026-11-06T15:00'),
      utc('2026-11-06T15:00'),
    ]);
    // Said after it was saved, it opens it again, though both are later than the begin of the meeting.
    expect(historyOf(proposedIn(MET), decided, answer('problem', '2026-11-06T15:30')).standing).toBe(
      'reopened',
    );
  });

  test('10.2 its own occasion stays that of its first state', () => {
    const facts = [proposedIn(MET), inMeeting('decided', MET_AGAIN)];
    const [standing] = standingAmong(decisionHistories(facts, NOW));
    expect([standing?.occurrence, standing && decidedIn(standing)]).toEqual([MET, MET_AGAIN]);
  });

  test.each<[string, string | null, readonly DecisionStep[], 'there' | 'not told' | 'need not hear']>([
    ['was there where it was decided', NONE, [inMeeting('decided', MET_AGAIN)], 'there'],
    ['was there in both of its states', MET, [inMeeting('decided', MET_AGAIN)], 'there'],
    ['missed where it was decided', MET, [inMeeting('decided', NONE)], 'not told'],
    [
      'was there alone where it was proposed',
      MET,
      [step('decided', '2026-11-03T10:00', { occurrence: null })],
      'not told',
    ],
    [
      'was in a meeting on that day, and nobody said that it was decided there',
      MET,
      [step('decided', '2026-11-06T15:20')],
      'not told',
    ],
    [
      'was there where it was opened again, and not where it was decided',
      null,
      [inMeeting('reopened', MET), step('decided', '2026-11-03T10:00', { occurrence: null })],
      'not told',
    ],
    [
      'was there where it was decided anew',
      NONE,
      [
        step('decided', '2026-11-05T10:00', { occurrence: null }),
        inMeeting('reopened', MET_AGAIN),
        inMeeting('decided', MET_AGAIN, { id: 'z' }),
      ],
      'there',
    ],
    [
      'is named by nothing, and was in none of its occasions',
      null,
      [step('decided', '2026-11-05T10:00', { occurrence: null })],
      'need not hear',
    ],
  ])('13.1, 13.2 who %s', (_, own, steps, expected) => {
    const hearer = marcusIn(proposedIn(own, { series: own === null ? null : 'daily' }), steps);
    const said = hearer === undefined ? 'need not hear' : (hearer.told ?? 'not told');
    expect(said).toBe(expected);
  });

  test('13.1 what was mailed between the begin of the meeting and the saving told the state before', () => {
    const before = recap('r', '2026-11-06', 'sent', {
      ...{ decisions: ['d14'], recordedAt: utc('2026-11-06T15:10'), sentAt: utc('2026-11-06T15:10') },
    });
    const steps = [step('decided', '2026-11-06T15:20', { occurrence: NONE, at: utc('2026-11-06T15:00') })];
    expect(marcusIn(proposedIn(MET), steps, [before] as never[])?.told).toBeNull();
    const after = { ...before, id: 'later', mailKey: 'k', recordedAt: utc('2026-11-06T15:30') };
    expect(marcusIn(proposedIn(MET), steps, [after] as never[])?.told).not.toBeNull();
  });

  test('13.4 a recap tells what was decided in it, though its reader was there where it was proposed', () => {
    const tellsOf = (...facts: readonly Fact[]) => {
      const decisions = standingAmong(decisionHistories(facts, NOW));
      const cancelled = lineage.occurrences[1];
      if (cancelled === undefined) throw new Error('no such day');
      return decisionsFor(cancelled, lineage, decisions, []).map(({ id }) => id);
    };
    expect(tellsOf(proposedIn(MET), inMeeting('decided', NONE))).toEqual(['d14']);
    expect(tellsOf(proposedIn(MET, { proposed: false }))).toEqual([]);
    // Decided with him later, it is nothing that this one still has to tell.
    expect(tellsOf(proposedIn(MET), inMeeting('decided', MET_AGAIN))).toEqual([]);
  });

  test('11.4 whoever was there where it was decided was heard: it was not decided without asking', () => {
    const agreed = [agreement(1), reply(1, 'agreed', '2026-10-30T13:00')];
    const made = proposedIn(null, { topic: '2027 scope', series: null });
    const unasked = (...steps: readonly DecisionStep[]) =>
      decidedWithoutAsking([made], steps, agreed, lineage.occurrences).length;
    expect(unasked(step('decided', '2026-11-06T15:20', { occurrence: null }))).toBe(1);
    expect(unasked(inMeeting('decided', MET_AGAIN))).toBe(0);
    expect(unasked(inMeeting('decided', NONE))).toBe(1);
  });

  test.each([
    ['the day before it', '2026-11-03T12:00', 0],
    ['while it ran', '2026-11-04T15:10', 0],
    ['after it, though before it was saved', '2026-11-05T10:00', 1],
  ])('10.2 whoever was asked about it %s', (_, askedAt, without) => {
    const agreed = [agreement(1), reply(1, 'agreed', '2026-10-30T13:00')];
    const made = proposedIn(null, { topic: '2027 scope', series: null });
    const asked = request({ recordedAt: utc(askedAt), askedAt: utc(askedAt) });
    const saved = inMeeting('decided', NONE, { recordedAt: utc('2026-11-06T10:00') });
    const found = decidedWithoutAsking([made], [asked, saved], agreed, lineage.occurrences);
    expect(found).toHaveLength(without);
  });

  test('10.2 the chronology of whoever was invited to a later occasion holds it', () => {
    const made = proposedIn(null, { series: 'daily' });
    const steps = chronologyOfPerson(
      { lineage, decisions: [made], recaps: [], consulting: [inMeeting('decided', MET_AGAIN)] },
      MARCUS,
      NOW,
    );
    expect(steps.map(({ what }) => what)).toEqual(['decided', 'occasion', 'occasion', 'occasion', 'became']);
  });
});
