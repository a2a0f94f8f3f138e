import { afterEach, describe, expect, test } from 'vitest';
import { decisionHistory } from '../../../../src/domain/agree/decision-history';
import { overdueAmong, repliesAmong, waitingAmong } from '../../../../src/domain/agree/waiting';
import type { Answer, InputRequest, MailReply } from '../../../../src/domain/facts/decided/consulting';
import { createMailReplyState } from '../../../../src/ui/state/decide/mail-reply';
import { createPaneState, type PaneState } from '../../../../src/ui/state/pane';
import { overdueWords, replyQuestion, replyWords } from '../../../../src/ui/words/decide/replies';
import { timeWords } from '../../../../src/ui/words/times';
import { createFakeActions } from '../../fake-actions';
import { DECISIONS, MARCUS, utc } from '../../fixture';

const AT = utc('2026-11-18T10:00');
const reply = (said: MailReply['said'], ...decisions: readonly string[]): MailReply => ({
  ...{ kind: 'mail-reply', id: 'w1', recordedAt: AT, series: 'daily', decisions, person: MARCUS },
  ...{ at: AT, mail: 'm1', said },
});

let pane: PaneState | undefined;
afterEach(() => pane?.dispose());
const open = (one: MailReply) => {
  const fake = createFakeActions();
  pane = createPaneState(fake.actions);
  const noted = () => fake.asked.filter(([verb]) => verb === 'noteMailReply').map(([, , ...rest]) => rest);
  return { form: createMailReplyState(pane, one, one.decisions), noted };
};

describe('A reply that only the owner has read', () => {
  test('about one decision is noted with one click', async () => {
    const { form, noted } = open(reply(null, 'd14'));
    await form.note('talk');
    expect(noted()).toEqual([[['d14'], 'talk']]);
  });

  test('about several is not noted before it was said about which', async () => {
    const { form, noted } = open(reply('problem', 'd13', 'd14'));
    await form.note('problem');
    expect([form.missing.value, noted()]).toEqual([true, []]);
    form.choose('d14');
    expect(form.missing.value).toBe(false);
    await form.note('problem');
    expect(noted()).toEqual([[['d14'], 'problem']]);
  });

  test('can be about all of them', async () => {
    const { form, noted } = open(reply(null, 'd13', 'd14'));
    form.choose('all');
    await form.note('ok');
    expect(noted()).toEqual([[['d13', 'd14'], 'ok']]);
  });

  test.each<[MailReply, readonly string[], string, string]>([
    [
      reply(null, 'd14'),
      ['D-014'],
      'Marcus replied on Wed 18 Nov at 10:00 to what you sent about D-014.',
      'What does Marcus say?',
    ],
    [
      reply('problem', 'd13', 'd14'),
      ['D-013', 'D-014'],
      'Marcus answered “I see a problem” on Wed 18 Nov at 10:00, to D-013 and D-014 together.',
      'Which is it about?',
    ],
  ])('is said without a word of what is in it: %#', (one, names, words, question) => {
    expect(replyWords(one, names, timeWords('Europe/London'))).toBe(words);
    expect(replyQuestion(one)).toBe(question);
  });
});

describe('What waits beside a meeting', () => {
  const [first] = DECISIONS;
  if (first === undefined) throw new Error('The fixture has no decision');
  const decision = { ...first, id: 'd14', number: 14, proposed: true };
  const deadline = utc('2026-11-16T22:00');
  const request: InputRequest = {
    ...{ kind: 'input-request', id: 'r1', recordedAt: AT, series: 'daily', decision: 'd14', person: MARCUS },
    ...{ mailKey: 'k1', step: 'sent', askedAt: utc('2026-11-10T16:00'), deadline, zone: 'America/New_York' },
    ...{ workingDays: 3, assumed: [], silence: 'hold', agreement: null, subject: '', bodyHash: '' },
    messageId: null,
  };
  const answered: Answer = {
    ...{ kind: 'answer', id: 'a1', recordedAt: AT, series: 'daily', decision: 'd14', person: MARCUS },
    ...{ said: 'ok', words: '', at: AT, source: 'by-hand' },
  };
  // As it was judged while the time was not over: the clock alone goes on.
  const history = decisionHistory(decision, [request], deadline - 1);

  test.each([
    [deadline - 1, 0],
    [deadline, 1],
  ])('a question is overdue from its time on, though nothing was read again: %d', (now, count) => {
    expect(overdueAmong(waitingAmong([history]), now)).toHaveLength(count);
  });

  test('says by when, of what and of whom, and nothing of approval', () => {
    const [one] = overdueAmong([history], deadline);
    if (one === undefined) throw new Error('nothing is overdue');
    expect(overdueWords(one)).toBe('No reply recorded by Mon 16 Nov 17:00 New York (D-014, Marcus).');
  });

  test('is nothing once they answered, wrote back, or it was held', () => {
    const held = { ...answered, kind: 'decision-step', step: 'held', reason: '' } as const;
    for (const history of [
      decisionHistory(decision, [request, answered], AT),
      decisionHistory(decision, [request], AT, [reply(null, 'd14')]),
      decisionHistory(decision, [request, held], AT),
    ]) {
      expect(overdueAmong([history], AT)).toEqual([]);
    }
  });

  test('a reply about two decisions is asked about once', () => {
    const both = reply(null, 'd14', 'd15');
    const histories = ['d14', 'd15'].map((id) => decisionHistory({ ...decision, id }, [], AT, [both]));
    expect(repliesAmong(histories)).toEqual([both]);
  });
});
