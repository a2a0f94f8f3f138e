import { inTurns, stoppable, type Watched } from '../../domain/pace';
import { chainFrom, chainIn, checkingLines, type FileCheck } from '../../formats/log/chain';
import type { Ports } from '../ports';

/**
 * Holds an exported file against the digests that stand in it, or beside it (13.8). Null: there are none that can be read.
 * Nothing of the file is kept.
 */
export function checkFile(
  ports: Pick<Ports, 'turns'>,
  text: string,
  beside: string | null,
  watched: Watched,
): Promise<FileCheck | null> {
  const apart = beside === null ? null : chainFrom(beside);
  const found = apart === null ? chainIn(text) : { chain: apart, own: null };
  if (found === null) return Promise.resolve(null);
  const tell = (share: number) => watched.onProgress?.(share * 100, 100);
  return inTurns(checkingLines(text, found.chain, found.own, tell), stoppable(ports.turns, watched));
}
