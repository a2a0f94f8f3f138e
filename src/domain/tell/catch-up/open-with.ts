import type { AgreementView } from '../../agree/agreed';
import { concernsOf } from '../../agree/concerns';
import type { DecisionHistory } from '../../agree/decision-history';
import { openObjections } from '../../agree/objections';
import type { Answer, InputRequest, MailReply } from '../../facts/decided/consulting';
import { isSamePerson, type Person } from '../../facts/things/person';

/** What is open with one person about one decision, what needs the owner most first. */
export type OpenWith =
  /** They see a problem, or want to talk. */
  | { readonly what: 'objection'; readonly history: DecisionHistory; readonly answer: Answer }
  /** They wrote back, and what it says is not noted yet. */
  | { readonly what: 'reply'; readonly history: DecisionHistory; readonly reply: MailReply }
  | { readonly what: 'no-reply'; readonly history: DecisionHistory; readonly request: InputRequest }
  | { readonly what: 'asked'; readonly history: DecisionHistory; readonly request: InputRequest }
  /** They are to be heard first (11.3), and nobody asked them yet. */
  | { readonly what: 'to-be-asked'; readonly history: DecisionHistory };

const ORDER: readonly OpenWith['what'][] = ['objection', 'reply', 'no-reply', 'asked', 'to-be-asked'];

export interface OpenWithKnown {
  readonly owner: Person;
  /** Of all meetings. */
  readonly histories: readonly DecisionHistory[];
  readonly agreements: readonly AgreementView[];
}

/** Answers of theirs that object, what they wrote, questions to them, and decisions that wait for them; each decision once. */
export function openWith(
  { owner, histories, agreements }: OpenWithKnown,
  person: Person,
): readonly OpenWith[] {
  const isTheirs = (one: { readonly person: Person }): boolean => isSamePerson(one.person, person);
  const ofOne = (history: DecisionHistory): OpenWith | null => {
    const answer = openObjections(history).find(isTheirs);
    if (answer !== undefined) return { what: 'objection', history, answer };
    const reply = history.replies.findLast(isTheirs);
    if (reply !== undefined) return { what: 'reply', history, reply };
    if (isSettled(history)) return null;
    const asked = history.asked.findLast(isAskedOf(person));
    if (asked?.standing === 'waiting') return { what: 'asked', history, request: asked.request };
    if (asked?.standing === 'no-reply') return { what: 'no-reply', history, request: asked.request };
    const { decision } = history;
    const isToBeAsked = concernsOf({ decision, history }, agreements, owner).some(
      (one) => isTheirs(one) && one.standing === 'not-asked',
    );
    return isToBeAsked ? { what: 'to-be-asked', history } : null;
  };
  return histories
    .flatMap((history) => ofOne(history) ?? [])
    .sort(
      (a, b) =>
        ORDER.indexOf(a.what) - ORDER.indexOf(b.what) ||
        b.history.decision.number - a.history.decision.number,
    );
}

/** It waits for nobody any more: decided, on hold, or replaced. */
const isSettled = ({ standing }: DecisionHistory): boolean =>
  standing === 'decided' || standing === 'held' || standing === 'superseded';

const isAskedOf =
  (person: Person) =>
  ({ request }: DecisionHistory['asked'][number]): boolean =>
    isSamePerson(request.person, person);
