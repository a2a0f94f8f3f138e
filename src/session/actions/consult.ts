import { orStopped } from '../../domain/pace';
import { noteAnswer, noteMailReply, noteReply, proposeAgreement, takeStep } from '../../tasks/enter/agree';
import { closeTopic, joinTopics, renameTopic } from '../../tasks/enter/change-topic';
import { findAtHand } from '../../tasks/find/find-at-hand';
import { answerTime } from '../../tasks/send/answer-time';
import { noteRequest, prepareRequest, sendRequest } from '../../tasks/send/ask-first';
import { settle } from '../../tasks/send/settle';
import { settleReturned } from '../../tasks/send/settle-returned';
import type { ConsultActions } from '../../ui/port/consult-actions';
import { allowSending } from '../consent';
import { ownerOf, type Session, thenShown } from '../session';
import { threadAbout } from './about-topic';

/** What belongs to a decision before it is taken, and to what was agreed about being asked. */
export function createConsultActions(session: Session): ConsultActions {
  const { ports } = session;
  const shown = thenShown(session);
  return {
    entries: ports.ledger.ownEntries,
    atHand: () => findAtHand(ports),
    findInNotes: async (...asked) => {
      const { findInNotes } = await import('../../tasks/find/find-in-notes');
      return orStopped(findInNotes(ports, ...asked));
    },
    answerTime: (people) => answerTime(ports, ownerOf(session), people),
    draftRequest: (asking) => prepareRequest(ports, ownerOf(session), asking),
    sendRequest: async (letter) => {
      await allowSending(session);
      const courier = session.courier();
      try {
        return await shown(sendRequest(ports, letter, courier.show));
      } finally {
        await courier.show();
        void courier.goOn();
      }
    },
    noteRequest: (letter) => shown(noteRequest(ports, letter)),
    settleRequest: (request, does) =>
      shown(settle(ports, request, does).finally(() => session.courier().goOn())),
    settleReturned: (mailKey, does) => shown(settleReturned(ports, mailKey, does)),
    noteAnswer: (decision, draft) => shown(noteAnswer(ports, decision, draft)),
    noteMailReply: (reply, about, said) => shown(noteMailReply(ports, reply, about, said)),
    openMail: async (id) => {
      const { showMail } = await import('../../office/compose');
      await showMail(await ports.graph.postbox.outlookId(id));
    },
    inviteInForm: async (person) => {
      const { inviteThere } = await import('./missing-there');
      await inviteThere(session, person);
    },
    takeStep: (decision, draft) => shown(takeStep(ports, decision, draft)),
    propose: (series, draft) => shown(proposeAgreement(ports, series, draft)),
    noteReply: (agreement, draft) => shown(noteReply(ports, agreement, draft)),
    thread: (topic) => threadAbout(session, topic),
    renameTopic: (topic, name) => shown(renameTopic(ports, topic, name)),
    joinTopics: (topic, other) => shown(joinTopics(ports, topic, other)),
    closeTopic: (topic) => shown(closeTopic(ports, topic)),
  };
}
