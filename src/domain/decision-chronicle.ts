import { type ChronicleBasis, type ChronicleStep, chronologyOfDecision } from './chronology';
import type { Answer, DecisionStep, InputRequest } from './consulting';
import type { DecisionCourse } from './decision-course';
import { isSamePerson } from './person';
import type { Instant } from './time';

/** One line of the plain chronology of a decision: invited, written down, asked, answered, decided, told. */
export type DecisionLine =
  | Exclude<ChronicleStep, { what: 'decided' }>
  | { readonly what: 'decided' | 'written'; readonly at: Instant }
  | { readonly what: 'asked'; readonly at: Instant; readonly request: InputRequest }
  | { readonly what: 'no-reply'; readonly at: Instant; readonly request: InputRequest }
  | { readonly what: 'answered'; readonly at: Instant; readonly answer: Answer }
  | { readonly what: 'step'; readonly at: Instant; readonly step: DecisionStep };

/** What happens at one moment stands in this order. */
const ORDER = ['occasion', 'written', 'decided', 'asked', 'no-reply', 'answered', 'step', 'told'] as const;

/** Who was invited, asked until when, answered and told, and what became of it; oldest first. */
export function decisionChronicle(
  course: DecisionCourse,
  basis: Pick<ChronicleBasis, 'recaps'> & { readonly lineage: ChronicleBasis['lineage'] | null },
  now: Instant,
): readonly DecisionLine[] {
  const { decision, events } = course;
  const { lineage, recaps } = basis;
  const around =
    lineage === null ? [] : chronologyOfDecision({ lineage, recaps, decisions: [decision] }, decision);
  const lines: DecisionLine[] = [
    { what: decision.proposed === true ? 'written' : 'decided', at: decision.decidedAt },
    ...around.filter((step) => step.what !== 'decided'),
  ];
  for (const event of events) {
    if (event.kind === 'answer') lines.push({ what: 'answered', at: event.at, answer: event });
    else if (event.kind === 'decision-step') lines.push({ what: 'step', at: event.at, step: event });
    else {
      lines.push({ what: 'asked', at: event.askedAt, request: event });
      if (event.deadline <= now && !answeredBy(event, course)) {
        lines.push({ what: 'no-reply', at: event.deadline, request: event });
      }
    }
  }
  return lines.sort((a, b) => a.at - b.at || ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
}

/** An answer that came after the time does not undo that none had come by then. */
const answeredBy = (request: InputRequest, { events }: DecisionCourse): boolean =>
  events.some(
    (event) =>
      event.kind === 'answer' &&
      event.at >= request.askedAt &&
      event.at < request.deadline &&
      isSamePerson(event.person, request.person),
  );
