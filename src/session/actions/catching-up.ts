import type { CatchUpLetter } from '../../domain/tell/catch-up/catch-up-letter';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { enter, undoAll } from '../../tasks/enter/own-entries';
import { draftCatchUp, noteTold, sendCatchUp } from '../../tasks/send/catch-up-mail';
import { settle } from '../../tasks/send/settle';
import type { CatchUpActions } from '../../ui/port/catch-up-actions';
import { allowSending } from '../consent';
import { ownerOf, type Session, showAgain, thenShown } from '../session';
import { recordWith } from './person-record';

/** What somebody has not heard: as a mail, or told by hand. */
export function createCatchUpActions(session: Session): CatchUpActions {
  const { ports } = session;
  const shown = thenShown(session);
  const draft = async (record: PersonRecord): Promise<CatchUpLetter | null> => {
    const facts = await Promise.all(record.lineages.map(({ id }) => ports.ledger.historyOf(id)));
    const own = await ports.ledger.ownEntries();
    return draftCatchUp(record, ownerOf(session), [...facts.flat(), ...own], ports.clock());
  };
  /** Everything in it is still to be told, as it is told there. */
  const isCurrent = async ({ to: [person], states }: CatchUpLetter): Promise<boolean> => {
    const record = await recordWith(session, person);
    const now = record === null ? null : await draft(record);
    return states.every((one) => now?.states.includes(one) === true);
  };
  return {
    draft,
    send: async (letter) => {
      const courier = session.courier();
      try {
        await allowSending(session);
        return await sendCatchUp(ports, ownerOf(session), letter, () => isCurrent(letter), courier.show);
      } finally {
        await courier.show();
        await showAgain(session);
        void courier.goOn();
      }
    },
    told: (letter) => shown(noteTold(ports, letter)),
    takeBack: (entries) => shown(undoAll(ports, entries).then(() => undefined)),
    setRhythm: (person, pace) => shown(enter(ports, { kind: 'rhythm', person, ...pace })),
    settle: (entry, does) => shown(settle(ports, entry, does).finally(() => session.courier().goOn())),
  };
}
