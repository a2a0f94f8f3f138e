import { agreementViews, topicIn } from '../../domain/agree/agreed';
import type { AskFault, Asking, PreparedRequest, RequestLetter } from '../../domain/agree/asking';
import { type DecisionHistory, decisionHistories } from '../../domain/agree/decision-history';
import { askedSoFar } from '../../domain/agree/waiting';
import { ANSWER_DAYS_MAX, type Silence } from '../../domain/facts/decided/agreement';
import { type InputRequest, lastRequests, sentRequests } from '../../domain/facts/decided/consulting';
import { type Decision, decisionName, decisionToken, hasTwin } from '../../domain/facts/decided/decision';
import type { SendingEnd } from '../../domain/facts/decided/sending';
import { languageFor } from '../../domain/facts/entered/recap-language';
import type { SeriesRules } from '../../domain/facts/entered/rules';
import type { Entry } from '../../domain/facts/log/fact';
import { isSamePerson, type Owner, type Person } from '../../domain/facts/things/person';
import { fail, ok, type Result } from '../../domain/result';
import { workingDeadline } from '../../domain/time/working-days';
import { isKnownZone } from '../../domain/time/zone';
import { composeRequest } from '../../formats/mail/letters/request-text';
import { letterText } from '../../formats/mail/plain-letter';
import { plainTextToHtml } from '../../formats/mail/recap-html';
import { oneLine } from '../../formats/text/one-line';
import type { Ports } from '../ports';
import { answerDaysOf, countedFor } from './answer-time';
import { mailKeys } from './mail-key';
import { press } from './press';
import { carryPressed, hearOfRefused } from './settle';

/** Counts the deadline by their calendar and writes the mail. Faults come back all at once. */
export async function prepareRequest(
  ports: Ports,
  owner: Owner,
  asking: Asking,
): Promise<Result<PreparedRequest, readonly AskFault[]>> {
  const { decision, person } = asking;
  const now = ports.clock();
  const facts = await ports.ledger.allFacts();
  const views = agreementViews(facts, now);
  const view = views.find((one) => one.standing === 'agreed' && isSamePerson(one.agreement.person, person));
  const agreement = view?.agreement ?? null;
  const course = decisionHistories(facts, now).find((one) => one.decision.id === decision.id);
  const touched = course?.touched ?? [decision.topic];
  const topic = agreement === null ? null : topicIn(agreement, touched, view?.namesOf);
  const typedZone = asking.zone.trim();
  const faults: AskFault[] = [];
  if (typedZone !== '' && !isKnownZone(typedZone)) faults.push('zone-unknown');
  if (!person.address.includes('@')) faults.push('no-address');
  const before = course === undefined ? null : askedSoFar(course, person);
  if (before?.mayAgain === false) faults.push('asked-twice');
  const { week, assumed } = countedFor(person, facts, agreement, owner, typedZone);
  const days = asking.workingDays.trim() === '' ? answerDaysOf(agreement) : Number(asking.workingDays);
  const counted = asking.answerBy === null;
  const inRange = Number.isInteger(days) && days >= 1 && days <= ANSWER_DAYS_MAX;
  if (counted && !inRange) faults.push('days-out-of-range');
  const reckoned = counted ? workingDeadline(now, days, week) : null;
  const deadline = counted ? (reckoned?.at ?? null) : asking.answerBy;
  if (deadline === 'unknown' || (deadline === null && inRange)) faults.push('deadline-unknown');
  else if (deadline !== null && deadline <= now) faults.push('deadline-past');
  if (faults.length > 0 || deadline === null || deadline === 'unknown') return fail(faults);
  const language = languageFor(person, owner, await rulesAround(ports, decision));
  const rule: Silence = topic === null || topic.level === 'root' ? 'hold' : (agreement?.silence ?? 'hold');
  const letter = composeRequest({
    ...{ decision, person, owner, deadline, zone: week.zone, silence: rule, language },
    level: topic?.level ?? null,
    agreedAt: view?.reply?.at ?? null,
    firstAskedAt: before?.firstAt ?? null,
  });
  return ok({
    ...{ decision, person, deadline, zone: week.zone, silence: rule, language },
    workingDays: counted ? days : null,
    assumed: counted ? assumed : assumed.filter((one) => one === 'zone'),
    off: reckoned?.off ?? [],
    agreement: topic === null ? null : (agreement?.id ?? null),
    answersTo: owner.address,
    subject: letter.subject,
    text: letterText(letter),
    ...(course === undefined ? {} : { state: course.state }),
  });
}

/**
 * Presses Send for it, and carries it as far as it gets now; asking again is another mail, once this one is answered or
 * over, and no third one without a word of theirs (12.4).
 */
export async function sendRequest(
  ports: Ports,
  letter: RequestLetter,
  onPressed: () => unknown = () => undefined,
): Promise<AskedFirst> {
  const { decision, person } = letter.request;
  const pressed = await ports.seal.alone(lockOf(letter.request), true, async () => {
    if ((await isOpen(ports, decision, person)) || !(await mayAsk(ports, decision, person))) return [];
    const { text } = letter;
    const message = { to: [person], subject: oneLine(letter.subject), text, html: htmlOf(letter) };
    const mailKey = await mailKeyOf(ports, decision, person);
    const entry = await entryOf(ports, letter, mailKey, 'sending');
    return press(ports, [{ entry, message, notBefore: null }]);
  });
  const [mail] = pressed ?? [];
  if (mail === undefined) return { end: 'already-sent', pressed: null };
  await onPressed();
  const carried = await carryPressed(ports, [mail]);
  hearOfRefused(carried);
  const [done] = carried;
  if (done?.end === 'refused') return { end: 'taken-back', pressed: null };
  return { end: done?.end ?? 'waiting', pressed: mail.id };
}

/** What became of it so far; `waiting`: it goes by itself, and can be taken back by the id it was pressed with. */
export interface AskedFirst {
  readonly end: SendingEnd | 'waiting';
  readonly pressed: string | null;
}

/** With the answers in brackets as links that carry the number of the decision. */
const htmlOf = ({ request, text }: Pick<RequestLetter, 'request' | 'text'>): string => {
  const { language, decision, state, answersTo: address } = request;
  const name = decisionName(decision);
  const names = [state === undefined ? name : decisionToken(name, state)];
  return plainTextToHtml(text, language, { language, to: { address, names } });
};

/** "I sent it": from Outlook, or otherwise. Once while it is open. */
export async function noteRequest(ports: Ports, letter: RequestLetter): Promise<boolean> {
  const { decision, person } = letter.request;
  const noted = await ports.seal.alone(lockOf(letter.request), true, async () => {
    if (await isOpen(ports, decision, person)) return false;
    const mailKey = await mailKeyOf(ports, decision, person);
    await ports.ledger.append([await entryOf(ports, letter, mailKey, 'by-hand')]);
    return true;
  });
  return noted ?? false;
}

interface OfWhom {
  readonly decision: Pick<Decision, 'id'>;
  readonly person: Person;
}

const lockOf = ({ decision, person }: OfWhom): string => `loopkeeper-ask-${decision.id}-${person.key}`;

const requestsTo = (entries: readonly Entry[], decision: Decision, person: Person): readonly InputRequest[] =>
  entries.filter(
    (fact): fact is InputRequest =>
      fact.kind === 'input-request' && fact.decision === decision.id && isSamePerson(fact.person, person),
  );

/** A mail that waits for an answer, or of which nobody knows whether it went, is not followed by another. */
async function isOpen(ports: Ports, decision: Decision, person: Person): Promise<boolean> {
  const entries = await ports.ledger.ownEntries();
  const mine = requestsTo(entries, decision, person);
  if (lastRequests(mine).some(({ step }) => step === 'sending')) return true;
  const { asked = [] } = (await courseOf(ports, decision)) ?? {};
  return asked.some((one) => one.standing === 'waiting' && isSamePerson(one.request.person, person));
}

async function courseOf(ports: Ports, decision: Decision): Promise<DecisionHistory | undefined> {
  const facts = [decision, ...(await ports.ledger.ownEntries())];
  return decisionHistories(facts, ports.clock()).find((one) => one.decision.id === decision.id);
}

async function mayAsk(ports: Ports, decision: Decision, person: Person): Promise<boolean> {
  const course = await courseOf(ports, decision);
  return course === undefined || askedSoFar(course, person).mayAgain;
}

/** Each time that they are asked is another mail. */
async function mailKeyOf(ports: Ports, decision: Decision, person: Person): Promise<string> {
  const before = sentRequests(requestsTo(await ports.ledger.ownEntries(), decision, person)).length;
  return (await mailKeys(ports))(`ask ${decision.id} ${person.key} ${before}`);
}

async function entryOf(
  ports: Ports,
  { request, subject, text }: RequestLetter,
  mailKey: string,
  step: InputRequest['step'],
): Promise<InputRequest> {
  const { decision, person, deadline, zone, workingDays, assumed, silence, agreement } = request;
  const now = ports.clock();
  return {
    kind: 'input-request',
    id: ports.seal.stamp(),
    recordedAt: now,
    series: decision.series,
    decision: decision.id,
    ...(hasTwin(decisionName(decision)) ? { called: decisionName(decision) } : {}),
    ...{ person, mailKey, step, deadline, zone, workingDays, assumed, silence, agreement },
    messageId: null,
    askedAt: now,
    subject: oneLine(subject),
    bodyHash: await ports.seal.sha256(htmlOf({ request, text })),
  };
}

/** The rules of the meeting of a decision; of one made outside of meetings there are none. */
const rulesAround = async (ports: Ports, { series }: Decision): Promise<SeriesRules> =>
  (series === null ? null : await ports.ledger.view(series))?.rules ?? {};
