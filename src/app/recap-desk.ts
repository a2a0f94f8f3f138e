import type { JudgedOccurrence } from '../domain/judged';
import type { OccurrenceKey } from '../domain/occurrence';
import type { Message, RecapEntry } from '../domain/recap';
import { decisionsFor, nextOccurrence, recipientsOf } from '../domain/recap';
import { Trouble } from '../domain/trouble';
import { unkindWords } from '../domain/words';
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
      const timer = setTimeout(() => settle(occurrence, false), UNDO_TIME);
      stage.show({ pending: { occurrence, letter } });
      const over = undone.finally(() => {
        clearTimeout(timer);
        stage.show({ pending: null });
      });
      try {
        const decisions = (await draftRecap(house, occurrence)).decisions;
        const message = await messageOf(letter);
        await sendRecap(ports, { occurrence, message, decisions }, over);
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
      const { composeMail } = await import('../office/compose');
      const message = await messageOf(letter);
      await composeMail({
        to: message.to.map((one) => one.address),
        subject: message.subject,
        html: message.html,
      });
    },
  };
}

async function draftRecap(house: House, key: OccurrenceKey): Promise<RecapDraft> {
  const { owner, lineage, decisions, recaps } = house.stage.scene();
  const occurrence = lineage?.occurrences.find((one) => one.key === key);
  if (owner === null || lineage === null || occurrence === undefined) throw new Trouble('not-found', 'recap');
  const told = decisionsFor(occurrence, lineage, decisions, recaps);
  const recipients = recipientsOf(
    occurrence,
    owner,
    told.flatMap((decision) => decision.informed),
  );
  const { composeRecap, recapText, wordCount } = await import('../formats/recap-text');
  const body = composeRecap({
    occurrence,
    title: lineage.title,
    recipients: recipients.filter((one) => one.ticked).map((one) => one.person),
    decisions: told,
    owner,
    ownerZone: owner.zone,
    next: nextOccurrence(lineage, house.ports.clock()) as JudgedOccurrence | null,
    language: 'en',
  });
  const text = recapText(body);
  return {
    subject: body.subject,
    text,
    recipients,
    words: wordCount(text),
    decisions: told.map((decision) => decision.id),
    unkind: unkindWords(`${body.subject} ${text}`),
  };
}

/** The letter as the person sees it, with the HTML made from exactly that text. */
async function messageOf(letter: Letter): Promise<Message> {
  const { plainTextToHtml } = await import('../formats/recap-html');
  return { ...letter, html: plainTextToHtml(letter.text) };
}

/** The latest sending of an occurrence whose end was never noted. */
function openEntry(recaps: readonly RecapEntry[], occurrence: OccurrenceKey): RecapEntry | null {
  const mine = recaps.filter((one) => one.occurrence === occurrence);
  const last = mine.reduce<RecapEntry | null>((a, b) => (a === null || a.id < b.id ? b : a), null);
  return last?.step === 'sending' ? last : null;
}
