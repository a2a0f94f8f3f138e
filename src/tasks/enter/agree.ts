import { agreementViews, nextVersion } from '../../domain/agree/agreed';
import {
  type AnswerDraft,
  checkAnswer,
  checkReply,
  checkStep,
  type ReplyDraft,
  type StepDraft,
  type StepFault,
  type WordFault,
} from '../../domain/agree/consult-drafts';
import { touchedNow } from '../../domain/agree/touched';
import {
  type Agreement,
  type AgreementDraft,
  type AgreementFault,
  type AgreementReply,
  checkAgreement,
} from '../../domain/facts/decided/agreement';
import type { Answer, DecisionStep, MailReply, Said } from '../../domain/facts/decided/consulting';
import type { Decision } from '../../domain/facts/decided/decision';
import type { Point, PointStep } from '../../domain/facts/decided/point';
import type { SeriesId } from '../../domain/facts/things/occurrence';
import { ok, type Result } from '../../domain/result';
import type { Ports } from '../ports';
import { startOf } from './start-of';

/** Writes a proposal down as the next version with this person; theirs it becomes by their reply. */
export async function proposeAgreement(
  ports: Ports,
  series: SeriesId,
  draft: AgreementDraft,
): Promise<Result<Agreement, readonly AgreementFault[]>> {
  const checked = checkAgreement(draft);
  if (!checked.ok) return checked;
  const views = agreementViews(await ports.ledger.ownEntries());
  const agreement: Agreement = {
    ...checked.value,
    kind: 'agreement',
    ...stamped(ports),
    series,
    version: nextVersion(views, checked.value.person),
  };
  await ports.ledger.append([agreement]);
  return ok(agreement);
}

/** What the person said to a proposal, as the owner writes it down. */
export async function noteReply(
  ports: Ports,
  { id, series }: Agreement,
  draft: ReplyDraft,
): Promise<Result<AgreementReply, readonly WordFault[]>> {
  const checked = checkReply(draft, ports.clock());
  if (!checked.ok) return checked;
  const reply: AgreementReply = {
    ...checked.value,
    kind: 'agreement-reply',
    ...stamped(ports),
    series,
    agreement: id,
    source: 'by-hand',
  };
  await ports.ledger.append([reply]);
  return ok(reply);
}

/** What somebody answered about a decision, asked or not. */
export async function noteAnswer(
  ports: Ports,
  { id, series }: Decision,
  draft: AnswerDraft,
): Promise<Result<Answer, readonly WordFault[]>> {
  const checked = checkAnswer(draft, ports.clock());
  if (!checked.ok) return checked;
  const answer: Answer = {
    ...checked.value,
    kind: 'answer',
    ...stamped(ports),
    series,
    decision: id,
    source: 'by-hand',
  };
  await ports.ledger.append([answer]);
  return ok(answer);
}

/**
 * What a mail says that somebody wrote back, as the owner read it: an answer about each of these decisions, and to each of
 * these questions, which stay open where there is something to talk about (12.1).
 */
export async function noteMailReply(
  ports: Ports,
  { person, at, mail, decisions, points = [], subject, internetMessageId: id }: MailReply,
  about: readonly string[],
  said: Said,
): Promise<void> {
  const entries = await ports.ledger.ownEntries();
  const meant = entries.filter(
    (fact): fact is Decision =>
      fact.kind === 'decision' && decisions.includes(fact.id) && about.includes(fact.id),
  );
  const asked = entries.filter(
    (fact): fact is Point => fact.kind === 'point' && points.includes(fact.id) && about.includes(fact.id),
  );
  const found = id === undefined ? {} : { internetMessageId: id };
  await ports.ledger.append([
    ...meant.map(
      (decision): Answer => ({
        ...{ kind: 'answer', ...stamped(ports), series: decision.series, decision: decision.id, person },
        ...{ said, words: '', at, source: 'mail', mail, ...(subject === undefined ? {} : { subject }) },
        ...found,
      }),
    ),
    ...asked.map(
      (point): PointStep => ({
        ...{ kind: 'point-step', ...stamped(ports), series: point.series, point: point.id },
        ...{ person: point.person, step: said === 'ok' ? 'answered' : 'not-yet', occurrence: null },
        ...{ words: '', at, by: person, mail, ...found },
      }),
    ),
  ]);
}

/** Decided, held, replaced or reopened: said by the owner, now, of the meeting in which it was (10.2). */
export async function takeStep(
  ports: Ports,
  decision: Decision,
  draft: StepDraft,
): Promise<Result<DecisionStep, readonly StepFault[]>> {
  const checked = checkStep(draft);
  if (!checked.ok) return checked;
  const stamp = stamped(ports);
  const begun = await startOf(ports, checked.value.occurrence ?? null);
  const step: DecisionStep = {
    ...checked.value,
    kind: 'decision-step',
    ...stamp,
    series: decision.series,
    decision: decision.id,
    at: Math.min(stamp.recordedAt, begun ?? stamp.recordedAt),
    touched: touchedNow(decision, agreementViews(await ports.ledger.ownEntries())),
  };
  await ports.ledger.append([step]);
  return ok(step);
}

const stamped = (ports: Ports) => ({ id: ports.seal.stamp(), recordedAt: ports.clock() });
