import { type AgreedTopic, topicKey } from '../facts/decided/agreement';
import type { ConsultFact } from '../facts/decided/consulting';
import type { Decision, DecisionDraft } from '../facts/decided/decision';
import { type AgreementView, inForce } from './agreed';
import { type Occurs, occurrenceOf, read } from './words-in';

const LINES = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** Commas and semicolons of any script, but for those between two digits: 1,000 is one number. */
const COMMA = ',\u055d\u060c\u07f8\u104a\u1363\u1802\u1808\u2e32\u2e34\u2e41\u2e4c\u3001\ua4fe\ua60d\ua6f5';
const SEMICOLON = ';\u037e\u061b\u1364\u204f\u2e35\ua6f6';
const WIDE = '\ufe10\ufe11\ufe14\ufe50\ufe51\ufe54\uff0c\uff1b\uff64';
const MARK = `[${COMMA}${SEMICOLON}${WIDE}]`;
const BETWEEN = new RegExp(`(?<!\\p{Nd})${MARK}|${MARK}(?!\\p{Nd})`, 'u');

/** Each by itself, as they were written in one field. */
export const examplesOf = (examples: string): readonly string[] =>
  examples.split(LINES).flatMap((line) => line.split(BETWEEN));

/** What of a decision is looked through, and what it says of its own topic. */
export type Worded = Pick<DecisionDraft, 'text' | 'why' | 'options' | 'topic'>;

/** An agreed topic that can be asked whether a decision touches it. */
interface Sought<Topic> {
  readonly topic: Topic;
  readonly keys: ReadonlySet<string>;
  readonly passages: readonly Occurs[];
}

/**
 * Which of these topics a decision touches (11.2): its own, and those of which a name or an example occurs in its text,
 * reason and options, taken together. `namesOf`: every name that a topic had.
 */
export function touching<Topic extends Pick<AgreedTopic, 'topic' | 'examples'>>(
  topics: readonly Topic[],
  namesOf: (topic: Topic) => readonly string[] = ({ topic }) => [topic],
): (decision: Worded) => readonly Topic[] {
  const sought = topics.map((topic): Sought<Topic> => {
    const names = namesOf(topic);
    return {
      topic,
      keys: new Set(names.map(topicKey).filter((key) => key !== '')),
      passages: [...names, ...examplesOf(topic.examples)].map(occurrenceOf),
    };
  });
  return ({ text, why, options = [], topic: own }) => {
    const written = read([text, why, ...options.flatMap(({ option, notChosen }) => [option, notChosen])]);
    const key = topicKey(own);
    return sought
      .filter(({ keys, passages }) => keys.has(key) || passages.some((occurs) => occurs(written)))
      .map(({ topic }) => topic);
  };
}

/**
 * The names of the topics in force that a decision touches now, each once, without those that were taken off it. Topics
 * that were joined are one (10.1): what touches one of them touches all.
 */
export function touchedNow(
  decision: Worded & Pick<Decision, 'takenOff'>,
  views: readonly AgreementView[],
): readonly string[] {
  const topics = inForce(views);
  const found = touching(topics, ({ names }) => names)(decision);
  const keys = new Set(found.flatMap(({ topic, names }) => [topic, ...names]).map(topicKey));
  const off = new Set((decision.takenOff ?? []).map(topicKey));
  const touched = new Map<string, string>();
  for (const { topic, names } of topics) {
    const key = topicKey(topic);
    const isOff = [topic, ...names].some((name) => off.has(topicKey(name)));
    if (keys.has(key) && !isOff && !touched.has(key)) touched.set(key, topic);
  }
  return [...touched.values()];
}

/** As its last save found it. What was saved before that was recorded touches by its topic alone. */
export const touchedAsSaved = (
  { touched, topic }: Pick<Decision, 'touched' | 'topic'>,
  events: readonly ConsultFact[],
): readonly string[] =>
  events.reduce(
    (last, one) => (one.kind === 'decision-step' ? (one.touched ?? last) : last),
    touched ?? [topic],
  );
