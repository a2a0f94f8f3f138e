import { computed, signal } from '@preact/signals';
import { agreementViews } from '../../../domain/agree/agreed';
import { concernsOf } from '../../../domain/agree/concerns';
import { type DecisionHistory, decisionHistories } from '../../../domain/agree/decision-history';
import { topicNames } from '../../../domain/agree/topic-names';
import { topicsIn } from '../../../domain/agree/topics';
import type { Telling } from '../../../domain/facts/decided/catch-up-entry';
import { type Decision, decisionName } from '../../../domain/facts/decided/decision';
import type { Entry } from '../../../domain/facts/log/fact';
import { tellingsIn } from '../../../domain/facts/log/tellings';
import type { Person } from '../../../domain/facts/things/person';
import { isOfLineage } from '../../../domain/judge/judged/of-lineage';
import { pointHistories } from '../../../domain/points/point-history';
import type { PaneState } from '../pane';

/** Everything about decisions and agreements that the tab shows, read anew whenever the log changed. */
export function createConsultState(pane: PaneState) {
  const entries = signal<readonly Entry[] | null>(null);
  const opened = signal<string | null>(null);
  let asked = 0;

  const histories = computed(() => decisionHistories(entries.value ?? [], pane.now.value));
  const views = computed(() => agreementViews(entries.value ?? [], pane.now.value));
  const names = computed(() => topicNames(entries.value ?? []));
  const numbers = computed(
    () => new Map(histories.value.map(({ decision }) => [decision.id, decisionName(decision)])),
  );
  return {
    ready: computed(() => entries.value !== null),
    histories,
    /** Of the meeting on screen, and those made in none; all of them where no meeting is. */
    own: computed(() => {
      const lineage = pane.lineage.value;
      return lineage === null
        ? histories.value
        : histories.value.filter(
            ({ decision }) => decision.series === null || isOfLineage(lineage, decision),
          );
    }),
    /** Of the whole log; read only where somebody wrote back about one. */
    points: computed(() => pointHistories(entries.value ?? [])),
    views,
    topics: computed(() => topicsIn(entries.value ?? [], histories.value, names.value)),
    /** What a topic is called now, whatever it was called when it was written down. */
    calledNow: (topic: string): string => names.value.calledNow(topic) ?? topic,
    /** The mails that can have told it: of what was decided in no meeting, those of all meetings. */
    recapsOf: ({ series }: Pick<Decision, 'series'>): readonly Telling[] =>
      series === null ? tellingsIn(entries.value ?? []) : pane.view.value.recaps,
    /** Mails of which nobody knows whether they went. */
    unsure: computed(() => (entries.value ?? []).filter((fact) => fact.kind === 'input-request')),
    opened,
    numberOf: (id: string): string | null => numbers.value.get(id) ?? null,
    /** `decidedWith`: who was there where it is to be decided. */
    concernsOf: ({ decision, ...history }: DecisionHistory, decidedWith: readonly Person[] = []) => {
      const { owner } = pane.view.value;
      return owner === null ? [] : concernsOf({ decision, history, decidedWith }, views.value, owner);
    },
    load: async () => {
      const mine = ++asked;
      const read = await pane.actions
        .consult()
        .then((actions) => actions.entries())
        // The view says what is wrong with the log; what was read before stays.
        .catch(() => null);
      // What was asked later knows more.
      if (read !== null && mine === asked) entries.value = read;
    },
  };
}
export type ConsultState = ReturnType<typeof createConsultState>;
