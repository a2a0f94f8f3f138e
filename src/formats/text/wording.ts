import type { MeasureName } from '../../domain/facts/things/measure-name';
import type { Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence, JudgedPerson, Notice, Reason } from '../../domain/judge/judged/judged';
import type { Measure } from '../../domain/measure/measures';
import type { Instant, LocalDate, Zone } from '../../domain/time/time';
import { oneLine } from './one-line';

/**
 * The words the pane has for what the log holds, so that a letter says it as the screen does. They come as an
 * argument: the formats know what a text is made of, not how the pane speaks.
 */
export interface Wording {
  /** `Thu 29 Oct` */
  readonly day: (at: Instant) => string;
  /** `Thu 29 Oct 2026` */
  readonly longDay: (at: Instant) => string;
  /** The same of a day of the calendar, which is that day in every zone. */
  readonly longDate: (date: LocalDate) => string;
  /** `15:30` */
  readonly time: (at: Instant) => string;
  /** `Mon 16 Nov 17:00 New York`, by the clocks there. */
  readonly timeIn: (at: Instant, zone: Zone) => string;
  /** `cancelled 10 min before` */
  readonly outcome: (occurrence: JudgedOccurrence) => string;
  /** `10 min before` */
  readonly notice: (notice: Notice) => string;
  /** `Not there, no message found` */
  readonly person: (one: JudgedPerson) => string;
  readonly reason: (reason: Reason) => string;
  /** `Went ahead 8 of 15 (53 %, likely between 30 % and 75 %)` */
  readonly measure: (measure: Measure) => string;
  readonly meaning: (name: MeasureName) => string;
  /** `A, B and C` */
  readonly list: (words: readonly string[]) => string;
}

/** A name as it stands in a list; who has none is called by their address. */
export const writtenName = ({ name, address }: Person): string => oneLine(name === '' ? address : name);

/** How somebody is greeted; "Hale, Marcus" and addresses are written out: half of them would be the wrong half. */
export function calledName(person: Person): string {
  const name = writtenName(person);
  return /[,@]/.test(name) ? name : (name.split(' ')[0] ?? name);
}

/** Dates in a row, where many would fill the page. */
export function fewOf(words: readonly string[], most: number, list: Wording['list']): string {
  if (words.length <= most) return list(words);
  return `${words.slice(0, most - 1).join(', ')} and ${words.length - most + 1} more`;
}
