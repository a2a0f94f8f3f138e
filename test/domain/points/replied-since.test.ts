import { expect, test } from 'vitest';

import type { ReplyMail } from '../../../src/domain/agree/mail-replies';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { pointHistories } from '../../../src/domain/points/point-history';
import { askedByMail, repliedSince } from '../../../src/domain/points/replied-since';
import { catchUpEntry } from '../builders/judged-month';
import { point, pointMail } from '../builders/point-facts';
import { DANA, MARCUS, utc } from '../builders/readings';

const BEFORE = pointMail(['p1'], ['P-001'], '2026-11-10T12:00', { conversation: 'before' });
const CAUGHT_UP = {
  recordedAt: utc('2026-11-11T12:00'),
  sentAt: utc('2026-11-11T12:00'),
  conversation: 'after',
};
const after = (more = {}): Fact =>
  catchUpEntry('after', 'sent', { ...CAUGHT_UP, points: ['p1'], pointsCalled: ['P-001'], ...more });
const mail = (id: string, at: string, conversation: string, more: Partial<ReplyMail> = {}): ReplyMail => ({
  ...{ id, at: utc(at), conversation, from: MARCUS.address, sender: null, subject: 'RE: x' },
  ...{ internetMessageId: null, ...more },
});
const EARLY = mail('early', '2026-11-10T11:59', 'before');
const FIRST = mail('first', '2026-11-10T12:30', 'before');
const SECOND = mail('second', '2026-11-12T12:30', 'after');

test.each<[string, string | undefined, readonly Fact[], readonly ReplyMail[]]>([
  ['is found in the conversation of a mail before a meeting', 'first', [BEFORE], [FIRST]],
  ['and of one after it', 'second', [after()], [SECOND]],
  ['and of one that asked once more', 'second', [after({ again: true })], [SECOND]],
  ['is the latest of them', 'second', [BEFORE, after()], [SECOND, FIRST]],
  ['is not what was written before they were asked', undefined, [BEFORE], [EARLY]],
  ['nor what is written in the conversation of another mail', undefined, [BEFORE], [SECOND]],
  ['nor what somebody else wrote', undefined, [BEFORE], [{ ...FIRST, from: DANA.address }]],
  ['nor to a mail that went to somebody else', undefined, [{ ...BEFORE, to: [DANA] }], [FIRST]],
  ['nor to one that did not go', undefined, [{ ...BEFORE, step: 'refused' }], [FIRST]],
])('12.2 what somebody replied to a question %s', (_, expected, facts, mails) => {
  const [history] = pointHistories([point(1), ...facts]);
  const asked = history === undefined ? [] : askedByMail(history, MARCUS);
  expect(repliedSince(asked, MARCUS, mails)?.mail).toBe(expected);
});
