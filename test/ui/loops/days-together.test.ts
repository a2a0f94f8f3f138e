import { describe, expect, test } from 'vitest';

import type { LoopKind } from '../../../src/domain/facts/entered/put-off';
import { holding } from '../../../src/domain/loops/loop';
import { togetherAmong } from '../../../src/ui/loops/days-together';
import type { OwedLine } from '../../../src/ui/loops/owed-lines';
import { half, utc } from '../../domain/builders/readings';

const line = (
  id: string,
  series: string,
  settled: OwedLine['settled'] = null,
  kind: LoopKind = 'unrecorded',
): OwedLine => ({
  ...{ name: id, settled },
  loop: {
    ...{ kind, series, occurrence: id, title: 'Daily sync', span: half('2026-11-19T15:30') },
    ...{ at: utc('2026-11-19T15:30'), people: [], decisions: [], holds: [holding(id)] },
  },
});
const named = (lines: readonly OwedLine[]) => lines.map(({ name }) => name);
const own = (series: string) => series;

describe('Days that hang together', () => {
  test('are those of one meeting, also after a split, under the first of their lines', () => {
    const lines = [line('a', 'daily'), line('w', 'weekly'), line('b', 'daily 2'), line('c', 'daily')];
    const found = togetherAmong(lines, (series) => series.replace(' 2', ''));
    expect([...found.keys()]).toEqual(['a']);
    expect(named(found.get('a')?.left ?? [])).toEqual(['a', 'b', 'c']);
    expect([...togetherAmong(lines, own).keys()]).toEqual(['a']);
  });

  test('are not a day alone, and nothing but days without a record', () => {
    expect(togetherAmong([line('a', 'daily'), line('b', 'daily', null, 'to-tell')], own).size).toBe(0);
  });

  test('keep their place while they are answered one by one, and ask for those that are left', () => {
    const found = togetherAmong([line('a', 'daily', 'noted'), line('b', 'daily')], own).get('a');
    expect(named(found?.days ?? [])).toEqual(['a', 'b']);
    expect(named(found?.left ?? [])).toEqual(['b']);
  });
});
