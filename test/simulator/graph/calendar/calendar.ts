import type { Instant, Span } from '../../time';
import { malformedId, notFound } from '../answers';
import type { Actions, Call } from '../desk';
import { boxHash, type ItemId, itemHash, readId } from '../ids';
import { personOf } from '../story';
import { type Copy, copyOf, type Standing, standing, standings } from './calendar-copy';
import { meetingItem } from './event-json';

const copiesByDesk = new WeakMap<Actions, Map<string, Copy[]>>();
const windowsByDesk = new WeakMap<Actions, Map<string, Standing[]>>();

function remembered<T>(map: WeakMap<Actions, Map<string, T>>, desk: Actions, key: string, make: () => T): T {
  const shelf = map.get(desk) ?? new Map<string, T>();
  map.set(desk, shelf);
  const found = shelf.get(key) ?? make();
  shelf.set(key, found);
  return found;
}

/** Every meeting that is in a person's calendar now. */
export const copiesOf = (desk: Actions, who: string): Copy[] =>
  remembered(copiesByDesk, desk, who, () =>
    [...desk.story.meetings.values()]
      .map((story) => copyOf(desk.story, story, personOf(desk.story, who), desk.now))
      .filter((copy) => copy !== null),
  );

export const copiesHere = (desk: Actions): Copy[] => copiesOf(desk, desk.owner.id);

/** What overlaps a span of time in the owner's calendar. Not in any order: changed occurrences come first. */
export const standingsHere = (desk: Actions, window: Span): Standing[] =>
  remembered(windowsByDesk, desk, `${window.start} ${window.end}`, () => {
    const all = copiesHere(desk).flatMap((copy) => standings(copy, window));
    return [...all.filter((one) => one.exception), ...all.filter((one) => !one.exception)];
  });

/** Reads an id as the request prefers ids: immutable ones where it says so, else those that change on a move. */
export function idGiven(desk: Actions, call: Call, text: string): ItemId {
  const id = readId(text);
  if (id === null || id.box !== boxHash(desk.owner.id)) throw malformedId();
  // Where occurrences have ids of the one kind only, that kind is taken.
  const lasts = desk.habits.occurrenceIdsLast && desk.habits.cancelledKeepsId;
  const isFree = id.date !== null && !lasts;
  if (desk.habits.idsAsPreferred && !isFree && id.immutable !== call.manner.immutable) throw malformedId();
  return id;
}

export interface Found {
  copy: Copy;
  /** The occurrence or single event; null where the id names a whole series. */
  one: Standing | null;
}

export function eventGiven(desk: Actions, call: Call, text: string): Found {
  const id = idGiven(desk, call, text);
  const copy = copiesHere(desk).find((each) => itemHash(meetingItem(each.story.meeting.id)) === id.item);
  if (copy === undefined) throw notFound();
  const { meeting } = copy.story;
  if (id.date === null && meeting.recurrence !== null && copy.only === null) return { copy, one: null };
  const one = standing(copy, id.date ?? meeting.firstDate);
  if (one === null) throw notFound();
  return { copy, one };
}

/** A master that has nothing left is still there; a single event whose only date is gone is not. */
export const hasMaster = (copy: Copy): boolean =>
  copy.only === null &&
  (copy.story.meeting.recurrence !== null || standing(copy, copy.story.meeting.firstDate) !== null);

export const byStart = (a: { span: { start: Instant } }, b: { span: { start: Instant } }) =>
  a.span.start - b.span.start;
