import { decisionCourses } from '../../domain/agree/decision-course';
import type { RecapEntry } from '../../domain/facts/decided/recap-entry';
import { lastSteps } from '../../domain/facts/decided/sending';
import type { Message } from '../../domain/facts/things/message';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import { Trouble } from '../../domain/trouble';
import { sendRecap, settleRecap } from '../../tasks/send/send-recap';
import type { Desk, RecapChoice, RecapDraft, RecapLetter, SendingWay } from '../../ui/desk/desk';
import { allowSending, sendingWay } from '../consent';
import { type House, showAgain } from '../house';
import { zonesIn } from '../zones';

/** Time to take a click back. */
const UNDO_TIME = 10_000;

type RecapDesk = Pick<
  Desk,
  'draftRecap' | 'sendingWay' | 'sendRecap' | 'takeBackRecap' | 'settleRecap' | 'openRecapInOutlook'
>;

/** Everything about the recap of an occurrence: drafting, sending once, taking back, settling a doubt. */
export function createRecapDesk(house: House): RecapDesk {
  const { ports, stage } = house;
  const undoable = new Map<OccurrenceKey, (takenBack: boolean) => void>();

  let way: SendingWay | null = null;

  const settle = (occurrence: OccurrenceKey, takenBack: boolean) => {
    const tell = undoable.get(occurrence);
    undoable.delete(occurrence);
    tell?.(takenBack);
    return tell !== undefined;
  };

  return {
    draftRecap: (occurrence, choice) => draftRecap(house, occurrence, choice),

    sendingWay: async () => {
      // What was allowed once needs no second look: a sending asks again by itself.
      if (way !== 'once') way = await sendingWay(house.isAllowed);
      return way;
    },

    sendRecap: async (occurrence, letters, together) => {
      // A second click while the first is on its way is the same click.
      if (undoable.has(occurrence)) return;
      const undone = new Promise<boolean>((tell) => undoable.set(occurrence, tell));
      const untilSure = async () => {
        const timer = setTimeout(() => settle(occurrence, false), UNDO_TIME);
        stage.show({ pending: { occurrence, to: letters.flatMap(({ to }) => to) } });
        const takenBack = await undone;
        clearTimeout(timer);
        stage.show({ pending: null });
        return takenBack;
      };
      try {
        await allowSending(house);
        const mails = await Promise.all(
          letters.map(async (letter) => ({
            message: await toMessage(house, letter),
            decisions: letter.decisions,
            names: letter.names,
            ...(letter.questions === undefined ? {} : { questions: letter.questions }),
          })),
        );
        const ends = await sendRecap(ports, { occurrence, mails, together }, untilSure);
        const refused = ends.find(({ trouble }) => trouble !== null);
        if (refused?.trouble) throw refused.trouble;
      } finally {
        settle(occurrence, true);
        await showAgain(house);
      }
    },

    takeBackRecap: async (occurrence) => settle(occurrence, true),

    settleRecap: async (occurrence, does) => {
      try {
        await settleRecap(ports, openEntries(stage.scene().recaps, occurrence), does);
      } finally {
        await showAgain(house);
      }
    },

    openRecapInOutlook: async (_occurrence, letter) => {
      const { openInOutlook } = await import('../outlook-draft');
      await openInOutlook(house, await toMessage(house, letter));
    },
  };
}

async function draftRecap(
  house: House,
  occurrence: OccurrenceKey,
  choice: RecapChoice = {},
): Promise<RecapDraft> {
  const { owner, lineage, decisions, recaps } = house.stage.scene();
  if (owner === null || lineage === null) throw new Trouble('not-found', 'recap');
  const { prepareRecap } = await import('../../tasks/send/prepare-recap');
  const { ledger, clock } = house.ports;
  const [zones, entries] = await Promise.all([zonesIn(house, lineage), ledger.ownEntries()]);
  const courses = decisionCourses(entries, clock());
  return prepareRecap({ owner, lineage, decisions, recaps, courses, zones }, occurrence, clock(), choice);
}

/** The letter as the person sees it, with the HTML made from exactly that text. */
async function toMessage(house: House, letter: RecapLetter): Promise<Message> {
  return (await import('../../tasks/send/prepare-recap')).messageOf(letter, house.stage.scene().owner);
}

/** The sendings of an occurrence whose end was never noted. */
const openEntries = (recaps: readonly RecapEntry[], occurrence: OccurrenceKey): readonly RecapEntry[] =>
  lastSteps(recaps).filter((one) => one.occurrence === occurrence && one.step === 'sending');
