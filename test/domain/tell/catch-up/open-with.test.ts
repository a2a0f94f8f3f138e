import { describe, expect, test } from 'vitest';

import { agreementViews } from '../../../../src/domain/agree/agreed';
import { decisionHistories } from '../../../../src/domain/agree/decision-history';
import type { Fact } from '../../../../src/domain/facts/log/fact';
import { openWith } from '../../../../src/domain/tell/catch-up/open-with';
import { agreement, answer, DEADLINE, reply, request, step } from '../../builders/consult-facts';
import { decision } from '../../builders/judged-month';
import { DANA, MARCUS, PRIYA, utc } from '../../builders/readings';

const asked = decision(14, { proposed: true });
const before = DEADLINE - 1;

const open = (facts: readonly Fact[], person = MARCUS, now = before) =>
  openWith(
    { owner: PRIYA, histories: decisionHistories(facts, now), agreements: agreementViews(facts) },
    person,
  ).map(({ what, history }) => `${what} ${history.decision.id}`);

describe('What is open with somebody', () => {
  test('is a question to them, and once its time is over that no reply is recorded', () => {
    expect(open([asked, request()])).toEqual(['asked d14']);
    expect(open([asked, request()], MARCUS, DEADLINE)).toEqual(['no-reply d14']);
    expect(open([asked, request()], DANA)).toEqual([]);
  });

  test('is their problem with what was decided, until it is decided again', () => {
    const decided = decision(14);
    const objects = answer('problem', '2026-11-12T10:00');
    expect(open([decided, objects])).toEqual(['objection d14']);
    expect(open([decided, objects, step('decided', '2026-11-13T10:00')])).toEqual([]);
  });

  test('11.3 is a decision on which they are to be heard and nobody asked them, until it is on hold', () => {
    const agreed = [agreement(1), reply(1)];
    const waits = decision(15, { proposed: true, topic: '2027 scope' });
    expect(open([...agreed, waits])).toEqual(['to-be-asked d15']);
    expect(open([...agreed, waits], DANA)).toEqual([]);
    expect(open([...agreed, waits, step('held', '2026-11-12T10:00', { decision: 'd15' })])).toEqual([]);
  });

  test('has what needs the owner first, each decision once', () => {
    const other = decision(16, { decidedAt: utc('2026-11-11T10:00') });
    const talk = answer('talk', '2026-11-12T10:00', { decision: 'd16' });
    const again = request({ id: 'r2', mailKey: 'k2', askedAt: utc('2026-11-11T16:00') });
    expect(open([asked, request(), again, other, talk])).toEqual(['objection d16', 'asked d14']);
  });
});
