import { notePromise, sayOfPromise } from '../../tasks/enter/note-promise';
import { notePoint, raisePoint } from '../../tasks/enter/raise-point';
import { repliesToQuestion } from '../../tasks/read/replies-to-question';
import { draftBeforeSync, sendBeforeSync } from '../../tasks/send/points/before-sync-mail';
import { lettersOnceMore, sendOnceMore } from '../../tasks/send/points/once-more-mail';
import { settle } from '../../tasks/send/settle';
import type { PointsActions } from '../../ui/port/points-actions';
import { allowSending } from '../consent';
import { zonesIn } from '../learn-zones';
import { ownerOf, type Session, showAgain, thenShown } from '../session';

/** What is raised with somebody before, in and after a meeting. */
export function createPointsActions(session: Session): PointsActions {
  const { ports, viewStore } = session;
  const shown = thenShown(session);
  const sending = async (send: (onPressed: () => unknown) => Promise<void>): Promise<void> => {
    const courier = session.courier();
    try {
      await allowSending(session);
      await send(courier.show);
    } finally {
      await courier.show();
      await showAgain(session);
      void courier.goOn();
    }
  };
  return {
    entries: ports.ledger.ownEntries,
    raise: (series, draft) => shown(raisePoint(ports, series, draft, ownerOf(session))),
    note: (point, word) => shown(notePoint(ports, point, word)),
    promise: (draft, from) => shown(notePromise(ports, draft, from, ownerOf(session))),
    sayOfPromise: (promise, word) => shown(sayOfPromise(ports, promise, word, ownerOf(session))),
    draftBefore: async () => {
      const { lineage } = viewStore.view();
      if (lineage === null) return null;
      return draftBeforeSync(ports, ownerOf(session), lineage, await zonesIn(session, lineage));
    },
    settleBefore: (mail, does) => shown(settle(ports, mail, does).finally(() => session.courier().goOn())),
    sendBefore: (drafts) => sending((show) => sendBeforeSync(ports, drafts, show)),
    lettersOnceMore: () => lettersOnceMore(ports, ownerOf(session)),
    repliesTo: (letters) => repliesToQuestion(ports, letters),
    sendOnceMore: (letters) => sending((show) => sendOnceMore(ports, ownerOf(session), letters, show)),
  };
}
