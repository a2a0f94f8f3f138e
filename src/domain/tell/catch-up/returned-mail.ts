import { isJournalled, type Journalled, readersOf } from '../../facts/decided/pressed';
import type { Fact } from '../../facts/log/fact';
import { takenBack } from '../../facts/log/standing';
import type { Owner } from '../../facts/things/person';
import { grouped } from '../../sorting';
import type { Instant } from '../../time/time';
import { isOutside } from '../recipients';

/** A report that a mail was not delivered: neither junk nor forged, as far as the receiving server tells. */
export interface ReturnedMail {
  readonly at: Instant;
  /** Address, in lower case. */
  readonly from: string;
  /** Id of the mail that it says it is about. */
  readonly about: string;
}

/** How Exchange calls itself when it reports; anybody can write such a name, so its domain counts as well. */
const REPORTS = /^(?:postmaster|mailer-daemon|microsoftexchange[0-9a-f]{32})@/;

const isOwnServer = ({ from }: ReturnedMail, owner: Owner): boolean =>
  REPORTS.test(from) &&
  owner.address.includes('@') &&
  !isOutside({ key: from, name: '', address: from }, owner);

/**
 * The mails that came back by these reports (13.8) and of which the log does not say so yet. Believed is what the owner's
 * own organization reports, of one mail that went from here to one reader before: of several nobody can tell without the text
 * which of them it did not reach. What the owner did about one that came back is not undone by the same report.
 */
export function returnedAmong(
  reports: readonly ReturnedMail[],
  facts: readonly Fact[],
  owner: Owner,
): readonly Journalled[] {
  const back = takenBack(facts);
  const journal = grouped(
    facts.filter(isJournalled).filter(({ id }) => !back.has(id)),
    ({ mailKey }) => [mailKey],
  );
  const mails = [...journal.values()];
  const found = reports.flatMap((report) => {
    if (!isOwnServer(report, owner)) return [];
    const [mail, another] = mails.filter((steps) => steps.some((one) => isAbout(report, one)));
    return mail !== undefined && another === undefined && canHaveComeBack(mail, report.at) ? [mail] : [];
  });
  return [...new Set(found)].flatMap(lastOfEach);
}

function canHaveComeBack(steps: readonly Journalled[], at: Instant): boolean {
  const [first] = steps;
  return (
    first !== undefined &&
    readersOf(first).length === 1 &&
    steps.every(({ step }) => step !== 'came-back') &&
    steps.some((one) => (one.step === 'sent' || one.step === 'unverified') && sentAtOf(one) <= at + SLACK)
  );
}

/** Clocks of servers differ a little. */
const SLACK = 60_000;

const isAbout = ({ about }: ReturnedMail, { internetMessageId }: Journalled): boolean =>
  about === internetMessageId;

const sentAtOf = (entry: Journalled): Instant =>
  entry.kind === 'input-request' ? entry.askedAt : (entry.sentAt ?? entry.recordedAt);

/** A catch-up is written down with each meeting that it tells of. */
const lastOfEach = (steps: readonly Journalled[]): readonly Journalled[] =>
  [...grouped(steps, ({ series }) => [series]).values()].flatMap(
    (part) => [...part].sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1) ?? [],
  );

/** Keys of mails that came back: each is followed by another mail. */
export const keysThatCameBack = (facts: readonly Fact[]): ReadonlySet<string> =>
  new Set(facts.flatMap((fact) => (isJournalled(fact) && fact.step === 'came-back' ? [fact.mailKey] : [])));
