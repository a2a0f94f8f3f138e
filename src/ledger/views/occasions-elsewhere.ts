import type { OccurrenceKey, SeriesId } from '../../domain/facts/things/occurrence';
import { dateOf, seriesOf } from '../../domain/facts/things/occurrence';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Reading, Writing } from '../store/store';

/** Occurrences of any meeting, as they were last judged: a page each. */
export async function occasionsIn(
  tx: Reading,
  keys: readonly OccurrenceKey[],
): Promise<readonly JudgedOccurrence[]> {
  const found = await Promise.all(
    keys.map(async (key) => {
      const record = await tx.get('series', seriesOf(key));
      const page = record && (await tx.get('occurrences', [record.number, dateOf(key)]));
      return page?.judged?.key === key ? [page.judged] : [];
    }),
  );
  return found.flat();
}

/** Which meetings rest on occurrences of others, where something of theirs was decided, held or opened again (10.2). */
const NAME = 'occasions elsewhere';
type Resting = Readonly<Record<string, readonly SeriesId[]>>;

/** What of it is damaged is not there: it comes back when what rests on it is judged next. */
const restingIn = async (tx: Reading): Promise<Resting> => {
  const kept = (await tx.get('meta', NAME))?.value as Record<string, unknown> | null | undefined;
  return Object.fromEntries(Object.entries(kept ?? {}).filter(isResting));
};

const isResting = (one: [name: string, on: unknown]): one is [string, readonly SeriesId[]] =>
  Array.isArray(one[1]) && one[1].every((series) => typeof series === 'string');

/** `name`: of what is owed there. */
export async function noteResting(tx: Writing, name: string, keys: readonly OccurrenceKey[]): Promise<void> {
  const { [name]: before, ...others } = await restingIn(tx);
  const series = [...new Set(keys.map(seriesOf))].sort();
  if (`${before ?? ''}` === `${series}`) return;
  tx.put('meta', { name: NAME, value: series.length === 0 ? others : { ...others, [name]: series } });
}

/** What rests on these meetings, which were judged anew. */
export const restingOn = async (tx: Reading, series: readonly SeriesId[]): Promise<readonly string[]> =>
  Object.entries(await restingIn(tx)).flatMap(([name, on]) =>
    on.some((one) => series.includes(one)) ? [name] : [],
  );

/** Of what is owed in a meeting that is none any more. */
export const dropResting = (tx: Writing, name: string): Promise<void> => noteResting(tx, name, []);

/** Of all that is owed in meetings: each comes back when it is judged next. */
export async function dropAllResting(tx: Writing, but: string): Promise<void> {
  const { [but]: kept } = await restingIn(tx);
  tx.put('meta', { name: NAME, value: kept === undefined ? {} : { [but]: kept } });
}
