import { agreedWith } from '../../domain/agree/agreed';
import { asItStands, decidedMark } from '../../domain/agree/decided-in';
import { zonesOf } from '../../domain/agree/zones-of';
import type { CatchUpEntry } from '../../domain/facts/decided/catch-up-entry';
import { decisionName, decisionToken } from '../../domain/facts/decided/decision';
import type { PressedMail } from '../../domain/facts/decided/pressed';
import { isOnItsWay, lastSteps } from '../../domain/facts/decided/sending';
import { languageFor } from '../../domain/facts/entered/recap-language';
import { rhythmOf } from '../../domain/facts/entered/rhythm';
import type { Fact } from '../../domain/facts/log/fact';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import { oneToOnesOf } from '../../domain/measure/hearing';
import { catchUpOf } from '../../domain/tell/catch-up/catch-up';
import type { CatchUpLetter } from '../../domain/tell/catch-up/catch-up-letter';
import { type CaughtUp, caughtUpKnown } from '../../domain/tell/catch-up/caught-up';
import { offeredFrom } from '../../domain/tell/catch-up/offered-from';
import { toldIn } from '../../domain/tell/catch-up/told-in';
import { nextOccurrence } from '../../domain/tell/recap-content';
import { viewsAsked } from '../../domain/tell/view-asked';
import type { PersonRecord } from '../../domain/tell/whole-record';
import type { Instant } from '../../domain/time/time';
import { composeCatchUp } from '../../formats/mail/letters/catch-up-text';
import { plainTextToHtml } from '../../formats/mail/recap-html';
import { recapText } from '../../formats/mail/recap-text';
import { oneLine } from '../../formats/text/one-line';
import { enterAll } from '../enter/own-entries';
import type { Ports } from '../ports';
import { countedFor } from './answer-time';
import { mailKeys } from './mail-key';
import { press } from './press';
import { carryPressed, hearOfRefused } from './settle';

/** What somebody has not heard, as a mail to them (13.6); null: there is nothing to tell. `facts`: of the meetings with them. */
export function draftCatchUp(
  record: PersonRecord,
  owner: Owner,
  facts: readonly Fact[],
  now: Instant,
): CatchUpLetter | null {
  const { person, lineages, histories } = record;
  const known = caughtUpKnown(record, owner, now);
  const catchUp = catchUpOf(known, person, now);
  const all = [...catchUp.whole, ...catchUp.lines];
  if (all.length === 0) return null;
  const language = languageFor(person, owner, { languages: languagesIn(record) });
  const homes = new Map(lineages.flatMap(({ occurrences }) => occurrences.map((one) => [one.key, one])));
  const courses = new Map(histories.map((one) => [one.decision.id, one]));
  const decided = all.flatMap((one) => (one.kind === 'decided' ? [asItStands(one.history)] : []));
  const weekOf = (one: Person) => countedFor(one, facts, agreedWith(known.agreements, one), owner).week;
  const views = viewsAsked(
    decided,
    [person],
    {
      ...{
        owner,
        agreements: known.agreements,
        oneToOnes: record.oneToOnes ?? lineages.flatMap(oneToOnesOf),
      },
      historyOf: ({ id }) => courses.get(id),
      homes,
      weekOf,
    },
    now,
  );
  const text = composeCatchUp({
    ...{ person, owner, catchUp, views, homes, language, now, ownerZone: owner.zone },
    next: nextWith(record, now),
    zone: zonesOf(facts, known.agreements, countriesIn(record))[person.key] ?? null,
  });
  return {
    to: [person],
    subject: text.subject,
    text: recapText(text),
    language,
    names: all.flatMap((one) =>
      one.kind === 'point' ? [] : [decisionToken(decisionName(one.history.decision), one.history.state)],
    ),
    told: toldIn(catchUp),
    states: all.map(stateOf).sort(),
    offered: offeredFrom(catchUp, new Set(views.keys()), rhythmOf(record.rhythms, person), weekOf(person)),
  };
}

const stateOf = (one: CaughtUp): string => {
  if (one.kind === 'point') return one.history.point.id;
  const { decision, reopenedBy } = one.history;
  return `${decision.id}/${decidedMark(one.history)}/${reopenedBy?.id ?? ''}/${one.kind === 'question' ? one.deadline : ''}`;
};

/** As chosen for them in any meeting; a one-to-one knows best. */
const languagesIn = ({ lineages }: PersonRecord) =>
  Object.assign(
    {},
    ...[...lineages]
      .sort((a, b) => Number(a.oneToOne) - Number(b.oneToOne))
      .map(({ rules }) => rules.languages),
  ) as NonNullable<PersonRecord['lineages'][number]['rules']['languages']>;

const countriesIn = ({ lineages }: PersonRecord) => ({
  countries: Object.assign({}, ...lineages.map(({ rules }) => rules.countries)) as NonNullable<
    PersonRecord['lineages'][number]['rules']['countries']
  >,
});

/** The next time they can speak, in whichever meeting. */
const nextWith = ({ lineages }: PersonRecord, now: Instant): JudgedOccurrence | null =>
  lineages
    .flatMap((lineage) => nextOccurrence(lineage, now) ?? [])
    .sort((a, b) => a.effective.start - b.effective.start)[0] ?? null;

/**
 * Presses Send for a catch-up, and carries it as far as it gets now. The same one goes once, from whichever machine; none
 * goes of which a part was told meanwhile, or is otherwise by now (`isCurrent`). Throws why it was refused.
 */
export async function sendCatchUp(
  ports: Ports,
  owner: Owner,
  letter: CatchUpLetter,
  isCurrent: () => Promise<boolean>,
  onPressed: () => unknown = () => undefined,
): Promise<boolean> {
  const [person] = letter.to;
  const pressed = await ports.seal.alone(`loopkeeper-catch-up-${person.key}`, true, async () => {
    const mailKey = await (await mailKeys(ports))(`catch-up ${person.key} ${letter.states.join(' ')}`);
    const before = (await ports.ledger.ownEntries()).filter(
      (fact): fact is CatchUpEntry => fact.kind === 'catch-up' && fact.mailKey === mailKey,
    );
    if (lastSteps(before).some(isOnItsWay)) return null;
    if (!(await isCurrent())) return null;
    const { text, language, names } = letter;
    const subject = oneLine(letter.subject);
    const html = plainTextToHtml(text, language, { language, to: { address: owner.address, names } });
    const entries = entriesOf(ports, letter, {
      ...{ mailKey, step: 'sending', subject, bodyHash: await ports.seal.sha256(html), sentAt: null },
    });
    const [entry, ...besides] = entries;
    if (entry === undefined) return null;
    return press(ports, [
      { entry, besides, message: { to: [person], subject, text, html }, notBefore: null },
    ]);
  });
  const kept: readonly PressedMail[] = pressed ?? [];
  if (kept.length === 0) return false;
  await onPressed();
  hearOfRefused(await carryPressed(ports, kept));
  return true;
}

/** "I told them": what it holds at this moment is told (13.1). Gives the ids of the entries, which can be taken back. */
export const noteTold = (ports: Ports, letter: CatchUpLetter): Promise<readonly string[]> =>
  enterAll(
    ports,
    entriesOf(ports, letter, {
      ...{ mailKey: ports.seal.stamp(), step: 'by-hand', subject: '', bodyHash: '', sentAt: ports.clock() },
    }),
  );

type Shared = Pick<CatchUpEntry, 'mailKey' | 'step' | 'subject' | 'bodyHash' | 'sentAt'>;

const entriesOf = (ports: Ports, { to, told }: CatchUpLetter, shared: Shared): readonly CatchUpEntry[] =>
  told.map((part) => ({
    ...{ kind: 'catch-up', id: '', recordedAt: ports.clock(), occurrence: null, to, messageId: null },
    ...part,
    ...shared,
  }));
