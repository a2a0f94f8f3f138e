import {
  checkPoint,
  checkPointWord,
  nextPointNumber,
  type Point,
  type PointDraft,
  type PointFault,
  type PointWord,
  type PointWordFault,
} from '../../domain/facts/decided/point';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import type { Owner } from '../../domain/facts/things/person';
import { ok, type Result } from '../../domain/result';
import type { Ports } from '../ports';
import { enter } from './own-entries';

/** All panes of the browser take turns, so that no number is given twice. */
const LOCK = 'loopkeeper-point-number';

/** Checks a draft and adds it as the next numbered point (12.1). Faults come back all at once. */
export async function raisePoint(
  ports: Ports,
  series: SeriesId,
  draft: PointDraft,
  owner: Owner,
): Promise<Result<Point, readonly PointFault[]>> {
  const now = ports.clock();
  const checked = checkPoint(draft, owner, now);
  if (!checked.ok) return checked;
  const add = async (): Promise<Point> => {
    const own = await ports.ledger.ownEntries();
    const points = own.filter((fact) => fact.kind === 'point');
    const reduced = own.filter((fact) => fact.kind === 'reduced');
    const point: Point = {
      ...checked.value,
      ...{ kind: 'point', id: ports.seal.stamp(), recordedAt: now, series },
      number: nextPointNumber(points, reduced),
      raisedAt: now,
    };
    await ports.ledger.append([point]);
    return point;
  };
  return ok((await ports.seal.alone(LOCK, true, add)) ?? (await add()));
}

/** What became of a point, as the owner says. Gives the id of the entry, to be taken back. */
export async function notePoint(
  ports: Ports,
  { id: point, series, person }: Point,
  word: PointWord,
): Promise<Result<string, readonly PointWordFault[]>> {
  const checked = checkPointWord(word);
  if (!checked.ok) return checked;
  return ok(
    await enter(ports, { kind: 'point-step', series, point, person, ...checked.value, at: ports.clock() }),
  );
}
