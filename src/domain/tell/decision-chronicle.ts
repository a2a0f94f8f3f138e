import type { DecisionHistory } from '../agree/decision-history';
import type { Telling } from '../facts/decided/catch-up-entry';
import type { InputRequest, MailReply } from '../facts/decided/consulting';
import { isSamePerson } from '../facts/things/person';
import type { JudgedOccurrence } from '../judge/judged/judged';
import type { Instant } from '../time/time';
import { type ChronicleStep, chronologyOfDecision } from './chronology';

/** One line of the chronology of a decision; it begins as `decided`, or as `written` where somebody is asked first. */
export type DecisionLine =
  | Exclude<ChronicleStep, { what: 'decided' }>
  | { readonly what: 'decided' | 'written'; readonly at: Instant }
  /** The time by which an answer was asked for, with none recorded. */
  | { readonly what: 'no-reply'; readonly at: Instant; readonly request: InputRequest }
  /** They wrote back, and what it says is not noted yet. */
  | { readonly what: 'wrote'; readonly at: Instant; readonly reply: MailReply };

/** What happens at one moment stands in this order. */
const ORDER: readonly DecisionLine['what'][] = [
  'occasion',
  'written',
  'decided',
  'asked',
  'no-reply',
  'wrote',
  'answered',
  'became',
  'told',
];

/** Who was invited, asked until when, answered and told, and what became of it; oldest first. */
export function decisionChronicle(
  history: DecisionHistory,
  basis: { readonly occurrences: readonly JudgedOccurrence[]; readonly recaps: readonly Telling[] },
  now: Instant,
): readonly DecisionLine[] {
  const { decision, events } = history;
  const { occurrences, recaps } = basis;
  const steps = chronologyOfDecision(
    { lineage: { occurrences }, recaps, decisions: [decision], consulting: events },
    decision,
  );
  const lines: DecisionLine[] = steps.map((step) =>
    step.what === 'decided'
      ? { what: decision.proposed === true ? 'written' : 'decided', at: step.at }
      : step,
  );
  for (const event of events) {
    if (event.kind !== 'input-request' || event.deadline > now || answeredInTime(event, history)) continue;
    lines.push({ what: 'no-reply', at: event.deadline, request: event });
  }
  for (const reply of history.replies) lines.push({ what: 'wrote', at: reply.at, reply });
  return lines.sort((a, b) => a.at - b.at || ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
}

/** What came after the time does not undo that nothing had come by then. */
const answeredInTime = (request: InputRequest, { events, replies }: DecisionHistory): boolean =>
  [...events, ...replies].some(
    (event) =>
      (event.kind === 'answer' || event.kind === 'mail-reply') &&
      event.at >= request.askedAt &&
      event.at < request.deadline &&
      isSamePerson(event.person, request.person),
  );
