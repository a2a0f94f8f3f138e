import { computed, signal } from '@preact/signals';

import { decisionHistories } from '../../../domain/agree/decision-history';
import { topicsOfLate } from '../../../domain/agree/topics';
import {
  type AgreedTopic,
  type Agreement,
  type AgreementDraft,
  type AgreementFault,
  changedTopic,
  topicKey,
} from '../../../domain/facts/decided/agreement';
import type { Entry } from '../../../domain/facts/log/fact';
import type { SeriesId } from '../../../domain/facts/things/occurrence';
import type { Person } from '../../../domain/facts/things/person';
import type { PaneState } from '../pane';
import { createSaving } from '../saving';

const DRAFT = 'agreement';
const BLANK_TOPIC: AgreedTopic = { topic: '', level: 'branch', examples: '' };

const isDraft = (kept: unknown): kept is AgreementDraft =>
  typeof kept === 'object' && kept !== null && 'topics' in kept && Array.isArray(kept.topics);

/** What is written: the version that is changed, or with whom the first one is, and the meeting that keeps it. */
interface AboutAgreement {
  readonly before: Agreement | null;
  readonly person?: Person | null;
  /** Absent: the meeting on screen. */
  readonly series?: SeriesId | undefined;
}

/** Writing a proposal, or the next version of one; kept as typed until it is saved. */
export function createAgreementState(
  pane: PaneState,
  { before, person: withWhom = null, series: given }: AboutAgreement,
  onSaved: (made: Agreement) => void,
) {
  const { actions } = pane;
  const first: AgreementDraft = {
    person: before?.person ?? withWhom,
    topics: [...(before?.topics ?? []), BLANK_TOPIC],
    answerDays: before?.answerDays === null ? '' : String(before?.answerDays ?? 3),
    silence: before?.silence ?? 'hold',
    reachAt: before?.reachAt ?? '',
    zone: before?.zone ?? '',
  };
  const name = [DRAFT, before?.id ?? withWhom?.key].filter((one) => one !== undefined).join(':');
  const draft = signal<AgreementDraft>(first);
  const { faults, busy, save } = createSaving<AgreementFault>(pane);

  const entries = signal<readonly Entry[]>([]);
  void actions
    .consult()
    .then((consult) => consult.entries())
    // What was decided so far helps, and must not keep anybody from writing.
    .catch(() => [])
    .then((read) => {
      entries.value = read;
    });

  const late = computed(() => {
    const now = pane.now.peek();
    return topicsOfLate(entries.value, decisionHistories(entries.value, now), now);
  });

  void actions.draft(name).then((kept) => {
    if (isDraft(kept) && draft.peek() === first) draft.value = { ...first, ...kept };
  });

  const change = (part: Partial<AgreementDraft>) => {
    draft.value = { ...draft.peek(), ...part };
    actions.keepDraft(name, draft.peek());
  };
  return {
    draft,
    faults,
    busy,
    change,
    /** What was decided of late and stands in no row yet. */
    suggested: computed((): readonly string[] => {
      const taken = new Set(draft.value.topics.map(({ topic }) => topicKey(topic)));
      return late.value.filter((topic) => !taken.has(topicKey(topic)));
    }),
    /** A row that is begun makes room for another. */
    changeTopic: (at: number, part: Partial<AgreedTopic>) => {
      const topics = draft.peek().topics.map((one, index) => (index === at ? changedTopic(one, part) : one));
      const last = topics.at(-1);
      change({ topics: last !== undefined && last.topic.trim() !== '' ? [...topics, BLANK_TOPIC] : topics });
    },
    save: async () => {
      const lineage = pane.lineage.peek();
      const series = given ?? lineage?.series.at(-1) ?? lineage?.id;
      if (series === undefined) return;
      await save(
        async () => (await actions.consult()).propose(series, draft.peek()),
        (made) => {
          actions.keepDraft(name, null);
          onSaved(made);
        },
      );
    },
  };
}
export type AgreementState = ReturnType<typeof createAgreementState>;
