import type { Loop } from '../../domain/loops/loop';
import { nextMidnight } from '../../domain/loops/open-loops';
import type { Zone } from '../../domain/time/time';
import type { Ports } from '../ports';
import { enter } from './own-entries';

/** *Not now*: what the line holds is put off until midnight (14.1). */
export function putOff(
  ports: Ports,
  { kind, series, holds, people }: Pick<Loop, 'kind' | 'series' | 'holds' | 'people'>,
  zone: Zone,
): Promise<string> {
  const [person] = people;
  return enter(ports, {
    ...{ kind: 'put-off', series, loop: kind, held: holds.map(({ id }) => id) },
    ...(person !== undefined && people.length === 1 ? { person: person.key } : {}),
    until: nextMidnight(ports.clock(), zone),
  });
}
