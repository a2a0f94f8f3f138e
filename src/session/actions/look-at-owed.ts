import { keepView } from '../keep-view';
import type { Session } from '../session';

/** Shows what is owed over all meetings. Asked for several times while it is being read, it is read once more. */
export function createOwed(session: Session): () => Promise<void> {
  const { ports, viewStore } = session;
  let under: Promise<void> | null = null;
  let again = false;
  const look = async () => {
    const { loops: all, syncs, people, until } = await ports.ledger.loops();
    // What this pane is about to send itself is told of as what is still to go.
    const pressed = new Set((await ports.ledger.pressed.all()).map(({ mailKey }) => mailKey));
    const loops = all.filter(
      ({ kind, holds }) => kind !== 'sending' || !holds.some(({ id }) => pressed.has(id)),
    );
    const { loops: before } = viewStore.view();
    viewStore.show({ loops, syncs, peopleOwed: people, loopsUntil: until });
    // Of a meeting of thousands that costs more than all else.
    if (JSON.stringify(before) === JSON.stringify(loops)) return;
    const { item, byName, shelf } = session;
    if (item !== null && byName === undefined) keepView(shelf, item, viewStore.view(), ports.clock());
  };
  const inTurn = async () => {
    do {
      again = false;
      // What is in the way of the log is said where the log is read.
      await look().catch(() => undefined);
    } while (again);
    under = null;
  };
  return () => {
    if (under !== null) again = true;
    under ??= inTurn();
    return under;
  };
}
