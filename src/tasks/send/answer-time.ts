import { agreedWith, agreementViews } from '../../domain/agree/agreed';
import { whereaboutsOf } from '../../domain/agree/whereabouts';
import type { Owner, Person } from '../../domain/facts/things/person';
import type { Instant, Zone } from '../../domain/time/time';
import { workingDeadline } from '../../domain/time/working-days';
import type { Ports } from '../ports';
import { USUAL_DAYS } from './ask-first';

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
    const { week } = whereaboutsOf(person, facts, {
      zone: agreement?.zone ?? null,
      ownerZone: owner.zone,
    });
    const reckoned = workingDeadline(now, agreement?.answerDays ?? USUAL_DAYS, week);
    return reckoned === null ? [] : [{ at: reckoned.at, zone: week.zone }];
  });
  return times.sort((a, b) => b.at - a.at)[0] ?? null;
}
