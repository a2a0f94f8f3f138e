import type { PersonSaid } from '../../facts/entered/check-in';
import type { PersonKey } from '../../facts/things/person';
import type { Instant } from '../../time/time';
import type { Reason } from '../judged/judged';
import { type Case, hasMet, othersOf, waitedAlone, wasHeld } from '../rows/case';

/** Never a silent choice between two sources that say different things: about the meeting, or about one person. */
export function disagreements(it: Case, rule: string): readonly Reason[] {
  const told = { what: 'sources-disagree', grade: 'documented', fact: null } as const;
  const people = [...aboutPeople(it)].flatMap((key): readonly Reason[] => {
    const person = it.roster.everybody.find((one) => one.person.key === key)?.person;
    return person === undefined ? [] : [{ ...told, rule: '4.1', at: latestOf(it), person }];
  });
  return isAboutMeeting(it) ? [{ ...told, rule, at: latestOf(it) }, ...people] : people;
}

function isAboutMeeting(it: Case): boolean {
  const { said, presence, history } = it;
  const held = wasHeld(it);
  const someoneCame =
    presence.together > 0 || othersOf(it).some((key) => presence.stays.get(key)?.present === true);
  return (
    (said.saying === 'nobody-joined' && someoneCame) ||
    (hasMet(it) && presence.together === 0 && waitedAlone(it) !== null) ||
    (said.saying === 'we-met' && !hasMet(it) && held) ||
    (held && history.cancelled) ||
    (held && said.saying === 'agreed-to-skip') ||
    (held && presence.stays.get(it.owner)?.present === true && said.saying === 'i-was-not-there') ||
    history.cancellation?.disagrees === true
  );
}

const NOT_THERE: readonly PersonSaid['said'][] = ['missing', 'sent-word', 'away', 'sent-somebody'];

/** A note against a report, or two reports of the same minutes against each other. */
function aboutPeople({ said, presence, roster, contradicted }: Case): ReadonlySet<PersonKey> {
  const people = new Set(contradicted);
  // Where 3.5 forbids to say who is absent, the report says nothing against who was named as there.
  const isComplete = presence.reports.length > 0 && !presence.unproven;
  for (const { person } of roster.everybody) {
    const noted = said.people.get(person.key)?.said;
    const stay = presence.stays.get(person.key);
    const denied = noted !== undefined && NOT_THERE.includes(noted) && stay?.present === true;
    const notSeen = noted === 'was-there' && isComplete && stay === undefined;
    if (denied || notSeen) people.add(person.key);
  }
  return people;
}

function latestOf({ said, presence, history, effective }: Case): Instant {
  const times = [
    said.checkIn?.recordedAt,
    presence.reports.at(-1)?.session.end,
    history.cancellation?.moment.until,
  ].filter((time): time is Instant => time !== undefined);
  return times.length === 0 ? effective.start : Math.max(...times);
}
