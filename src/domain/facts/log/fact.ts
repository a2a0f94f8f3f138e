import type { Agreement, AgreementReply } from '../decided/agreement';
import type { Answer, DecisionStep, InputRequest, MailReply } from '../decided/consulting';
import type { Decision } from '../decided/decision';
import type { RecapEntry } from '../decided/recap-entry';
import type { CheckIn } from '../entered/check-in';
import type { Annotation, Correction, Dispute, Undo } from '../entered/correction';
import type { Erasure } from '../entered/erasure';
import type { Gesture } from '../entered/gesture';
import type { LookBack } from '../entered/look-back';
import type { Reduced, Retention } from '../entered/reduced';
import type {
  Assigned,
  Identified,
  Keeping,
  LineageAnswer,
  RulesSet,
  VanishedAnswer,
} from '../entered/rules';
import type { Away, Holiday } from '../observed/away';
import type { NoticeMail } from '../observed/notice-mail';
import type { Recognized } from '../observed/recognized';
import type { Report } from '../observed/report';
import type { Missing, Sighting } from '../observed/sighting';
import { type SeriesId, seriesOf } from '../things/occurrence';
import type { SeriesSeen } from '../things/series';
import type { WorkingHours } from '../things/working-time';

/** What the world said: found by a sweep or an import. Can be found again only while Graph still shows it. */
export type Observation =
  | SeriesSeen
  | Sighting
  | Missing
  | NoticeMail
  | Report
  | Away
  | Holiday
  | WorkingHours;

/** What the owner said or did. Exists nowhere else. */
export type Entry =
  | CheckIn
  | Correction
  | Dispute
  | Annotation
  | Undo
  | RulesSet
  | Keeping
  | LineageAnswer
  | Recognized
  | VanishedAnswer
  | Identified
  | Assigned
  | Decision
  | DecisionStep
  | Agreement
  | AgreementReply
  | InputRequest
  | Answer
  | MailReply
  | RecapEntry
  | Gesture
  | LookBack
  | Erasure
  | Retention
  | Reduced;

/**
 * One line of the log. Facts are added, never edited or removed. `id` makes adding twice harmless:
 * the same observation has the same id on every machine, an own entry has a stamp (see log.ts).
 */
export type Fact = Observation | Entry;

export const ENTRY_KINDS = [
  'check-in',
  'correction',
  'dispute',
  'annotation',
  'undo',
  'rules',
  'keeping',
  'lineage',
  'recognized',
  'vanished',
  'identified',
  'assigned',
  'decision',
  'decision-step',
  'agreement',
  'agreement-reply',
  'input-request',
  'answer',
  'mail-reply',
  'recap',
  'gesture',
  'look-back',
  'erasure',
  'retention',
  'reduced',
] as const satisfies readonly Entry['kind'][];

export const OBSERVATION_KINDS = [
  'series-seen',
  'sighting',
  'missing',
  'mail',
  'report',
  'away',
  'holiday',
  'working-hours',
] as const satisfies readonly Observation['kind'][];

export const isEntry = (fact: Fact): fact is Entry => (ENTRY_KINDS as readonly string[]).includes(fact.kind);

/** Whether a person put it in: an entry, a mark, a file of who was there. It exists nowhere else, and can be taken back. */
export const isByHand = (fact: Fact): boolean =>
  isEntry(fact) ||
  (fact.kind === 'report' && fact.source !== 'teams-report') ||
  ((fact.kind === 'away' || fact.kind === 'holiday') && fact.source === 'by-hand');

/**
 * Which series a fact belongs to: null for facts about a person (away, holiday, working hours), for an `undo`, which
 * belongs where the fact it names belongs, and for an erasure or a retention, which are about the whole log.
 */
export function seriesOfFact(fact: Fact): SeriesId | null {
  switch (fact.kind) {
    case 'series-seen':
    case 'mail':
    case 'report':
    case 'rules':
    case 'keeping':
    case 'recognized':
    case 'vanished':
    case 'identified':
    case 'decision':
    case 'decision-step':
    case 'agreement':
    case 'agreement-reply':
    case 'input-request':
    case 'answer':
    case 'mail-reply':
    case 'recap':
    case 'gesture':
    case 'look-back':
    case 'reduced':
      return fact.series;
    case 'lineage':
      return fact.earlier;
    case 'sighting':
    case 'missing':
    case 'check-in':
    case 'correction':
    case 'dispute':
    case 'annotation':
    case 'assigned':
      return seriesOf(fact.occurrence);
    case 'away':
    case 'holiday':
    case 'working-hours':
    case 'undo':
    case 'erasure':
    case 'retention':
      return null;
  }
}
