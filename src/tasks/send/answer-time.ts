import { agreedWith, agreementViews } from '../../domain/agree/agreed';
import { type Whereabouts, whereaboutsOf } from '../../domain/agree/whereabouts';
import type { Agreement } from '../../domain/facts/decided/agreement';
import type { InputRequest } from '../../domain/facts/decided/consulting';
import type { Fact } from '../../domain/facts/log/fact';
import type { Owner, Person } from '../../domain/facts/things/person';
import { DAY, type Instant, type Zone } from '../../domain/time/time';
import { workingDeadline } from '../../domain/time/working-days';
import type { Ports } from '../ports';

/** Where nobody said how long they take: large enough for a large decision (background 4.4). */
const USUAL_DAYS = 3;

/** Working days within which somebody answers. */
export const answerDaysOf = (agreement: Agreement | null): number => agreement?.answerDays ?? USUAL_DAYS;

/** How their working days are counted: in the zone that was typed, else agreed, else as far as it is known. */
export const countedFor = (
  person: Person,
  facts: readonly Fact[],
  agreement: Agreement | null,
  owner: Owner,
  typedZone = '',
): Whereabouts =>
  whereaboutsOf(person, facts, {
    zone: typedZone === '' ? (agreement?.zone ?? null) : typedZone,
    ownerZone: owner.zone,
  });

/** Until when these people would have answered if they were asked now: of several the latest (11.4). */
export async function answerTime(
  ports: Ports,
  owner: Owner,
  people: readonly Person[],
): Promise<{ readonly at: Instant; readonly zone: Zone } | null> {
  const now = ports.clock();
  const facts = await ports.ledger.allFacts();
  const views = agreementViews(facts);
  const times = people.flatMap((person) => {
    const agreement = agreedWith(views, person);
    const { week } = countedFor(person, facts, agreement, owner);
    const reckoned = workingDeadline(now, answerDaysOf(agreement), week);
    return reckoned === null ? [] : [{ at: reckoned.at, zone: week.zone }];
  });
  return times.sort((a, b) => b.at - a.at)[0] ?? null;
}

/**
 * Of a question that is asked only now, and not when its mail went: as many of their working days as before. A date of
 * the owner's choice stays as long as it lies ahead.
 */
export function askedAnew(
  { person, zone, workingDays, deadline, assumed }: InputRequest,
  facts: readonly Fact[],
  now: Instant,
): Pick<InputRequest, 'askedAt' | 'deadline' | 'workingDays' | 'assumed'> {
  if (workingDays === null && deadline > now) return { askedAt: now, deadline, workingDays, assumed };
  const days = workingDays ?? USUAL_DAYS;
  const counted = whereaboutsOf(person, facts, { zone, ownerZone: zone });
  return {
    askedAt: now,
    deadline: workingDeadline(now, days, counted.week)?.at ?? now + days * DAY,
    workingDays: days,
    assumed: [...assumed.filter((one) => one === 'zone'), ...counted.assumed.filter((one) => one !== 'zone')],
  };
}
