import type { Decision } from '../../../src/domain/facts/decided/decision';
import type { Rhythm } from '../../../src/domain/facts/entered/rhythm';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import type { Person } from '../../../src/domain/facts/things/person';
import { recapTime } from '../../../src/domain/judge/questions/recap-time';
import type { PersonRecord } from '../../../src/domain/tell/whole-record';
import { createCatchUpActions } from '../../../src/session/actions/catching-up';
import { recordWith } from '../../../src/session/actions/person-record';
import { createRecapActions } from '../../../src/session/actions/recaps';
import type { Session } from '../../../src/session/session';
import { createViewStore } from '../../../src/session/view-store';
import { takeStep } from '../../../src/tasks/enter/agree';
import { logDecision } from '../../../src/tasks/enter/log-decision';
import { enter } from '../../../src/tasks/enter/own-entries';
import { raisePoint } from '../../../src/tasks/enter/raise-point';
import type { Ports } from '../../../src/tasks/ports';
import { takeAnswers } from '../../../src/tasks/read/take-answers';
import { prepareRequest } from '../../../src/tasks/send/ask-first';
import { workOff } from '../../../src/tasks/send/carry';
import { sendCatchUp } from '../../../src/tasks/send/catch-up-mail';
import { draftBeforeSync, sendBeforeSync } from '../../../src/tasks/send/points/before-sync-mail';
import { draftOnceMore, sendOnceMore } from '../../../src/tasks/send/points/once-more-mail';
import { messageOf } from '../../../src/tasks/send/prepare-recap';
import { sendRecap } from '../../../src/tasks/send/send-recap';
import { EMPTY_VIEW } from '../../../src/ui/port/empty-view';
import { internetIdOf } from '../../simulator/graph/mail/message-json';
import { askThrough, GONE } from '../../simulator/send-through';
import { DAY, type Instant } from '../../simulator/time';
import type { Hand, Tap } from '../hand';
import type { Tale } from '../teller';

/** What a pane knows that has nothing open: it reads all of it from the log. */
export async function sessionOf({ ports }: Hand): Promise<Session> {
  const owner = await ports.graph.owner();
  const { oneToOnes } = await ports.ledger.people();
  return { ports, viewStore: createViewStore({ ...EMPTY_VIEW, owner, oneToOnes }) } as unknown as Session;
}

/** Everything the log holds about somebody, as their page and their copy read it. */
export async function recordOf(hand: Hand, person: Person): Promise<PersonRecord> {
  const record = await recordWith(await sessionOf(hand), person);
  if (record === null) throw new Error(`${person.name} was erased`);
  return record;
}

/** The catch-up as their page would show it now; null: there is nothing to tell. */
export const catchUpFor = async (hand: Hand, person: Person) =>
  createCatchUpActions(await sessionOf(hand)).draft(await recordOf(hand, person));

/** The recap of an occurrence as the pane would show it now. */
export const recapFor = async (hand: Hand, meeting: string, date: string) =>
  createRecapActions(await sessionOf(hand)).draftRecap(occurrenceKey(hand.seriesOf(meeting), date));

/** The ten seconds go by, and what was pressed goes. */
export async function goes({ ports, pass }: Hand): Promise<void> {
  pass(GONE);
  await workOff(ports);
  pass(GONE);
  await workOff(ports);
}

const WEEK = 7 * DAY;

/** Sends whatever is offered to somebody now: recaps that tick them and hold something, then their catch-up once it is due. `within`: what was offered before that was sent then. */
export const sendsWhatIsOffered =
  (who: string, within = WEEK): Tap =>
  async (hand) => {
    const { ports } = hand;
    const person = hand.personOf(who);
    const session = await sessionOf(hand);
    const owner = await ports.graph.owner();
    const { draftRecap } = createRecapActions(session);
    for (const lineage of (await recordOf(hand, person)).lineages) {
      for (const occurrence of lineage.occurrences) {
        const isOld = occurrence.effective.end < ports.clock() - within;
        if (isOld || recapTime(occurrence, ports.clock()) === null) continue;
        const { letters } = await draftRecap(occurrence.key);
        const theirs = letters.filter(
          ({ to, decisions, questions = [], points = [] }) =>
            to.some(({ key }) => key === person.key) &&
            decisions.length + questions.length + points.length > 0,
        );
        if (theirs.length === 0) continue;
        const mails = theirs.map((letter) => ({ ...letter, message: messageOf(letter, owner) }));
        await sendRecap(ports, { occurrence: occurrence.key, mails, together: false });
        await goes(hand);
      }
    }
    const letter = await catchUpFor(hand, person);
    if (letter === null || (letter.offered !== null && letter.offered.at > ports.clock())) return;
    await sendCatchUp(ports, owner, letter, async () => true);
    await goes(hand);
  };

export const hears =
  (who: string, pace: Pick<Rhythm, 'often' | 'weekday'>): Tap =>
  ({ ports, personOf }) =>
    enter(ports, { kind: 'rhythm', person: personOf(who), ...pace });

/** `with` null: it is the meeting's. */
export const raises =
  (meeting: string, who: string | null, text: string, sort: 'question' | 'news' = 'question'): Tap =>
  async ({ ports, personOf, seriesOf }) => {
    const person = who === null ? null : personOf(who);
    const draft = { text, sort, person, topic: '', deadline: '' as const, occurrence: null };
    const raised = await raisePoint(ports, seriesOf(meeting), draft, await ports.graph.owner());
    if (!raised.ok) throw new Error(raised.fault.join());
  };

/** Where and how a decision, by its number, stands from now on. */
export const becomes =
  (number: number, meeting: string, date: string, step: 'reopened' | 'decided', reason = ''): Tap =>
  async ({ ports, seriesOf }) => {
    const occurrence = occurrenceKey(seriesOf(meeting), date);
    const taken = await takeStep(ports, await decisionIn(ports, number), { step, reason, occurrence });
    if (!taken.ok) throw new Error(taken.fault.join());
  };

/** Written down, and asked about before it is decided: a mail to this person. */
export const asksFirst =
  (text: string, who: string): Tap =>
  async ({ ports, personOf, pass }) => {
    const [owner, person] = [await ports.graph.owner(), personOf(who)];
    const about = { topic: '2027 scope', informed: [], occurrence: null, proposed: true };
    const made = await logDecision(ports, null, { text, why: '', accountable: owner, ...about });
    if (!made.ok) throw new Error(made.fault.join());
    const asking = { decision: made.value, person, workingDays: '3', zone: '', answerBy: null };
    const request = await prepareRequest(ports, owner, asking);
    if (!request.ok) throw new Error(request.fault.join());
    const { subject, text: words } = request.value;
    await askThrough(ports, { request: request.value, subject, text: words }, pass);
  };

/** Answers with one of the links of a mail. */
export const replies =
  (who: string, subject: string): Tap =>
  async ({ graph, ports }) => {
    graph.arrives({ from: who, to: 'priya', subject });
    if ((await takeAnswers(ports)) === 0) throw new Error(`${subject} was not taken for an answer`);
  };

/** What is open goes before the next sync of a meeting, where there is one. */
export const sendsBeforeSync =
  (meeting: string): Tap =>
  async (hand) => {
    const { ports } = hand;
    const { lineage } = await ports.ledger.around(hand.seriesOf(meeting));
    const owner = await ports.graph.owner();
    const drafts = lineage === null ? null : await draftBeforeSync(ports, owner, lineage, {});
    if (drafts === null) return;
    await sendBeforeSync(ports, drafts);
    await goes(hand);
  };

/** Whatever can be asked once more is. */
export const asksOnceMore: Tap = async (hand) => {
  const { ports } = hand;
  const owner = await ports.graph.owner();
  await sendOnceMore(ports, owner, await draftOnceMore(ports, owner));
  await goes(hand);
};

/** Another one takes its place, in the same meeting. */
export const isReplaced =
  (number: number, by: number, meeting: string, date: string): Tap =>
  async ({ ports, seriesOf }) => {
    const occurrence = occurrenceKey(seriesOf(meeting), date);
    const draft = {
      step: 'superseded',
      reason: 'Mondays suit both teams.',
      by: (await decisionIn(ports, by)).id,
      occurrence,
    } as const;
    const taken = await takeStep(ports, await decisionIn(ports, number), draft);
    if (!taken.ok) throw new Error(taken.fault.join());
  };

async function decisionIn(ports: Ports, number: number): Promise<Decision> {
  const found = (await ports.ledger.ownEntries()).find(
    (fact): fact is Decision => fact.kind === 'decision' && fact.number === number,
  );
  if (found === undefined) throw new Error(`There is no decision of the number ${number}`);
  return found;
}

/** Decided in no meeting, and this person is named to hear. */
export const decidesOutside =
  (text: string, who: string): Tap =>
  async ({ ports, personOf }) => {
    const [accountable, informed] = [personOf('dana'), [personOf(who)]];
    const draft = { text, why: '', accountable, topic: '', informed, occurrence: null };
    const made = await logDecision(ports, null, draft);
    if (!made.ok) throw new Error(made.fault.join());
  };

/** A mail as its reader finds it. */
export interface Found {
  readonly subject: string;
  readonly internetMessageId: string;
  readonly at: Instant;
  readonly text: string;
  readonly html: string;
  /** What its links answer: `D-021.1`. */
  readonly tokens: readonly string[];
}

/** What the owner wrote to somebody, as it lies in their mailbox, the oldest first; invitations are none of it. */
export const mailboxOf = ({ graph }: Tale, who: string): readonly Found[] =>
  graph
    .mailbox(who)
    .inbox.filter(({ messageClass }) => messageClass === 'IPM.Note')
    .map((mail) => ({
      ...{ subject: mail.subject, internetMessageId: internetIdOf(mail), at: mail.sentAt },
      ...{ text: textOf(mail.html), html: mail.html },
      tokens: [...mail.html.matchAll(/OK%20%5B([^%]+)%5D/g)].map(([, token = '']) => token),
    }))
    .sort((a, b) => a.at - b.at);

const textOf = (html: string): string =>
  html
    .replace(/<(style|head)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')
    .trim();
