import type { Decision } from './decision';
import type { JudgedLineage, JudgedOccurrence, JudgedPerson } from './judged';
import { isSamePerson, type Person } from './person';
import type { RecapEntry } from './recap-entry';
import { sentRecaps } from './sending';
import type { Instant } from './time';

/**
 * One line of "who was told what": a thing that happened, with its time. Nothing in it judges; an `occasion` is an
 * occurrence somebody was invited to, with what became of it.
 */
export type ChronicleStep =
  | {
      readonly what: 'occasion';
      readonly at: Instant;
      readonly occurrence: JudgedOccurrence;
      readonly one: JudgedPerson;
    }
  | { readonly what: 'decided'; readonly at: Instant; readonly decision: Decision }
  | {
      readonly what: 'told';
      readonly at: Instant;
      readonly recap: RecapEntry;
      /** Those of the message that are still in the log, by number. */
      readonly decisions: readonly Decision[];
      /** False: it went without a trace that could be looked up. */
      readonly verified: boolean;
    };

/** What is read for it: everything the log holds about one lineage. */
export interface ChronicleBasis {
  readonly lineage: JudgedLineage;
  readonly decisions: readonly Decision[];
  readonly recaps: readonly RecapEntry[];
}

/** What one person was invited to, what was decided there or for them, and what they were told; oldest first. */
export function chronologyOfPerson(
  basis: ChronicleBasis,
  person: Person,
  now: Instant,
): readonly ChronicleStep[] {
  const { lineage, decisions, recaps } = basis;
  const occasions = lineage.occurrences.flatMap((occurrence) => occasionOf(occurrence, person, now));
  const invitedTo = new Set(occasions.map(({ occurrence }) => occurrence.key));
  const concerns = ({ occurrence, informed, accountable }: Decision): boolean =>
    (occurrence !== null && invitedTo.has(occurrence)) ||
    [accountable, ...informed].some((one) => isSamePerson(one, person));
  return inOrder([
    ...occasions,
    ...ofLineage(lineage, decisions).filter(concerns).map(decided),
    ...sentRecaps(recaps)
      .filter(({ to }) => to.some((one) => isSamePerson(one, person)))
      .map((recap) => told(recap, decisions)),
  ]);
}

/** Who was invited where it was decided, when it was decided, and who was told when; oldest first. */
export function chronologyOfDecision(
  { lineage, decisions, recaps }: ChronicleBasis,
  decision: Decision,
): readonly ChronicleStep[] {
  const home = lineage.occurrences.find(({ key }) => key === decision.occurrence);
  const others = home?.people.filter(({ isOwner, role }) => !isOwner && role !== 'resource') ?? [];
  return inOrder([
    ...(home === undefined ? [] : others.flatMap(({ person }) => occasionOf(home, person, Infinity))),
    decided(decision),
    ...sentRecaps(recaps)
      .filter((recap) => recap.decisions.includes(decision.id))
      .map((recap) => told(recap, decisions)),
  ]);
}

type Occasion = Extract<ChronicleStep, { what: 'occasion' }>;

/** Only what somebody was asked to and what has begun: the rest is no news about them. */
function occasionOf(occurrence: JudgedOccurrence, person: Person, now: Instant): readonly Occasion[] {
  const { outcome, effective, people } = occurrence;
  if (outcome === 'superseded' || outcome === 'upcoming' || effective.start > now) return [];
  const one = people.find((other) => other.invited !== false && isSamePerson(other.person, person));
  return one === undefined ? [] : [{ what: 'occasion', at: effective.start, occurrence, one }];
}

const ofLineage = ({ series }: JudgedLineage, decisions: readonly Decision[]): readonly Decision[] =>
  decisions.filter((one) => series.includes(one.series));

const decided = (decision: Decision): ChronicleStep => ({
  what: 'decided',
  at: decision.decidedAt,
  decision,
});

const told = (recap: RecapEntry, decisions: readonly Decision[]): ChronicleStep => ({
  what: 'told',
  at: recap.sentAt ?? recap.recordedAt,
  recap,
  decisions: decisions.filter(({ id }) => recap.decisions.includes(id)).sort((a, b) => a.number - b.number),
  verified: recap.step === 'sent',
});

/** What happens at one moment: first the meeting, then what was decided in it, then what was told. */
const ORDER: readonly ChronicleStep['what'][] = ['occasion', 'decided', 'told'];

export const inOrder = (steps: readonly ChronicleStep[]): readonly ChronicleStep[] =>
  [...steps].sort((a, b) => a.at - b.at || ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
