import type { OccurrenceKey } from '../facts/things/occurrence';
import { isCancelled, isExcluded } from '../facts/things/outcomes';
import { isSamePerson, type Owner, type Person } from '../facts/things/person';
import type { JudgedLineage, JudgedOccurrence } from '../judge/judged/judged';
import type { Language } from '../language';
import type { PointHistory } from '../points/point-history';
import { openAt } from '../points/talked-about';
import { DAY, type Instant } from '../time/time';
import { isOutside } from './recipients';

/** From then on it is offered. */
const BEFORE = DAY;
/** More than these are not read in one mail. */
const POINTS_MAX = 3;
const WORDS_MAX = 125;

/** What one person would get before a sync. */
export interface BeforeSync {
  readonly person: Person;
  /** The oldest first. */
  readonly points: readonly PointHistory[];
}

/** A mail to one person before a sync, as it would go now. */
export interface BeforeSyncLetter {
  readonly to: Person;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly points: readonly string[];
  readonly names: readonly string[];
}

export interface BeforeSyncDrafts {
  readonly occurrence: OccurrenceKey;
  readonly letters: readonly BeforeSyncLetter[];
}

/** The sync before which somebody can be written to now (12.2): the next one that stands, once the one before is over. */
export function syncAhead({ occurrences }: JudgedLineage, now: Instant): JudgedOccurrence | null {
  const stands = ({ outcome }: JudgedOccurrence) =>
    !isCancelled(outcome) && !isExcluded(outcome) && outcome !== 'superseded';
  const open = occurrences.filter((one) => stands(one) && one.effective.end > now);
  const [next] = [...open].sort((a, b) => a.effective.start - b.effective.start);
  if (next === undefined || next.outcome !== 'upcoming') return null;
  const { start } = next.effective;
  return start > now && now >= start - BEFORE ? next : null;
}

/**
 * To whom, and with what: whoever is needed there, can be written to within the organization, and has open points of which
 * no mail went to them. One such mail to a person and occurrence (12.4).
 */
export function beforeSync(
  lineage: JudgedLineage,
  sync: JudgedOccurrence,
  histories: readonly PointHistory[],
  owner: Owner,
): readonly BeforeSync[] {
  const open = openAt(lineage, sync, histories);
  const hasMail = mailedFor(sync.key, histories);
  return sync.people
    .filter(({ needed, isOwner, role }) => needed && !isOwner && role !== 'resource')
    .map(({ person }) => person)
    .filter((person) => person.address.includes('@') && !isOutside(person, owner) && !hasMail(person))
    .map((person) => ({ person, points: asManyAsAreRead(open.filter((one) => isFor(one, person))) }))
    .filter(({ points }) => points.length > 0);
}

const mailedFor =
  (occurrence: OccurrenceKey, histories: readonly PointHistory[]) =>
  (person: Person): boolean =>
    histories.some(({ mails }) =>
      mails.some(
        (mail) => mail.occurrence === occurrence && mail.to.some((one) => isSamePerson(one, person)),
      ),
    );

const isFor = ({ point, mails, after }: PointHistory, person: Person): boolean =>
  (point.person === null || isSamePerson(point.person, person)) &&
  ![...mails, ...after].some(({ to }) => to.some((one) => isSamePerson(one, person)));

/** The oldest first: as many as have so many words together, at least one. */
function asManyAsAreRead(points: readonly PointHistory[]): readonly PointHistory[] {
  let words = 0;
  return points.slice(0, POINTS_MAX).filter(({ point }, at) => {
    words += wordsOf(point.text);
    return at === 0 || words <= WORDS_MAX;
  });
}

/** Of scripts that write no spaces two letters are taken for a word. */
const wordsOf = (text: string): number =>
  text
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .reduce((sum, word) => sum + Math.max(1, Math.ceil((word.match(SPACELESS) ?? []).length / 2)), 0);
const SPACELESS =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/gu;
