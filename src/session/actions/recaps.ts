import { agreedWith, agreementViews } from '../../domain/agree/agreed';
import { decisionHistories, standingAmong } from '../../domain/agree/decision-history';
import { zonesOf } from '../../domain/agree/zones-of';
import type { Telling } from '../../domain/facts/decided/catch-up-entry';
import { lastSteps } from '../../domain/facts/decided/sending';
import { rhythmsIn } from '../../domain/facts/log/rhythms';
import { tellingsIn } from '../../domain/facts/log/tellings';
import type { Message } from '../../domain/facts/things/message';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import { amongPeople } from '../../domain/facts/things/people';
import type { Person } from '../../domain/facts/things/person';
import { recapTime } from '../../domain/judge/questions/recap-time';
import { pointHistories } from '../../domain/points/point-history';
import { Trouble } from '../../domain/trouble';
import { sendRecap } from '../../tasks/send/send-recap';
import { settleAll } from '../../tasks/send/settle';
import type { Actions, RecapChoice, RecapDraft, RecapLetter, SendingWay } from '../../ui/port/actions';
import type { PaneView } from '../../ui/port/view';
import { allowSending, sendingWay } from '../consent';
import { type Session, showAgain } from '../session';
import { knownAround } from './known-around';

type RecapActions = Pick<
  Actions,
  'draftRecap' | 'sendingWay' | 'sendRecap' | 'takeBackRecap' | 'settleRecap' | 'openRecapInOutlook'
>;

/** Everything about the recap of an occurrence: drafting, sending once, taking back, settling a doubt. */
export function createRecapActions(session: Session): RecapActions {
  const { ports, viewStore } = session;
  let way: SendingWay | null = null;
  const courierOf = async () => session.courier();

  return {
    draftRecap: (occurrence, choice) => draftRecap(session, occurrence, choice),

    sendingWay: async () => {
      // What was allowed once needs no second look: a sending asks again by itself.
      if (way !== 'once') way = await sendingWay(session.isAllowed);
      return way;
    },

    sendRecap: async (occurrence, letters, together) => {
      const courier = await courierOf();
      try {
        await allowSending(session);
        const mails = await Promise.all(
          letters.map(async (letter) => ({
            message: await toMessage(session, letter),
            decisions: letter.decisions,
            names: letter.names,
            ...(letter.questions === undefined ? {} : { questions: letter.questions }),
            ...(letter.points === undefined ? {} : { points: letter.points }),
            ...(letter.pointsCalled === undefined ? {} : { pointsCalled: letter.pointsCalled }),
          })),
        );
        const { notBefore } = await timeOf(session, occurrence);
        const ends = await sendRecap(ports, { occurrence, mails, together, notBefore }, courier.show);
        const refused = ends.find(({ end }) => end === 'refused');
        if (refused?.trouble) throw refused.trouble;
      } finally {
        await courier.show();
        await showAgain(session);
        void courier.goOn();
      }
    },

    takeBackRecap: async (occurrence) => {
      const ids = pressedFor(viewStore.view().outgoing, occurrence);
      await (await courierOf()).settle(ids, 'discard');
    },

    settleRecap: async (occurrence, does) => {
      const ids = pressedFor(viewStore.view().outgoing, occurrence);
      const left = openEntries(viewStore.view().recaps, occurrence);
      const mine = new Set((viewStore.view().outgoing ?? []).map(({ mailKey }) => mailKey));
      try {
        if (ids.length > 0) await (await courierOf()).settle(ids, does);
        await settleAll(
          ports,
          left.filter(({ mailKey }) => !mine.has(mailKey)),
          does,
        );
      } finally {
        await showAgain(session);
      }
    },

    openRecapInOutlook: async (_occurrence, letter) => {
      const { openInOutlook } = await import('../outlook-draft');
      await openInOutlook(session, await toMessage(session, letter));
    },
  };
}

async function draftRecap(
  session: Session,
  occurrence: OccurrenceKey,
  choice: RecapChoice = {},
): Promise<RecapDraft> {
  const [{ prepareRecap }, { countedFor }] = await Promise.all([
    import('../../tasks/send/prepare-recap'),
    import('../../tasks/send/answer-time'),
  ]);
  const { ledger, clock } = session.ports;
  const known = await knownAround(session, occurrence);
  const { owner, lineage, oneToOnes = [] } = known;
  const entries = await ledger.ownEntries();
  const histories = decisionHistories(entries, clock());
  const agreements = agreementViews(entries, clock());
  const rhythms = rhythmsIn(entries);
  // Of who is in none of its occurrences their days lie with other meetings.
  const isHere = amongPeople([...lineage.people, ...lineage.members.map(({ person }) => person)]);
  const mayBeAsked = [...agreements.map(({ agreement }) => agreement.person), ...oneToOnes];
  const facts = mayBeAsked.every(isHere) ? await ledger.historyOf(lineage.id) : await ledger.allFacts();
  const zones = zonesOf(facts, agreements, lineage.rules);
  const weekOf = (person: Person) =>
    countedFor(person, [...facts, ...entries], agreedWith(agreements, person), owner).week;
  // What was decided in no meeting goes along (13.4).
  const outside = standingAmong(histories).filter(({ series }) => series === null);
  const decisions = [...known.decisions, ...outside];
  // What was decided in no meeting may have gone with the recap of another one: nothing is told twice (13.3).
  const recaps = tellingsIn(entries);
  const points = pointHistories(entries);
  return prepareRecap(
    { ...known, recaps, decisions, histories, agreements, rhythms, points, zones, weekOf },
    occurrence,
    clock(),
    choice,
  );
}

/** The letter as the person sees it, with the HTML made from exactly that text. */
async function toMessage(session: Session, letter: RecapLetter): Promise<Message> {
  return (await import('../../tasks/send/prepare-recap')).messageOf(letter, session.viewStore.view().owner);
}

/** The sendings of an occurrence whose end was never noted. */
const openEntries = (recaps: readonly Telling[], occurrence: OccurrenceKey): readonly Telling[] =>
  lastSteps(recaps).filter((one) => one.occurrence === occurrence && one.step === 'sending');

/** What Send was pressed for, of this occurrence, and has not gone yet. */
const pressedFor = (outgoing: PaneView['outgoing'], occurrence: OccurrenceKey): readonly string[] =>
  (outgoing ?? [])
    .filter(({ entry }) => entry.kind === 'recap' && entry.occurrence === occurrence)
    .map(({ id }) => id);

/** Of an occurrence that has no recap now, none goes (13.4). */
async function timeOf(session: Session, key: OccurrenceKey) {
  const { lineage } = await knownAround(session, key);
  const occurrence = lineage.occurrences.find((one) => one.key === key);
  const time = occurrence === undefined ? null : recapTime(occurrence, session.ports.clock());
  if (time === null) throw new Trouble('not-found', 'recap');
  return time;
}
