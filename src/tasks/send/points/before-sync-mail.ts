import type { PointMail } from '../../../domain/facts/decided/point';
import { languageFor } from '../../../domain/facts/entered/recap-language';
import { type OccurrenceKey, seriesOf } from '../../../domain/facts/things/occurrence';
import type { Owner, PersonKey } from '../../../domain/facts/things/person';
import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { pointHistories } from '../../../domain/points/point-history';
import { mailsOnTheirWay } from '../../../domain/points/point-names';
import {
  type BeforeSyncDrafts,
  type BeforeSyncLetter,
  beforeSync,
  syncAhead,
} from '../../../domain/tell/before-sync';
import type { Zone } from '../../../domain/time/time';
import { composeBeforeSync } from '../../../formats/mail/letters/before-sync-text';
import { letterText } from '../../../formats/mail/plain-letter';
import { plainTextToHtml } from '../../../formats/mail/recap-html';
import { oneLine } from '../../../formats/text/one-line';
import type { Ports } from '../../ports';
import { type MailKeys, mailKeys } from '../mail-key';
import { press } from '../press';
import { carryPressed, hearOfRefused } from '../settle';

/** What can be sent before the next sync of a lineage now (12.2); null: there is none ahead, or nothing to say. */
export async function draftBeforeSync(
  ports: Ports,
  owner: Owner,
  lineage: JudgedLineage,
  zones: Readonly<Record<PersonKey, Zone>>,
): Promise<BeforeSyncDrafts | null> {
  const sync = syncAhead(lineage, ports.clock());
  if (sync === null || lineage.stopped || lineage.paused) return null;
  const histories = pointHistories(await ports.ledger.ownEntries());
  const letters = beforeSync(lineage, sync, histories, owner).map(({ person, points }) => {
    const language = languageFor(person, owner, lineage.rules);
    const zone = zones[person.key] ?? owner.zone;
    const letter = composeBeforeSync({ person, owner, zone, sync, points, language });
    return {
      ...{ to: person, subject: letter.subject, text: letterText(letter), language },
      ...{ points: points.map(({ point }) => point.id), names: points.map(({ name }) => name) },
    };
  });
  return letters.length === 0 ? null : { occurrence: sync.key, letters };
}

/**
 * Presses Send for mails before a sync, and carries them as far as they get now. One to a person and occurrence: whoever
 * has one, or is about to get one, is left out. Throws why one that was refused did not go.
 */
export async function sendBeforeSync(
  ports: Ports,
  { occurrence, letters }: BeforeSyncDrafts,
  onPressed: () => unknown = () => undefined,
): Promise<void> {
  const pressed = await ports.seal.alone(`loopkeeper-before-${occurrence}`, true, async () => {
    const mails = (await ports.ledger.ownEntries()).filter((fact) => fact.kind === 'point-mail');
    const taken = mailsOnTheirWay(mails).filter((mail) => mail.occurrence === occurrence);
    const keys = new Set(taken.map(({ mailKey }) => mailKey));
    const keyOf = await mailKeys(ports);
    const outgoing = await Promise.all(letters.map((letter) => outgoingOf(ports, keyOf, occurrence, letter)));
    return press(
      ports,
      outgoing.filter(({ entry }) => !keys.has(entry.mailKey)),
    );
  });
  await onPressed();
  hearOfRefused(await carryPressed(ports, pressed ?? []));
}

async function outgoingOf(
  ports: Ports,
  keyOf: MailKeys,
  occurrence: OccurrenceKey,
  letter: BeforeSyncLetter,
) {
  const { to, text, language, points, names } = letter;
  const subject = oneLine(letter.subject);
  const html = plainTextToHtml(text, language, null);
  const entry: PointMail = {
    ...{ kind: 'point-mail', id: '', recordedAt: ports.clock(), series: seriesOf(occurrence), occurrence },
    mailKey: await keyOf(`before ${occurrence} ${to.key}`),
    ...{ step: 'sending', to: [to], subject, bodyHash: await ports.seal.sha256(html) },
    ...{ points, called: names, sentAt: null, messageId: null },
  };
  return { entry, message: { to: [to], subject, text, html }, notBefore: null };
}
