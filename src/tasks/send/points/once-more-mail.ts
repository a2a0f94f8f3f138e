import { agreedWith, agreementViews } from '../../../domain/agree/agreed';
import type { CatchUpEntry } from '../../../domain/facts/decided/catch-up-entry';
import { languageFor } from '../../../domain/facts/entered/recap-language';
import type { Fact } from '../../../domain/facts/log/fact';
import { isSamePerson, type Owner } from '../../../domain/facts/things/person';
import {
  askedAgainFrom,
  couldBeAskedAgain,
  firstAskedAt,
  type OnceMoreLetter,
} from '../../../domain/points/once-more';
import { type PointHistory, pointHistories } from '../../../domain/points/point-history';
import { canBeTicked } from '../../../domain/tell/recipients';
import { composeOnceMore } from '../../../formats/mail/letters/once-more-text';
import { letterText } from '../../../formats/mail/plain-letter';
import { plainTextToHtml } from '../../../formats/mail/recap-html';
import { oneLine } from '../../../formats/text/one-line';
import type { Ports } from '../../ports';
import { countedFor } from '../answer-time';
import { type MailKeys, mailKeys } from '../mail-key';
import { press } from '../press';
import { carryPressed, hearOfRefused } from '../settle';

/** Every question that somebody can be asked once more now, as a mail to each. */
export async function draftOnceMore(ports: Ports, owner: Owner): Promise<readonly OnceMoreLetter[]> {
  const letters = await lettersOnceMore(ports, owner);
  const now = ports.clock();
  return letters.filter(({ from }) => from <= now);
}

/** Every question that somebody can be asked once more, now or later (12.4): a mail to each, with the time from which it can go. */
export async function lettersOnceMore(ports: Ports, owner: Owner): Promise<readonly OnceMoreLetter[]> {
  const asked = pointHistories(await ports.ledger.ownEntries()).filter(
    (history) => couldBeAskedAgain(history).length > 0,
  );
  if (asked.length === 0) return [];
  const facts = await ports.ledger.allFacts();
  const letters = await Promise.all(asked.map((history) => lettersOf(ports, owner, history, facts)));
  return letters.flat();
}

async function lettersOf(
  ports: Ports,
  owner: Owner,
  question: PointHistory,
  facts: readonly Fact[],
): Promise<readonly OnceMoreLetter[]> {
  const { point, name } = question;
  const rules = (await ports.ledger.view(point.series))?.rules ?? {};
  const agreed = agreementViews(facts, ports.clock());
  return couldBeAskedAgain(question).flatMap((person): readonly OnceMoreLetter[] => {
    const { week } = countedFor(person, facts, agreedWith(agreed, person), owner);
    const firstAt = firstAskedAt(question, person);
    const from = askedAgainFrom(question, person, week);
    if (firstAt === null || from === null || !canBeTicked(person, owner)) return [];
    const language = languageFor(person, owner, rules);
    const letter = composeOnceMore({ person, owner, zone: week.zone, question, firstAt, language });
    const words = { subject: letter.subject, text: letterText(letter), language };
    return [{ to: person, ...words, series: point.series, point: point.id, name, from }];
  });
}

/**
 * Presses Send for a question once more, and carries it as far as it gets now. Once in all, from whichever machine: a mail
 * that is on its way, went, or is not known of is not followed by another, and none goes once the question was settled.
 * Throws why one that was refused did not go.
 */
export async function sendOnceMore(
  ports: Ports,
  owner: Owner,
  letters: readonly OnceMoreLetter[],
  onPressed: () => unknown = () => undefined,
): Promise<void> {
  const pressed = await ports.seal.alone('loopkeeper-once-more', true, async () => {
    const now = await draftOnceMore(ports, owner);
    const still = letters.filter(({ point, to }) =>
      now.some((one) => one.point === point && isSamePerson(one.to, to)),
    );
    const keyOf = await mailKeys(ports);
    return press(ports, await Promise.all(still.map((letter) => outgoingOf(ports, keyOf, letter))));
  });
  await onPressed();
  hearOfRefused(await carryPressed(ports, pressed ?? []));
}

/** It lies with the meeting of its point. What was released before takes it for a catch-up, after which nothing goes either. */
async function outgoingOf(ports: Ports, keyOf: MailKeys, letter: OnceMoreLetter) {
  const { to, text, language, series, point, name } = letter;
  const subject = oneLine(letter.subject);
  const html = plainTextToHtml(text, language, null);
  const entry: CatchUpEntry = {
    ...{ kind: 'catch-up', id: '', recordedAt: ports.clock(), occurrence: null, again: true },
    ...{ series, decisions: [] },
    mailKey: await keyOf(`once more ${point} ${to.key}`),
    ...{ step: 'sending', to: [to], subject, bodyHash: await ports.seal.sha256(html) },
    ...{ points: [point], pointsCalled: [name], sentAt: null, messageId: null },
  };
  return { entry, message: { to: [to], subject, text, html }, notBefore: null };
}
