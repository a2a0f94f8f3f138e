import { noteAnswer, noteMailReply, noteReply, proposeAgreement, takeStep } from '../../tasks/enter/agree';
import { noteRequest, prepareRequest, sendRequest } from '../../tasks/send/ask-first';
import { settle } from '../../tasks/send/settle';
import type { ConsultDesk } from '../../ui/desk/consult-desk';
import { allowSending } from '../consent';
import { type House, ownerOf, showAgain } from '../house';

/** What belongs to a decision before it is taken, and to what was agreed about being asked. */
export function createConsultDesk(house: House): ConsultDesk {
  const { ports } = house;
  const shown = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } finally {
      await showAgain(house);
    }
  };
  return {
    entries: ports.ledger.ownEntries,
    draftRequest: (asking) => prepareRequest(ports, ownerOf(house), asking),
    sendRequest: async (letter) => {
      await allowSending(house);
      const courier = house.courier();
      try {
        return await shown(sendRequest(ports, letter, courier.show));
      } finally {
        await courier.show();
        void courier.goOn();
      }
    },
    noteRequest: (letter) => shown(noteRequest(ports, letter)),
    settleRequest: (request, does) =>
      shown(settle(ports, request, does).finally(() => house.courier().goOn())),
    noteAnswer: (decision, draft) => shown(noteAnswer(ports, decision, draft)),
    noteMailReply: (reply, about, said) => shown(noteMailReply(ports, reply, about, said)),
    openMail: async (id) => {
      const { showMail } = await import('../../office/compose');
      await showMail(await ports.graph.postbox.outlookId(id));
    },
    takeStep: (decision, draft) => shown(takeStep(ports, decision, draft)),
    propose: (series, draft) => shown(proposeAgreement(ports, series, draft)),
    noteReply: (agreement, draft) => shown(noteReply(ports, agreement, draft)),
  };
}
