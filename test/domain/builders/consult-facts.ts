import type { Agreement, AgreementReply } from '../../../src/domain/facts/decided/agreement';
import type { Answer, DecisionStep, InputRequest } from '../../../src/domain/facts/decided/consulting';
import { MARCUS, utc } from './readings';

/** 17:00 in New York, the Monday after the holiday. */
export const DEADLINE = utc('2026-11-16T22:00');

/** The story of D-014: asked on Tue 10 Nov at 16:00 in London. */
export const request = (more: Partial<InputRequest> = {}): InputRequest => ({
  kind: 'input-request',
  id: 'r1',
  recordedAt: utc('2026-11-10T16:00'),
  series: 'daily',
  decision: 'd14',
  person: MARCUS,
  mailKey: 'k1',
  step: 'sent',
  askedAt: utc('2026-11-10T16:00'),
  deadline: DEADLINE,
  zone: 'America/New_York',
  workingDays: 3,
  assumed: [],
  silence: 'go-ahead',
  agreement: 'a1',
  subject: 'INPUT by Mon 16 Nov: 2027 path',
  bodyHash: '',
  messageId: null,
  ...more,
});

export const answer = (said: Answer['said'], at: string, more: Partial<Answer> = {}): Answer => ({
  kind: 'answer',
  id: `answer ${at}`,
  recordedAt: utc(at),
  series: 'daily',
  decision: 'd14',
  person: MARCUS,
  said,
  words: '',
  at: utc(at),
  source: 'by-hand',
  ...more,
});

export const step = (
  does: DecisionStep['step'],
  at: string,
  more: Partial<DecisionStep> = {},
): DecisionStep => ({
  kind: 'decision-step',
  id: `step ${at}`,
  recordedAt: utc(at),
  series: 'daily',
  decision: 'd14',
  step: does,
  at: utc(at),
  reason: '',
  ...more,
});

export const agreement = (version: number, more: Partial<Agreement> = {}): Agreement => ({
  kind: 'agreement',
  id: `a${version}`,
  recordedAt: utc('2026-10-30T12:00'),
  series: 'daily',
  person: MARCUS,
  version,
  topics: [
    { topic: '2027 scope', level: 'trunk', examples: 'a deliverable of next year' },
    { topic: 'Pricing', level: 'root', examples: '' },
    { topic: 'Vendors', level: 'branch', examples: '' },
    { topic: 'Bug fixes', level: 'leaf', examples: '' },
  ],
  answerDays: 3,
  silence: 'go-ahead',
  reachAt: 'mail',
  zone: 'America/New_York',
  ...more,
});

export const reply = (
  to: number,
  said: AgreementReply['said'] = 'agreed',
  at = '2026-11-02T15:30',
): AgreementReply => ({
  kind: 'agreement-reply',
  id: `reply ${to} ${at}`,
  recordedAt: utc(at),
  series: 'daily',
  agreement: `a${to}`,
  said,
  words: 'OK',
  at: utc(at),
  source: 'by-hand',
});
