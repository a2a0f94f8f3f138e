import { type Mark, type MarkDraft, type MarkFault, marksFrom } from '../../domain/facts/log/mark';
import { ok, type Result } from '../../domain/result';
import type { Zone } from '../../domain/time/time';
import type { Ports } from '../ports';
import { enter } from './own-entries';

/** Marks by hand that somebody is away, or has a holiday (4.3); every log they are in is judged anew. */
export async function markAway(ports: Ports, draft: MarkDraft, zone: Zone): Promise<Result<null, MarkFault>> {
  const marks = marksFrom(draft, zone);
  if (!marks.ok) return marks;
  const recordedAt = ports.clock();
  await ports.ledger.append(
    marks.value.map((mark): Mark => ({ ...mark, id: ports.seal.stamp(), recordedAt })),
  );
  return ok(null);
}

/** Takes a mark back by a new entry, which lies with the person as the mark does. */
export const unmark = (ports: Ports, { id: of, person }: Pick<Mark, 'id' | 'person'>): Promise<string> =>
  enter(ports, { kind: 'undo', of, person });
