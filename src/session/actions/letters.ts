import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { wholeDaysIn } from '../../domain/judge/judged/whole-days';
import { Trouble } from '../../domain/trouble';
import { lookBack } from '../../tasks/enter/enter-look-back';
import { enter } from '../../tasks/enter/own-entries';
import { messageOf } from '../../tasks/send/prepare-recap';
import type { LettersActions } from '../../ui/port/letters-actions';
import { zonesIn } from '../learn-zones';
import { openInOutlook } from '../outlook-draft';
import { ownerOf, type Session, showAgain } from '../session';
import { recordWith } from './person-record';
import { standingIn } from './standing-in';

/** Letters and sheets from the log. Nothing here sends: what is written opens in Outlook, and a person sends it. */
export function createLettersActions(session: Session): LettersActions {
  const { ports, viewStore } = session;
  const own = async () => standingIn(await ports.ledger.ownEntries());
  /** What other meetings say of what was decided in this one: who was there where it got a later state (10.2, 13.1). */
  const around = () => {
    const { oneToOnes, elsewhere } = viewStore.view();
    return {
      ...(oneToOnes === undefined ? {} : { oneToOnes }),
      ...(elsewhere === undefined ? {} : { elsewhere }),
    };
  };
  return {
    note: async (series, does, people, done) => {
      const id = await enter(ports, { kind: 'gesture', series, does, people, done });
      await showAgain(session);
      return id;
    },
    openInOutlook: (letter) => openInOutlook(session, messageOf(letter, ownerOf(session))),
    asFile: async (letter) => {
      const { mailFile } = await import('../../formats/mail/mail-file');
      return mailFile(messageOf(letter, ownerOf(session)));
    },
    freeTimes: async (person, wanted) => {
      const { findTimes } = await import('../../tasks/find/find-times');
      try {
        return await findTimes(ports, ownerOf(session), person, wanted);
      } catch (thrown) {
        if (thrown instanceof Trouble) return { found: 'failed', trouble: thrown };
        throw thrown;
      }
    },
    zones: (lineage) => zonesIn(session, lineage),
    openToMyself: (letter) => openInOutlook(session, messageOf({ ...letter, to: [ownerOf(session)] })),
    lookBack: async (month, notes) => {
      const { lineage, decisions, recaps } = viewStore.view();
      if (lineage === null) throw new Trouble('not-found', 'meeting of the month');
      const frozen = await lookBack(
        ports,
        { ...(await own()), ...around(), lineage, decisions, recaps, zone: ownerOf(session).zone },
        month,
        notes,
      );
      await showAgain(session);
      return frozen;
    },
    isIntact: async (one) => {
      const { sealedText } = await import('../../domain/facts/entered/look-back');
      return (await ports.seal.sha256(sealedText(one))) === one.hash;
    },
    record: async (reach) => {
      const { lineage } = viewStore.view();
      return {
        lineages: reach === 'all' ? await wholeLog(session) : lineage === null ? [] : [lineage],
        ...(await own()),
        ...around(),
      };
    },
    recordWith: (person) => recordWith(session, person),
  };
}

/** Every kept lineage, judged now. */
async function wholeLog(session: Session): Promise<readonly JudgedLineage[]> {
  const { owner } = session.viewStore.view();
  if (owner === null) return [];
  const { judgedLog } = await import('../../tasks/log/judged-log');
  return (await judgedLog(session.ports)).lineages.map((one) => wholeDaysIn(one, owner.zone));
}
