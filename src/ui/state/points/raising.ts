import { signal } from '@preact/signals';

import type { Point, PointDraft, PointFault } from '../../../domain/facts/decided/point';
import type { JudgedLineage, JudgedOccurrence } from '../../../domain/judge/judged/judged';
import { personTyped } from '../../../domain/tell/at-hand';
import type { PaneState } from '../pane';
import { createSaving } from '../saving';

/** As typed: with somebody who is at hand, everybody, or whose address is typed. */
interface Typed extends Omit<PointDraft, 'person'> {
  /** A key; `EVERYBODY`, or `SOMEBODY_ELSE` whose address is typed. */
  readonly withWhom: string;
  readonly address: string;
}

/** Filled in beforehand: it is not kept until it is saved, as what it comes from is not. */
export type PointTyped = Partial<Typed>;

export const EVERYBODY = '';
export const SOMEBODY_ELSE = '+';

const isTyped = (kept: unknown): kept is Partial<Typed> =>
  typeof kept === 'object' && kept !== null && 'withWhom' in kept;

/** Writing down a point; kept as typed until it is saved. */
export function createRaisingState(
  pane: PaneState,
  lineage: JudgedLineage,
  occurrence: JudgedOccurrence,
  onSaved: (made: Point) => void,
  typed?: PointTyped,
) {
  const { actions } = pane;
  const name = typed === undefined ? `point:${lineage.id}` : null;
  const owner = pane.view.peek().owner?.key;
  const others = occurrence.people
    .filter(({ isOwner, role, person }) => !isOwner && role !== 'resource' && person.key !== owner)
    .map(({ person }) => person);
  const now = pane.now.peek();
  const { start, end } = occurrence.effective;
  const first: Typed = {
    ...{ text: '', sort: 'question', topic: '', deadline: '', address: '' },
    withWhom: lineage.oneToOne ? (others[0]?.key ?? EVERYBODY) : EVERYBODY,
    occurrence: start <= now && now < end ? occurrence.key : null,
    ...typed,
  };
  const draft = signal<Typed>(first);
  const { faults, busy, save } = createSaving<PointFault>(pane);

  const keep = (what: Typed | null) => {
    if (name !== null) actions.keepDraft(name, what);
  };
  if (name !== null)
    void actions.draft(name).then((kept) => {
      if (isTyped(kept) && draft.peek() === first) draft.value = { ...first, ...kept };
    });

  const personOf = ({ withWhom, address }: Typed): PointDraft['person'] => {
    if (withWhom === EVERYBODY) return null;
    if (withWhom === SOMEBODY_ELSE) {
      const named = personTyped(address, others);
      // What names nobody is no address either: the fault beside the field says so.
      return named.ok ? named.value : { key: '', name: '', address: ' ' };
    }
    return others.find((one) => one.key === withWhom) ?? null;
  };
  return {
    draft,
    faults,
    busy,
    others,
    change: (part: Partial<Typed>) => {
      draft.value = { ...draft.peek(), ...part };
      keep(draft.peek());
    },
    save: () => {
      const { withWhom: _, address: __, ...raised } = draft.peek();
      const series = occurrence.series;
      return save(
        async () => (await actions.points()).raise(series, { ...raised, person: personOf(draft.peek()) }),
        (made) => {
          keep(null);
          onSaved(made);
        },
      );
    },
  };
}
