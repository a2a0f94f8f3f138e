import type { SimulatedGraph } from '../graph/simulated-graph';
import { readMailbox } from '../mailbox';
import type { OpenedItem } from '../outlook/opened';
import { appointment, message } from '../outlook/opened-item';
import { DAY, dateIn } from '../time';
import type { World } from '../world';
import type { Opened } from './initial-values';
import { ruleOn } from './rule';

/** What a test wants to lie open. */
export type Wanted =
  /** An occurrence of the owner's calendar by its title and the date it is on. */
  | {
      open: 'appointment';
      title: string;
      date: string;
      saved?: Opened['saved'];
      /** Somebody who is not among its people yet, by name. */
      without?: string;
      /** Its title in somebody else's calendar, from which it was opened: with ids that the owner's mailbox lacks. */
      shared?: string;
    }
  /** The first mail of the inbox whose subject has these words. */
  | { open: 'mail'; words: string }
  /** A mail that is about no meeting. */
  | { open: 'plain mail'; subject: string }
  | { open: 'nothing' }
  /** So many messages are selected, which is no item at all. `told`: Outlook would say how many. */
  | { open: 'several'; messages: number; told: boolean };

/** Finds it in the owner's mailbox as of now, by a look that leaves no trace in the recorded requests. */
export async function openedOf(wanted: Wanted, world: World, graph: SimulatedGraph): Promise<Opened> {
  if (wanted.open === 'nothing' || wanted.open === 'several') return { item: null, saved: 'saved' };
  const owner = world.people.find(({ id }) => id === world.owner);
  if (owner === undefined) throw new Error(`${world.name} has no owner`);
  const now = graph.now();
  const { calendar, inbox } = await readMailbox(
    (request) => graph.answerAs(owner.id, request),
    graph.mailbox(owner.id),
    now - 60 * DAY,
    now + 30 * DAY,
  );
  if (wanted.open === 'plain mail') return { item: plainMail(wanted.subject, now), saved: 'saved' };
  const none = (): never => {
    throw new Error(`${world.name} has nothing like ${JSON.stringify(wanted)}`);
  };
  if (wanted.open === 'mail') {
    const found = inbox.find(({ subject }) => subject.includes(wanted.words)) ?? none();
    return { item: message(found), saved: 'saved' };
  }
  const there = calendar.filter(
    ({ subject, start }) => subject.includes(wanted.title) && dateIn(owner.zone, start) === wanted.date,
  );
  // A cancelled occurrence stands beside the meeting that came in its place.
  const found = there.find(({ subject }) => subject === wanted.title) ?? there[0] ?? none();
  const { saved = 'saved', shared, without } = wanted;
  const item = inviting(forgetting(appointment(found), saved), without);
  const rule = item.seriesId === null ? null : ruleOn(world, found.subject, wanted.date);
  return { item: shared === undefined ? item : elsewhere(item, shared), saved, rule };
}

/** What was never saved belongs to no series. */
const forgetting = (item: OpenedItem, saved: Opened['saved']): OpenedItem =>
  saved === 'unsaved' ? { ...item, seriesId: null } : item;

const inviting = (item: OpenedItem, without: string | undefined): OpenedItem => ({
  ...item,
  required: item.required.filter(({ name }) => name !== without),
});

const elsewhere = (item: OpenedItem, subject: string): OpenedItem => ({
  ...item,
  kind: 'appointment-read',
  id: 'AAMkAGsharedcalendar=',
  seriesId: null,
  subject,
});

const plainMail = (subject: string, now: number): OpenedItem => ({
  kind: 'message-read',
  itemClass: 'IPM.Note',
  id: 'AAMkAGplainmail=',
  seriesId: null,
  subject,
  start: null,
  end: null,
  createdAt: now,
  place: '',
  text: '',
  from: { name: 'Dana Ortiz', address: 'dana.ortiz@northwind.example', answer: 'none' },
  required: [],
  optional: [],
});
