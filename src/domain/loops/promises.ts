import { isOwn } from '../facts/things/person';
import { promiseHistories } from '../promises/promise-history';
import type { LocalDate } from '../time/time';
import { instantAt } from '../time/zone';
import { holding, type Matter } from './loop';
import type { LoopSource } from './loop-source';

/** What a line holds: the promise for that day. */
export const promiseOn = (id: string, by: LocalDate): string => `${id} ${by}`;

/** 14.1 (8): promises that are due, from their day on; whoever made them. They are of no meeting. */
export const promisesDue = ({ lineage, facts, owner }: LoopSource): readonly Matter[] =>
  lineage !== null
    ? []
    : promiseHistories(facts)
        .filter(({ standing }) => standing === 'open')
        .map(({ promise: { id, text, whose }, by }): Matter => {
          const at = instantAt(by, 0, owner.zone);
          return {
            ...{ kind: 'promise', series: null, occurrence: null, title: '', span: null, decisions: [] },
            ...{ at, from: at, until: null, people: isOwn(owner, whose.key) ? [] : [whose], promise: text },
            // Moved to another day it is something new, whatever was put off before.
            holds: [holding(promiseOn(id, by))],
          };
        });
