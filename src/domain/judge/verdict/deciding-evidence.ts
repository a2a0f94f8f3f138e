import type { Away, Holiday } from '../../facts/observed/away';
import type { Grade, Outcome } from '../../facts/things/outcomes';
import type { Instant } from '../../time/time';
import type { Word } from '../evidence/apologies';
import type { Evidence } from '../judged/judged';
import { type Case, hasMet, othersOf, waitedAlone, wordsLeavingFewer } from '../rows/case';
import type { ListedOccurrence } from '../rows/listed-occurrence';
import { createdAt } from '../rows/replacement';

/** What an outcome rests on. */
export interface DecidingEvidence {
  readonly evidence: readonly Evidence[];
  readonly grade: Grade | null;
  /** When the log learned the latest fact that decides; null: nothing is known. */
  readonly recordedAt: Instant | null;
}

const NOTHING: DecidingEvidence = { evidence: [], grade: null, recordedAt: null };

/** The evidence that decides, then what the calendar and the mails said of changes on the way. */
export function decidingEvidenceOf(it: Case, entry: ListedOccurrence, outcome: Outcome): DecidingEvidence {
  const decisive = decisiveOf(it, entry, outcome);
  return { ...decisive, evidence: [...new Set([...decisive.evidence, ...changesOf(it, entry)])] };
}

function decisiveOf(it: Case, entry: ListedOccurrence, outcome: Outcome): DecidingEvidence {
  switch (outcome) {
    case 'held':
    case 'held-moved':
    case 'held-reinstated':
    case 'held-part':
      return ofMeeting(it);
    case 'cancelled-with-notice':
    case 'cancelled-short-notice':
    case 'cancelled-after-start':
    case 'cancelled-notice-unknown':
      return ofCancellation(it);
    case 'not-held-apologies-with-notice':
    case 'not-held-apologies-short-notice':
    case 'not-held-apologies-notice-unknown':
      return ofWord(wordsLeavingFewer(it)?.at(-1));
    case 'not-held-no-message':
      return it.said.saying === 'nobody-joined' || waitedAlone(it) === null ? ofCheckIn(it) : ofReport(it);
    case 'superseded': {
      const invitation = entry.supersededBy?.invitation;
      const recordedAt = invitation?.file.sightings[0]?.recordedAt ?? null;
      return { evidence: ['calendar'], grade: 'documented', recordedAt };
    }
    case 'excluded-paused':
      return { evidence: ['own-note'], grade: 'noted', recordedAt: null };
    case 'excluded-agreed-skip':
      return ofCheckIn(it);
    case 'excluded-own-absence':
      return ofOwnAbsence(it);
    case 'excluded-holiday':
      return ofHoliday(othersOf(it).map((key) => it.holidays.get(key)));
    case 'excluded-away':
      return ofAway(it, othersOf(it));
    case 'excluded-short-invitation': {
      const told = entry.row.file.mails.some(({ mail }) => mail === 'request');
      return { evidence: [told ? 'request-mail' : 'snapshot-gap'], grade: 'documented', recordedAt: null };
    }
    case 'upcoming': {
      const seen = entry.row.file.sightings.at(-1) ?? entry.row.plannedBy;
      if (seen == null) return NOTHING;
      return { evidence: ['calendar'], grade: 'documented', recordedAt: seen.recordedAt };
    }
    case 'not-recorded':
      return NOTHING;
  }
}

const ofReport = ({ presence }: Case): DecidingEvidence => ({
  evidence: presence.source === null ? [] : [presence.source],
  grade: 'documented',
  recordedAt: presence.recordedAt,
});

const ofCheckIn = ({ said }: Case): DecidingEvidence => ({
  evidence: ['own-check-in'],
  grade: 'noted',
  recordedAt: (said.checkIn ?? said.latest)?.recordedAt ?? null,
});

function ofMeeting(it: Case): DecidingEvidence {
  if (it.presence.together === 0) return ofCheckIn(it);
  const report = ofReport(it);
  return hasMet(it) ? { ...report, evidence: [...report.evidence, 'own-check-in'] } : report;
}

function ofCancellation({ history, cancelled }: Case): DecidingEvidence {
  const { cancellation } = history;
  if (cancellation === null || cancelled === null) return NOTHING;
  const { grade, recordedAt, how } = cancellation;
  if (how === 'mail') return { evidence: ['cancel-mail'], grade, recordedAt };
  return { evidence: grade === 'inferred' ? ['calendar', 'snapshot-gap'] : ['calendar'], grade, recordedAt };
}

function ofWord(word: Word | undefined): DecidingEvidence {
  if (word === undefined) return NOTHING;
  const { evidence, grade, recordedAt } = word;
  return { evidence: evidence === 'snapshot-gap' ? ['calendar', evidence] : [evidence], grade, recordedAt };
}

function ofOwnAbsence(it: Case): DecidingEvidence {
  if (it.said.saying === 'i-was-not-there') return ofCheckIn(it);
  const word = it.words.get(it.owner);
  if (word?.how === 'declined') return ofWord(word);
  return it.away.has(it.owner) ? ofAway(it, [it.owner]) : ofHoliday([it.holidays.get(it.owner)]);
}

function ofHoliday(holidays: readonly (Holiday | undefined)[]): DecidingEvidence {
  const holiday = holidays.find((one) => one !== undefined);
  if (holiday === undefined) return NOTHING;
  const { source, recordedAt } = holiday;
  if (source === 'by-hand') return { evidence: ['own-note'], grade: 'noted', recordedAt };
  return { evidence: [source === 'country' ? 'holiday-list' : 'calendar'], grade: 'documented', recordedAt };
}

function ofAway(it: Case, people: readonly string[]): DecidingEvidence {
  const cause = people
    .map((key): Away | null | undefined => it.away.get(key))
    .find((one) => one !== undefined);
  if (cause == null) return ofCheckIn(it);
  const byHand = cause.source === 'by-hand';
  const grade = byHand ? 'noted' : 'documented';
  return { evidence: [byHand ? 'own-note' : 'free-busy'], grade, recordedAt: cause.recordedAt };
}

/** Moves, cancellations and new invitations are told of whatever the outcome rests on. */
function changesOf(it: Case, { renewedBy }: ListedOccurrence): readonly Evidence[] {
  const { shifts, cancellation } = it.history;
  const evidence: Evidence[] = shifts.map(({ grade }) =>
    grade === 'documented' ? 'update-mail' : 'snapshot-gap',
  );
  if (cancellation !== null) evidence.push(cancellation.how === 'mail' ? 'cancel-mail' : 'calendar');
  if (renewedBy !== null) {
    const at = createdAt(renewedBy.invitation);
    const mail = renewedBy.invitation.file.mails.some((one) => one.mail === 'request' && one.at >= at);
    evidence.push(mail ? 'request-mail' : 'calendar');
  }
  return evidence;
}
