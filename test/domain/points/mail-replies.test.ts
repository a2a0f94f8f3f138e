import { describe, expect, test } from 'vitest';

import { openReplies, type ReplyMail, repliesIn } from '../../../src/domain/agree/mail-replies';
import type { MailReply } from '../../../src/domain/facts/decided/consulting';
import type { Entry } from '../../../src/domain/facts/log/fact';
import { replies } from '../../../src/domain/loops/asked';
import { loopSourceOf } from '../../../src/domain/loops/loop-source';
import { pointHistories } from '../../../src/domain/points/point-history';
import { catchUpEntry, decision, recap } from '../builders/judged-month';
import { point, pointMail, pointStep } from '../builders/point-facts';
import { DANA, MARCUS, PRIYA, utc } from '../builders/readings';

const QUESTION = point(1);
const BEFORE = pointMail(['p1'], ['P-001'], '2026-11-10T12:00', { conversation: 'c' });
const IN = { points: ['p1'], pointsCalled: ['P-001'], conversation: 'c' };
const WENT = { recordedAt: utc('2026-11-10T12:00'), sentAt: utc('2026-11-10T12:00') };
const OF_ALL = [QUESTION, BEFORE];
const D14 = decision(14, { series: 'daily' });

const REPLY: ReplyMail = {
  ...{ id: 'm', at: utc('2026-11-11T09:00'), conversation: 'c', from: MARCUS.address, sender: null },
  ...{ subject: 'RE: P-001', internetMessageId: '<m@northwind.example>' },
};
const open = new Set(['p1']);
const found = (facts: readonly Entry[], mail: Partial<ReplyMail> = {}, asked: ReadonlySet<string> = open) =>
  repliesIn([{ ...REPLY, ...mail }], [], () => null, facts, asked);

const noted = (more: Partial<MailReply> = {}): MailReply => ({
  ...{ kind: 'mail-reply', id: 'reply', recordedAt: utc('2026-11-11T10:00'), series: 'daily', decisions: [] },
  ...{ points: ['p1'], person: MARCUS, at: REPLY.at, mail: 'm', said: null },
  ...more,
});

describe('12.1 a reply to a mail with a question', () => {
  test.each<[string, readonly Entry[]]>([
    ['before a sync', OF_ALL],
    ['in a catch-up', [QUESTION, catchUpEntry('k', 'sent', { ...WENT, ...IN })]],
    ['that asked once more', [QUESTION, catchUpEntry('k', 'sent', { ...WENT, ...IN, again: true })]],
    ['in a recap', [QUESTION, recap('k', '2026-11-10', 'sent', { ...WENT, ...IN, decisions: [] })]],
    ['that went without a trace', [QUESTION, { ...BEFORE, step: 'unverified' }]],
  ])('%s is to be read, with the question and the mail', (_, facts) => {
    expect(found(facts)).toMatchObject([
      { points: ['p1'], decisions: [], series: 'daily', person: MARCUS, mail: 'm', said: null },
    ]);
    expect(found(facts)[0]?.internetMessageId).toBe('<m@northwind.example>');
  });

  test('is about both where decisions were in that mail, too', () => {
    const both = catchUpEntry('k', 'sent', { ...WENT, ...IN, decisions: ['d14'] });
    expect(found([QUESTION, D14, both])).toMatchObject([{ points: ['p1'], decisions: ['d14'] }]);
  });

  test.each<[string, readonly Entry[], Partial<ReplyMail>, ReadonlySet<string>?]>([
    ['of somebody else', OF_ALL, { from: DANA.address }],
    ['of a stranger', OF_ALL, { from: 'marcus@elsewhere.example' }],
    ['in another conversation', OF_ALL, { conversation: 'd' }],
    ['written before', OF_ALL, { at: utc('2026-11-10T11:00') }],
    ['to a mail that did not go', [QUESTION, { ...BEFORE, step: 'refused' }], {}],
    ['to a mail that came back', [QUESTION, { ...BEFORE, step: 'came-back' }], {}],
    ['of somebody who was erased', OF_ALL, { from: 'erased:1' }],
    ['to a question that is settled', OF_ALL, {}, new Set()],
    ['that was found before', [...OF_ALL, noted()], {}],
    ['that was noted before', [...OF_ALL, pointStep('p1', 'not-yet', '2026-11-11T11:00', { mail: 'm' })], {}],
  ])('is none %s', (_, facts, mail, asked) => {
    expect(found(facts, mail, asked)).toEqual([]);
  });

  test('sent by somebody else in their name says so', () => {
    expect(found(OF_ALL, { sender: DANA.address })[0]?.sender?.address).toBe(DANA.address);
  });

  test.each<[string, number, readonly Entry[]]>([
    ['nothing was said of it', 1, []],
    ['they want to talk', 0, [pointStep('p1', 'not-yet', '2026-11-11T11:00', { mail: 'm', by: MARCUS })]],
    ['it was answered', 0, [pointStep('p1', 'answered', '2026-11-11T11:00', { mail: 'm', by: MARCUS })]],
    ['it was answered by hand since', 0, [pointStep('p1', 'answered', '2026-11-11T11:00')]],
    ['it was carried over since', 1, [pointStep('p1', 'not-yet', '2026-11-11T11:00')]],
    ['another question was answered', 1, [pointStep('p2', 'answered', '2026-11-11T11:00')]],
    [
      'what was said of it was taken back',
      1,
      [
        pointStep('p1', 'answered', '2026-11-11T11:00', { id: 's', mail: 'm' }),
        { kind: 'undo', id: 'u', recordedAt: utc('2026-11-11T12:00'), of: 's' },
      ],
    ],
  ])('14.1 (3) once %s, it is on %i lines to read', (_, lines, more) => {
    const facts = [...OF_ALL, noted(), ...more];
    expect(openReplies(facts)).toHaveLength(lines);
    expect(pointHistories(facts)[0]?.replies).toHaveLength(lines);
    const source = loopSourceOf({ ...PRIYA, zone: 'UTC' } as never, null, facts, utc('2026-11-12T09:00'));
    const read = replies({ ...source, lineage: {} as never });
    expect(read.map(({ points }) => points)).toEqual(lines === 0 ? [] : [['P-001']]);
  });

  test.each([
    ['leaves it open where they want to talk', 'not-yet', 'open'],
    ['closes it where they answered', 'answered', 'answered'],
  ] as const)('%s', (_, step, standing) => {
    const facts = [...OF_ALL, noted(), pointStep('p1', step, '2026-11-11T11:00', { mail: 'm', by: MARCUS })];
    expect(pointHistories(facts)[0]?.standing).toBe(standing);
  });
});
