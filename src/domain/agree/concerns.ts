import type { AgreedTopic, Agreement } from '../facts/decided/agreement';
import type { Answer } from '../facts/decided/consulting';
import type { Decision } from '../facts/decided/decision';
import { isSamePerson, type Person } from '../facts/things/person';
import { type AgreementView, agreedWith, topicIn } from './agreed';
import type { Asked, DecisionHistory } from './decision-history';
import { touchedNow, type Worded } from './touched';

/**
 * How far somebody was asked who wanted to be. `heard`: the owner says that they were; `there`: they were there where it is
 * decided. Only these and `ok` are a yes to going on; `no-reply` never is one: it is said as what it is.
 */
export const CONCERN_STANDINGS = [
  'not-asked',
  'waiting',
  'replied',
  'no-reply',
  'heard',
  'there',
  'ok',
  'talk',
  'problem',
] as const;
export type ConcernStanding = (typeof CONCERN_STANDINGS)[number];

/** Somebody who agreed with the owner to be asked before a decision like this one. */
export interface Concern {
  readonly person: Person;
  readonly agreement: Agreement;
  readonly topic: AgreedTopic;
  readonly standing: ConcernStanding;
  /** The latest asking that is still open or was not answered; null where nobody asked. */
  readonly asked: Asked | null;
  /** The latest answer. */
  readonly answer: Answer | null;
  /**
   * `clear`: they were heard. `on-silence`: no reply came in time, and it was agreed that this means going ahead.
   * `wait`: neither; `root` never goes ahead on silence.
   */
  readonly ahead: 'clear' | 'on-silence' | 'wait';
}

/** What is looked at before a decision is taken; without a course it is not written down yet. */
interface Checked {
  readonly decision: Worded & Pick<Decision, 'consulted' | 'takenOff'>;
  readonly history: Pick<DecisionHistory, 'asked' | 'answers' | 'replies' | 'touched' | 'heardAnew'> | null;
  /** Who was there where it was written down, as far as that is recorded; what they heard since is said by the course. */
  readonly there?: readonly Person[];
  /** Who was there where it is decided now: whoever has not answered is heard (11.4). */
  readonly decidedWith?: readonly Person[];
}

/** Everybody whose agreement says trunk or root on a touched topic (11.3), with how far they were asked; the owner never. */
export function concernsOf(
  { decision, history, there = [], decidedWith = [] }: Checked,
  views: readonly AgreementView[],
  owner: Person,
): readonly Concern[] {
  const agreed = views.filter(
    ({ standing, agreement }) =>
      standing === 'agreed' &&
      !isSamePerson(agreement.person, owner) &&
      agreedWith(views, agreement.person) === agreement,
  );
  const touched = history?.touched ?? touchedNow(decision, views);
  // What was heard before it was reopened is heard anew.
  const noted = history?.heardAnew === true ? [] : [...(decision.consulted ?? []), ...there];
  return agreed.flatMap(({ agreement, namesOf }) => {
    const topic = topicIn(agreement, touched, namesOf);
    if (topic === null || (topic.level !== 'trunk' && topic.level !== 'root')) return [];
    const { person } = agreement;
    const isTheirs = (one: { readonly person: Person }) => isSamePerson(one.person, person);
    const asked = history?.asked.filter(({ request }) => isTheirs(request)).at(-1) ?? null;
    const answer = history?.answers.filter(isTheirs).at(-1) ?? null;
    // What they wrote last may say anything: it is read before it goes on.
    const unread = history?.replies.some(isTheirs) ?? false;
    const isAmong = (people: readonly Person[]) => people.some((one) => isSamePerson(one, person));
    // An objection and the wish to talk are met by words alone, however often they sat together since.
    const isOpen = answer !== null && answer.said !== 'ok';
    const otherwise = isAmong(decidedWith) && !isOpen ? 'there' : isAmong(noted) ? 'heard' : 'not-asked';
    const standing = unread ? 'replied' : standingOf(asked, answer, otherwise);
    return [{ person, agreement, topic, standing, asked, answer, ahead: aheadOf(standing, topic, asked) }];
  });
}

/**
 * Whom the owner agreed to ask first about what a meeting touches by its title, or by the topic it was given (11.2), and who
 * is not among its people. The text of an invitation is not looked through: most of it is what Teams writes into every one.
 */
export function missingThere(
  {
    title,
    invited,
    topic = '',
  }: { readonly title: string; readonly invited: readonly Person[]; readonly topic?: string },
  views: readonly AgreementView[],
  owner: Person,
): readonly Pick<Concern, 'person' | 'topic'>[] {
  const worded = { text: title, why: '', topic };
  return concernsOf({ decision: worded, history: null }, views, owner).filter(
    ({ person }) => !invited.some((one) => isSamePerson(one, person)),
  );
}

/** `otherwise`: without a word of theirs. Who was there where it is decided need not answer any more (11.4). */
function standingOf(
  asked: Asked | null,
  answer: Answer | null,
  otherwise: 'there' | 'heard' | 'not-asked',
): ConcernStanding {
  // Asked once more after an answer, the new asking is what counts.
  const openAgain = asked !== null && asked.standing !== 'answered';
  if (answer !== null && !(openAgain && answer.at < asked.request.askedAt)) return answer.said;
  if (asked !== null && otherwise !== 'there') return asked.standing === 'waiting' ? 'waiting' : 'no-reply';
  return otherwise;
}

function aheadOf(standing: ConcernStanding, topic: AgreedTopic, asked: Asked | null): Concern['ahead'] {
  if (standing === 'ok' || standing === 'heard' || standing === 'there') return 'clear';
  const agreedSilence = topic.level !== 'root' && asked?.request.silence === 'go-ahead';
  return standing === 'no-reply' && agreedSilence ? 'on-silence' : 'wait';
}

/** Whether nobody stands in the way, and whether somebody's silence is part of it. */
export function aheadOfAll(concerns: readonly Concern[]): Concern['ahead'] {
  if (concerns.some(({ ahead }) => ahead === 'wait')) return 'wait';
  return concerns.some(({ ahead }) => ahead === 'on-silence') ? 'on-silence' : 'clear';
}
