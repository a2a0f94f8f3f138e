import type { SweepMark } from '../../domain/facts/log/history';
import type { Named } from '../store/records';
import type { Writing } from '../store/store';

export async function putMarks(tx: Writing, marks: readonly SweepMark[]): Promise<void> {
  if (marks.length === 0) return;
  const kept = new Map(marksIn(await tx.get('meta', 'marks')).map((mark) => [mark.series, mark]));
  for (const mark of marks) {
    const before = kept.get(mark.series);
    kept.set(mark.series, before ? laterMark(before, mark) : mark);
  }
  tx.put('meta', { name: 'marks', value: [...kept.values()] });
}

export const marksIn = (record: Named | undefined): readonly SweepMark[] =>
  (record?.value ?? []) as readonly SweepMark[];

const backOf = ({ backTo }: SweepMark) => (backTo === undefined ? {} : { backTo });

/** Two panes can finish their sweeps in any order. */
const laterMark = (a: SweepMark, b: SweepMark): SweepMark => {
  const of = (choose: typeof Math.max, name: 'backTo' | 'reportsAt' | 'schedulesAt') => {
    const given = [a[name], b[name]].filter((at) => at !== undefined);
    return given.length === 0 ? {} : { [name]: choose(...given) };
  };
  return {
    series: a.series,
    sweptAt: Math.max(a.sweptAt, b.sweptAt),
    mailsUntil: a.mailsUntil === null ? b.mailsUntil : Math.max(a.mailsUntil, b.mailsUntil ?? a.mailsUntil),
    ...(a.sweptAt === b.sweptAt ? of(Math.min, 'backTo') : backOf(a.sweptAt > b.sweptAt ? a : b)),
    ...of(Math.max, 'reportsAt'),
    ...of(Math.max, 'schedulesAt'),
  };
};
