import { computed, signal } from '@preact/signals';

import { type AgreementView, agreementViews, topicIn } from '../../../domain/agree/agreed';
import { type Concern, concernsOf } from '../../../domain/agree/concerns';
import { decisionHistories } from '../../../domain/agree/decision-history';
import { topicNames } from '../../../domain/agree/topic-names';
import { topicsIn } from '../../../domain/agree/topics';
import { touchedNow } from '../../../domain/agree/touched';
import {
  checkDecision,
  type Decision,
  type DecisionDraft,
  type DecisionFault,
} from '../../../domain/facts/decided/decision';
import type { Entry } from '../../../domain/facts/log/fact';
import type { OccurrenceKey } from '../../../domain/facts/things/occurrence';
import { amongPeople, eachOnce } from '../../../domain/facts/things/people';
import { isSamePerson, type Person } from '../../../domain/facts/things/person';
import type { Instant, Zone } from '../../../domain/time/time';
import type { Actions } from '../../port/actions';
import type { PaneState } from '../pane';
import { createAtHand } from './at-hand';

const DRAFT = 'decision';

/** As typed; `placed`: where it is made was chosen, and is not the open item's to say. */
interface Typed extends DecisionDraft {
  readonly placed?: true;
}

const isDraft = (kept: unknown): kept is Typed =>
  typeof kept === 'object' && kept !== null && 'text' in kept && 'informed' in kept;

/** `check`: unless somebody asked to be heard first. `ask-first`: written down, and not decided yet. */
export type SavingHow = 'check' | 'ask-first' | 'anyway';

/** Writing a decision down; kept as typed until it is saved. */
export function createDecisionState(pane: PaneState, occurrence: OccurrenceKey | null) {
  const { actions } = pane;
  const atHand = createAtHand(pane, occurrence);
  const owner = pane.view.peek().owner;
  const lineage = pane.lineage.peek();
  const notOwner = ({ key }: Person) => key !== owner?.key;
  const others = atHand.near.filter(notOwner);
  let blank: Typed = {
    text: '',
    why: '',
    accountable: owner,
    topic: '',
    informed: lineage?.oneToOne ? others : [],
    occurrence,
  };
  const draft = signal<Typed>(blank);
  const faults = signal<readonly DecisionFault[]>([]);
  const busy = signal(false);
  const saved = signal<Decision | null>(null);
  /** Whom to ask about what was just written down, one after the other. */
  const toAsk = signal<readonly Person[]>([]);
  const askBy = signal<{ readonly at: Instant; readonly zone: Zone } | null>(null);
  /** *Should somebody be heard first?* is asked and not answered yet (11.3). */
  const asksWho = signal(false);
  const entries = signal<readonly Entry[]>([]);
  const names = computed(() => topicNames(entries.value));
  const agreements = computed((): readonly AgreementView[] =>
    agreementViews(entries.value, pane.now.value).filter(({ standing }) => standing === 'agreed'),
  );
  /** The agreed topics that it touches as it is typed, without those that were taken off. */
  const touched = computed(() => touchedNow(draft.value, agreements.value));
  /** Everybody who agreed to be heard before a decision like this one, heard or not. */
  const toHear = computed((): readonly Concern[] => {
    const there = atHand.thereIn(draft.value.occurrence);
    const checked = { decision: draft.value, history: null, there };
    return owner === null ? [] : concernsOf(checked, agreements.value, owner);
  });
  const concerns = computed(() =>
    draft.value.proposed === true ? [] : toHear.value.filter(({ ahead }) => ahead === 'wait'),
  );
  const recall = async () => {
    entries.value = await entriesOf(actions);
  };
  const recalled = recall();

  void actions
    .draft(DRAFT)
    .then((kept) => {
      if (!isDraft(kept) || draft.peek() !== blank) return;
      draft.value = { ...blank, ...kept, ...(kept.placed === true ? {} : { occurrence }) };
    })
    .then(() => recalled)
    .then(() => beginWith(lineage?.rules.topic ?? ''));

  /** What is made in a single meeting begins with its topic, as that is called now; a closed one is suggested no more (10.1). */
  const beginWith = (given: string) => {
    const { closedBy, calledNow } = names.peek();
    if (occurrence === null || given === '' || closedBy(given) !== null) return;
    const isUntouched = draft.peek() === blank;
    blank = { ...blank, topic: calledNow(given) ?? given };
    if (isUntouched) draft.value = blank;
  };

  const isTopic = (one: string, other = ''): boolean => names.peek().keyOf(one) === names.peek().keyOf(other);

  const change = (part: Partial<Typed>) => {
    const { takenOff } = draft.peek();
    // Who chooses a topic means it, whatever was taken off before.
    const again = part.topic === undefined ? takenOff : takenOff?.filter((one) => !isTopic(one, part.topic));
    const { quoted, ...typed } = {
      ...draft.peek(),
      ...(again === undefined ? {} : { takenOff: again }),
      ...part,
    };
    // Whoever clears the words writes others, which come from nowhere else.
    draft.value = quoted === undefined || part.text?.trim() === '' ? typed : { ...typed, quoted };
    asksWho.value = false;
    actions.keepDraft(DRAFT, draft.peek());
  };

  /** Whether somebody should be heard before it is saved as decided, or the owner is still to say who. */
  const holdsBack = async (): Promise<boolean> => {
    const { proposed, reach = 'ours', consulted = [], nobodyFirst } = draft.peek();
    if (proposed === true || !checkDecision(draft.peek()).ok) return false;
    await recall();
    if (concerns.peek().length > 0) return true;
    const isSaid = reach === 'ours' || nobodyFirst === true || consulted.length > 0;
    asksWho.value = !isSaid && toHear.peek().length === 0;
    return asksWho.peek();
  };

  const save = async (how: SavingHow = 'check'): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    const held = how === 'check' && (await holdsBack());
    if (how === 'ask-first' && !asksWho.peek()) toAsk.value = concerns.peek().map(({ person }) => person);
    const { placed: _, ...typed } = draft.peek();
    const wanted = how === 'ask-first' ? { ...typed, proposed: true } : typed;
    const answer = held ? null : await pane.attempt(() => actions.logDecision(wanted));
    busy.value = false;
    if (answer === null) return;
    faults.value = answer.ok ? [] : answer.fault;
    if (!answer.ok) return;
    saved.value = answer.value;
    asksWho.value = false;
    draft.value = blank;
    actions.keepDraft(DRAFT, null);
  };
  return {
    draft,
    faults,
    busy,
    saved,
    /** Whoever the open item names, and everybody else at hand (10.4). */
    people: atHand.people,
    near: atHand.near,
    others,
    /** Everybody at hand whom the open item does not name. */
    elsewhere: computed(() => {
      const near = amongPeople(atHand.near);
      return atHand.people.value.filter((one) => notOwner(one) && !near(one));
    }),
    /** Whom it may be good to hear first: people of one-to-ones before all others (11.3). */
    couldBeHeard: computed(() =>
      eachOnce([...(pane.view.value.oneToOnes ?? []), ...others, ...atHand.people.value]).filter(notOwner),
    ),
    isOfOneToOne: (person: Person): boolean =>
      (pane.view.value.oneToOnes ?? []).some((one) => isSamePerson(one, person)),
    occasions: computed(() => atHand.occasionsWith(draft.value.occurrence)),
    /** Where it is made; empty: in no meeting. */
    place: (key: string) => change({ occurrence: key === '' ? null : key, placed: true }),
    /** Those that are open; a closed one is suggested no more (10.1). */
    topics: computed(() =>
      topicsIn(entries.value, decisionHistories(entries.value, pane.now.peek()), names.value)
        .filter(({ closed }) => closed === null)
        .map(({ name }) => name),
    ),
    /** What was agreed about the topic that is typed, person by person. */
    agreed: computed(() =>
      agreements.value.flatMap(({ agreement, namesOf }) => {
        const found = topicIn(agreement, touched.value, namesOf);
        return found === null ? [] : [{ person: agreement.person, level: found.level }];
      }),
    ),
    change,
    /** It is not made of the words that were taken over. */
    takeSourceOff: () => {
      const { quoted: _, ...typed } = draft.peek();
      draft.value = typed;
      actions.keepDraft(DRAFT, typed);
    },
    again: () => {
      saved.value = null;
    },
    /** Each topic once, as it is called now. */
    touched: computed(() => [
      ...new Set(touched.value.map((topic) => names.value.calledNow(topic) ?? topic)),
    ]),
    /** Takes a touched topic off, also where it is the one that was chosen. */
    takeOff: (topic: string) => {
      const { takenOff = [], topic: own } = draft.peek();
      const isOwn = isTopic(topic, own);
      change({ takenOff: [...takenOff, topic], ...(isOwn ? { topic: '' } : {}) });
    },
    /** People who asked to be heard before a decision like this one, and were not yet. */
    concerns,
    askBy,
    /** Until when they would have answered; counted again whenever others are to be asked. */
    reckon: async () => {
      const people = concerns.peek().map(({ person }) => person);
      const by = await actions
        .consult()
        .then((consult) => consult.answerTime(people))
        .catch(() => null);
      // Others are to be asked since: theirs is being counted.
      const now = concerns.peek().map(({ person }) => person.key);
      if (people.every(({ key }, at) => key === now[at]) && people.length === now.length) askBy.value = by;
    },
    asksWho,
    askFirst: (people: readonly Person[]) => {
      toAsk.value = people;
      return save('ask-first');
    },
    nobody: () => {
      change({ nobodyFirst: true });
      return save();
    },
    /** Whom to ask about what was just written down. */
    asking: computed(() => toAsk.value[0] ?? null),
    /** Whether there is somebody else to be asked. */
    askNext: (): boolean => {
      toAsk.value = toAsk.peek().slice(1);
      return toAsk.peek().length > 0;
    },
    save,
  };
}
export type DecisionState = ReturnType<typeof createDecisionState>;

/** Nothing where the log cannot be read: what is agreed helps, and must not keep anybody from writing down. */
const entriesOf = (actions: Actions): Promise<readonly Entry[]> =>
  actions
    .consult()
    .then((consult) => consult.entries())
    .catch(() => []);
