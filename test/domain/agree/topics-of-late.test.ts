import { describe, expect, test } from 'vitest';
import { decisionHistories } from '../../../src/domain/agree/decision-history';
import { topicsOfLate } from '../../../src/domain/agree/topics';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { DAY } from '../../../src/domain/time/time';
import { decision } from '../builders/judged-month';
import { utc } from '../builders/readings';

const NOW = utc('2026-11-20T12:00');
const made = (number: number, topic: string, ago: number) =>
  decision(number, { topic, decidedAt: NOW - ago * DAY, recordedAt: NOW - ago * DAY });
const topicStep = (topic: string, step: 'closed' | 'renamed', to?: string): Fact => ({
  ...{ kind: 'topic-step', id: `${step} ${topic}`, recordedAt: NOW - DAY, topic, step },
  ...(to === undefined ? {} : { to }),
});

describe('Topics suggested for an agreement (11, 10.1)', () => {
  test.each<[string, readonly Fact[], readonly string[]]>([
    ['none where nothing was decided', [], []],
    ['what was decided of late', [made(1, 'Pricing', 2)], ['Pricing']],
    ['not what is older than 90 days', [made(1, 'Pricing', 91), made(2, 'Vendors', 89)], ['Vendors']],
    ['nothing of decisions without a topic', [made(1, '', 2)], []],
    [
      'the most frequent first, then the newest',
      [made(1, 'Vendors', 9), made(2, 'Pricing', 8), made(3, 'Travel', 2), made(4, 'Pricing', 7)],
      ['Pricing', 'Travel', 'Vendors'],
    ],
    ['each once, however it was written', [made(1, 'pricing ', 9), made(2, 'Pricing', 8)], ['Pricing']],
    ['as it is called now', [made(1, 'Pricing', 9), topicStep('Pricing', 'renamed', 'Prices')], ['Prices']],
    ['not what was closed since', [made(1, 'Pricing', 9), topicStep('Pricing', 'closed')], []],
  ])('are %s', (_, facts, expected) => {
    expect(topicsOfLate(facts, decisionHistories(facts, NOW), NOW)).toEqual(expected);
  });
});
