import type { TheirRhythm } from '../../facts/entered/rhythm';
import type { Instant, Zone } from '../../time/time';
import type { WeekOfWork } from '../../time/working-days';
import { broughtUpAt, type CatchUp, needsThem } from './catch-up';
import { dueMoment } from './due-moment';

/** From when a catch-up is offered, and on whose clocks that was counted. */
export interface OfferedFrom {
  readonly at: Instant;
  readonly zone: Zone;
}

/**
 * From when what there is to tell is offered in their rhythm (13.5): what needs them at once, with the rest; else from the
 * first moment at which something of it is due. Null: at once. `asked`: decisions on which their view is asked for (11.4).
 */
export function offeredFrom(
  { whole, lines }: Pick<CatchUp, 'whole' | 'lines'>,
  asked: ReadonlySet<string>,
  pace: TheirRhythm,
  week: WeekOfWork,
): OfferedFrom | null {
  const all = [...whole, ...lines];
  const isAsked = all.some(
    (one) => needsThem(one) || (one.kind === 'decided' && asked.has(one.history.decision.id)),
  );
  if (pace.often === 'each-miss' || all.length === 0 || isAsked) return null;
  return { at: Math.min(...all.map((one) => dueMoment(pace, broughtUpAt(one), week))), zone: week.zone };
}
