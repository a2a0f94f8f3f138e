import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SeriesRules } from '../../domain/facts/entered/rules';
import { thresholdsOf } from '../../domain/facts/entered/thresholds';
import type { Person } from '../../domain/facts/things/person';
import { type MemberStanding, rulesGiving } from '../../domain/judge/judged/members';
import { MINUTE } from '../../domain/time/time';
import type { PaneState } from './pane';

/** A rule that is a number: what was typed and cannot be taken stays as typed, with its fault. */
export interface NumberRule {
  readonly from: number;
  readonly to: number;
  readonly shown: () => string;
  readonly fault: ReadonlySignal<boolean>;
  /** Keeps what stands in the field so far: the pane may be drawn anew between two keys. */
  readonly type: (typed: string) => void;
  readonly set: (typed: string) => Promise<void>;
}

/** The rules of the series beside the pane (4.1, 1). Changing one judges everything anew and rewrites nothing. */
export function createRulesState(pane: PaneState) {
  const rules = (): SeriesRules => pane.lineage.value?.rules ?? {};
  // One after the other: each is said of the rules that the one before it left.
  let last: Promise<unknown> = Promise.resolve();
  const change = (next: () => SeriesRules): Promise<unknown> => {
    last = last.then(() => {
      const series = pane.lineage.value?.id;
      return series === undefined ? null : pane.attempt(() => pane.actions.setRules(series, next()));
    });
    return last;
  };
  const numberRule = (
    [from, to]: readonly [number, number],
    read: () => number,
    write: (value: number) => SeriesRules,
  ): NumberRule => {
    const kept: Signal<string | null> = signal(null);
    const fault = signal(false);
    return {
      from,
      to,
      shown: () => kept.value ?? `${read()}`,
      fault,
      type: (typed) => {
        kept.value = typed;
      },
      set: async (typed) => {
        const value = typed.trim() === '' ? Number.NaN : Number(typed);
        fault.value = !(Number.isInteger(value) && value >= from && value <= to);
        kept.value = typed;
        if (fault.value) return;
        await change(() => write(value));
        if (!fault.value) kept.value = null;
      },
    };
  };
  return {
    grace: numberRule(
      [0, 60],
      () => thresholdsOf(rules()).grace / MINUTE,
      (graceMinutes) => ({ graceMinutes }),
    ),
    threshold: numberRule(
      [1, 100],
      () => Math.round(thresholdsOf(rules()).threshold * 100),
      (percent) => ({ threshold: percent / 100 }),
    ),
    give: (person: Person, standing: MemberStanding) => change(() => rulesGiving(standing, person, rules())),
  };
}
export type RulesState = ReturnType<typeof createRulesState>;
