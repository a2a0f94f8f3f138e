import { describe, expect, test } from 'vitest';
import type { LogScope } from '../../../src/domain/tell/log-scope';
import { exportName } from '../../../src/formats/text/file-name';
import { scopeTitle, scopeWords } from '../../../src/formats/text/scope-words';
import { DANA } from '../../domain/builders/readings';

const PARTS: readonly LogScope[] = [
  { kind: 'everything' },
  { kind: 'meeting', series: 'daily', title: 'Priya/Marcus daily sync' },
  { kind: 'meeting', series: 'daily', title: '' },
  { kind: 'person', person: { ...DANA, name: 'Dana "D." Ortiz' } },
  { kind: 'topic', topic: '2027 scope?' },
];

describe('What a table holds', () => {
  test('is told by the name of its file, which every file system takes', () => {
    expect(PARTS.map((one) => exportName(scopeTitle(one), '2026-11-20', 'csv'))).toEqual([
      'loopkeeper-log-2026-11-20.csv',
      'loopkeeper-log Priya-Marcus daily sync 2026-11-20.csv',
      'loopkeeper-log of one meeting 2026-11-20.csv',
      'loopkeeper-log with Dana -D.- Ortiz 2026-11-20.csv',
      'loopkeeper-log about 2027 scope 2026-11-20.csv',
    ]);
  });

  test('is told in words by the workbook and the mail to oneself', () => {
    expect(PARTS.map(scopeWords)).toEqual([
      'every meeting of which a log is kept',
      'one meeting: Priya/Marcus daily sync',
      'one meeting, without a title',
      'the meetings to which Dana "D." Ortiz was invited, or came',
      'what was decided about 2027 scope?, and the meetings at which it was',
    ]);
  });
});
