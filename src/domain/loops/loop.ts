import type { Said } from '../facts/decided/consulting';
import type { Decision, DecisionCalled } from '../facts/decided/decision';
import type { LoopKind } from '../facts/entered/put-off';
import type { OccurrenceKey, SeriesId } from '../facts/things/occurrence';
import type { Person } from '../facts/things/person';
import type { Instant, Span } from '../time/time';

/** One thing that a line holds. */
export interface Held {
  /** What is put off by it. */
  readonly id: string;
  /** Names of the matters that have their place by this: no later line is for them. */
  readonly takes: readonly string[];
  /** Names of the matters of which an earlier line is enough. */
  readonly yields: readonly string[];
  /** When it came about, where that is not the time of the line. */
  readonly at?: Instant;
  /** Their view is asked for: it waits for no rhythm (13.5). */
  readonly needsThem?: true;
}

/** One open loop: a line of the list (14.1), with what its words need. */
export interface Loop {
  readonly kind: LoopKind;
  /** Null: it was decided outside of meetings. */
  readonly series: SeriesId | null;
  /** Where it is dealt with; null: beside its decision. */
  readonly occurrence: OccurrenceKey | null;
  /** Of the meeting; empty outside of meetings. */
  readonly title: string;
  /** When the occurrence was. */
  readonly span: Span | null;
  /** When it came about, or is due. */
  readonly at: Instant;
  readonly people: readonly Person[];
  readonly decisions: readonly (Pick<Decision, 'id' | 'number' | 'text'> & DecisionCalled)[];
  /** Questions that it is about, by name. */
  readonly points?: readonly string[];
  /** Of somebody who answered: the gravest of what they said. Of a mail: `refused` where it did not go. */
  readonly said?: Exclude<Said, 'ok'> | 'refused' | 'came-back';
  /** Of a mail: it asked about its decision, and told of none. */
  readonly asks?: true;
  /** Of a mail: nothing in it was told; it asked, once more or for the first time. */
  readonly tellsNothing?: true;
  /** What somebody said they would do; the people of the line are who said so, nobody where the owner did. */
  readonly promise?: string;
  readonly holds: readonly Held[];
}

/** What is owed at some time: kept as a view, so that time alone changes nothing of it. */
export interface Matter extends Loop {
  /** From then on. */
  readonly from: Instant;
  /** Until then; null: until something is done. */
  readonly until: Instant | null;
}

/** Owed whatever the time is. */
export const ALWAYS: Instant = 0;

/** One thing that gives way to no other line. */
export const holding = (id: string, ...takes: readonly string[]): Held => ({ id, takes, yields: [] });

export const aboutDecision = (id: string): string => `decision ${id}`;

export const aboutPoint = (id: string): string => `point ${id}`;

/** That a decision is to be told to somebody. */
export const telling = (decision: string, { key }: Person): string => `tell ${decision} ${key}`;
