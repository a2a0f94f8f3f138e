import type { OccurrenceKey } from '../domain/occurrence';
import type { Message, RecapEntry } from '../domain/recap';
import { Trouble } from '../domain/trouble';
import { sendRecap, settleRecap } from '../tasks/send-recap';
import type { Desk, Letter, RecapDraft } from '../ui/state/desk';
import { type House, showAgain } from './house';

/** Time to take a click back. */
const UNDO_TIME = 10_000;

type RecapDesk = Pick<
  Desk,
  'draftRecap' | 'sendRecap' | 'takeBackRecap' | 'settleRecap' | 'openRecapInOutlook'
>;

/** Everything about the recap of an occurrence: drafting, sending once, taking back, settling a doubt. */
export function createRecapDesk(house: House): RecapDesk {
  const { ports, stage } = house;
  const undoable = new Map<OccurrenceKey, (takenBack: boolean) => void>();

  const settle = (occurrence: OccurrenceKey, takenBack: boolean) => {
    const tell = undoable.get(occurrence);
    undoable.delete(occurrence);
    tell?.(takenBack);
    return tell !== undefined;
  };

  return {
    draftRecap: (occurrence) => draftRecap(house, occurrence),

    sendRecap: async (occurrence, letter) => {
      // A second click while the first is on its way is the same click.
      if (undoable.has(occurrence)) return;
      const undone = new Promise<boolean>((tell) => undoable.set(occurrence, tell));
      // Asked now, while it is still the person's click. Refused: it goes directly, and stays "not verified".
      await house.allow(['Mail.ReadWrite', 'Mail.Send']).catch(() => undefined);
      const untilSure = async () => {
        const timer = setTimeout(() => settle(occurrence, false), UNDO_TIME);
        stage.show({ pending: { occurrence, letter } });
        const takenBack = await undone;
        clearTimeout(timer);
        stage.show({ pending: null });
        return takenBack;
      };
      try {
        const decisions = (await draftRecap(house, occurrence)).decisions;
        const message = await toMessage(letter);
        await sendRecap(ports, { occurrence, message, decisions }, untilSure);
      } finally {
        settle(occurrence, true);
        await showAgain(house);
      }
    },

    takeBackRecap: async (occurrence) => settle(occurrence, true),

    settleRecap: async (occurrence, does) => {
      const entry = openEntry(stage.scene().recaps, occurrence);
      if (entry === null) return;
      try {
        await settleRecap(ports, entry, does);
      } finally {
        await showAgain(house);
      }
    },

    openRecapInOutlook: async (_occurrence, letter) => {
      const { openInOutlook } = await import('./outlook-draft');
      await openInOutlook(house, await toMessage(letter));
    },
  };
}

async function draftRecap(house: House, occurrence: OccurrenceKey): Promise<RecapDraft> {
  const { owner, lineage, decisions, recaps } = house.stage.scene();
  if (owner === null || lineage === null) throw new Trouble('not-found', 'recap');
  const { prepareRecap } = await import('../tasks/prepare-recap');
  return prepareRecap({ owner, lineage, decisions, recaps }, occurrence, house.ports.clock());
}

/** The letter as the person sees it, with the HTML made from exactly that text. */
async function toMessage(letter: Letter): Promise<Message> {
  return (await import('../tasks/prepare-recap')).messageOf(letter);
}

/** The latest sending of an occurrence whose end was never noted. */
function openEntry(recaps: readonly RecapEntry[], occurrence: OccurrenceKey): RecapEntry | null {
  const mine = recaps.filter((one) => one.occurrence === occurrence);
  const last = mine.reduce<RecapEntry | null>((a, b) => (a === null || a.id < b.id ? b : a), null);
  return last?.step === 'sending' ? last : null;
}
