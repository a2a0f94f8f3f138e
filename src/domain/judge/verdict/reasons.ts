import type { CheckIn } from '../../facts/entered/check-in';
import { datingOf } from '../../facts/log/dating';
import type { OccurrenceFile } from '../../facts/log/fact-index';
import { isSamePerson, type PersonKey } from '../../facts/things/person';
import { MINUTE } from '../../time/time';
import { noticeOf } from '../evidence/notice';
import type { Reason, ReasonKind } from '../judged/judged';
import { type Case, othersOf } from '../rows/case';
import type { ListedOccurrence } from '../rows/listed-occurrence';
import { createdAt } from '../rows/replacement';
import { disagreements } from './disagreement';

/** Everything that speaks about an occurrence, in the order it happened: seen, changed, said, judged. */
export function reasonsOf(
  it: Case,
  entry: ListedOccurrence,
  page: OccurrenceFile,
  rule: string,
): readonly Reason[] {
  const reasons = [
    ...beginning(entry),
    ...changes(it, entry, rule),
    ...doubts(entry),
    ...words(it),
    ...offers(it, entry),
    ...meetings(it),
    ...checkIns(it, page),
    ...absences(it),
    ...disagreements(it, rule),
    ...ownersWords(page, entry, it),
  ];
  const ahead = datedAhead(entry, page);
  return reasons
    .map((reason) =>
      reason.fact !== null && ahead.has(reason.fact) ? { ...reason, clockAhead: true as const } : reason,
    )
    .map((reason, order) => ({ reason, order }))
    .sort((a, b) => a.reason.at - b.reason.at || a.order - b.order)
    .map(({ reason }) => reason);
}

/** What a clock ahead of the time has dated, among all that these reasons rest on. */
function datedAhead({ row, renewedBy }: ListedOccurrence, page: OccurrenceFile): ReadonlySet<string> {
  const { sightings, missings, mails } = row.file;
  const renewed = renewedBy === null ? [] : renewedBy.invitation.file.sightings;
  const said = [...page.checkIns, ...page.corrections, ...page.disputes, ...page.notes];
  const all = [...sightings, ...missings, ...mails, ...renewed, ...said, ...row.seriesFile.seen];
  return new Set(all.filter((fact) => datingOf(fact)?.clockAhead).map(({ id }) => id));
}

function beginning({ row }: ListedOccurrence): readonly Reason[] {
  const reasons: Reason[] = [];
  const { plannedBy } = row;
  const [seen] = row.file.sightings;
  if (plannedBy !== null && seen === undefined) {
    const { seenAt: at, id: fact } = plannedBy;
    reasons.push({ rule: '1', what: 'planned', grade: 'documented', at, fact });
  }
  if (seen !== undefined) {
    const { seenAt: at, id: fact, original: to } = seen;
    reasons.push({ rule: '1', what: 'seen', grade: 'documented', at, fact, to });
  }
  return reasons;
}

function changes(it: Case, { row, renewedBy, yardstick }: ListedOccurrence, rule: string): readonly Reason[] {
  const { shifts, cancellation, missing } = it.history;
  const reasons: Reason[] = shifts.map(({ from, to, moment, grade, fact, by }) => {
    const { minutes } = noticeOf(moment, Math.min(from.start, to.start), yardstick);
    const told = { rule: '5.4', what: 'moved', grade, at: moment.until, fact, from, to } as const;
    return { ...told, ...(by && { person: by }), ...(minutes !== null && { minutes }) };
  });
  if (cancellation !== null) {
    const { how, grade, moment, fact, by } = cancellation;
    const start =
      renewedBy !== null && !it.history.cancelled ? row.history.effective.start : it.effective.start;
    const { minutes } = noticeOf(moment, start, yardstick);
    const what = `cancelled-${how}` as const;
    const number = rule.startsWith('2.') && it.cancelled !== null ? rule : '2';
    const told = { rule: number, what, grade, at: moment.until, fact };
    reasons.push({ ...told, ...(by && { person: by }), ...(minutes !== null && { minutes }) });
  }
  if (renewedBy !== null) {
    const { invitation } = renewedBy;
    const fact = invitation.file.sightings[0]?.id ?? null;
    const at = createdAt(invitation);
    reasons.push({
      rule: '5.3',
      what: 'reinvited',
      grade: 'documented',
      at,
      fact,
      to: invitation.history.effective,
    });
  }
  if (missing !== null) {
    const { seenAt: at, id: fact } = missing;
    reasons.push({ rule: '2', what: 'missing', grade: 'inferred', at, fact });
  }
  return reasons;
}

/** 2, 5.5: mails that are a question, each with who sent it as far as an address can say. */
const doubts = ({ row }: ListedOccurrence): readonly Reason[] =>
  row.file.doubted.map(({ mail, doubt }) => ({
    ...{ rule: '5.5', what: 'mail-doubted', grade: 'inferred', at: mail.at, fact: mail.id },
    ...{ person: mail.from, words: (mail.sender ?? mail.from).address, doubt, mail: mail.mail },
    ...(mail.wholeSeries && row.single === null && { wholeSeries: true as const }),
  }));

const words = (it: Case): readonly Reason[] =>
  [...it.words.values()].map(({ person, moment, how: what, grade, fact }) => {
    const minutes = (it.effective.start - moment.until) / MINUTE;
    const told = { rule: '4.1', what, grade, at: moment.until, fact, person } as const;
    return moment.after === moment.until ? { ...told, minutes } : told;
  });

/**
 * 13.7: times that somebody offered instead, each once, by their mail or as the calendar shows it. An offer of theirs: no
 * outcome and no notice rests on it.
 */
function offers({ roster }: Case, { row, renewedBy }: ListedOccurrence): readonly Reason[] {
  const states = [...row.states, ...(renewedBy === null ? [] : renewedBy.invitation.states)];
  const mails = [...row.file.mails, ...(renewedBy === null ? [] : renewedBy.invitation.file.mails)];
  const offered = [
    ...mails.map(({ from: person, proposed, at, id: fact }) => ({ person, proposed, at, fact })),
    ...states.flatMap(({ attendees, seenAt: at, id: fact }) =>
      attendees.map(({ person, proposed }) => ({ person, proposed, at, fact })),
    ),
  ];
  const told = new Map<string, Reason>();
  for (const { person: who, proposed: to, at, fact } of offered) {
    // Few offer another time, and of two thousand invited nobody is looked for who did not.
    if (to === undefined) continue;
    const person = roster.everybody.find((each) => isSamePerson(each.person, who))?.person;
    const key = `${person?.key} ${to.start} ${to.end}`;
    if (person === undefined || told.has(key)) continue;
    const reason = { rule: '13.7', what: 'proposed-new-time', grade: 'documented' } as const;
    told.set(key, { ...reason, at, fact, person, to });
  }
  return [...told.values()];
}

function meetings({ presence, roster }: Case): readonly Reason[] {
  const { reports, together, nameless } = presence;
  const minutes = together / MINUTE;
  const last = reports.at(-1);
  const reasons: Reason[] = reports.map(({ id: fact, session, recordedAt }) => {
    const told = { rule: '3.1', what: 'report', grade: 'documented', at: session.end, fact } as const;
    return together > 0 && recordedAt === presence.recordedAt ? { ...told, minutes } : told;
  });
  for (const { person } of roster.everybody) {
    const stay = presence.stays.get(person.key);
    if (stay === undefined || stay.firstJoin !== null || last === undefined) continue;
    const { id: fact, session } = last;
    reasons.push({
      rule: '3.2',
      what: 'report-no-times',
      grade: 'documented',
      at: session.end,
      fact,
      person,
    });
  }
  if (nameless && last !== undefined) {
    const { id: fact, session } = last;
    reasons.push({ rule: '3.5', what: 'report-incomplete', grade: 'documented', at: session.end, fact });
  }
  return reasons;
}

const RULE_OF: Readonly<Partial<Record<ReasonKind, string>>> = {
  'we-met': '2.4',
  'nobody-joined': '3.6',
  'nobody-joined-too-early': '3.6',
};

function checkIns({ said }: Case, { checkIns: all }: OccurrenceFile): readonly Reason[] {
  return all.flatMap((checkIn: CheckIn): readonly Reason[] => {
    const { id: fact, recordedAt: at, said: saying, minutes } = checkIn;
    if (saying === null) return [];
    const what = said.tooEarly.includes(checkIn) ? 'nobody-joined-too-early' : saying;
    const told = { rule: RULE_OF[what] ?? '2.5', what, grade: 'noted', at, fact } as const;
    return [minutes === null ? told : { ...told, minutes }];
  });
}

/** Only of those without whom it could not be: in a group, being away is that person's own matter. */
function absences(it: Case): readonly Reason[] {
  const people: readonly PersonKey[] = it.roster.oneToOne ? [it.owner, ...othersOf(it)] : [it.owner];
  const at = it.effective.start;
  const reasons: Reason[] = it.paused
    ? [{ rule: '2.5', what: 'paused', grade: 'noted', at, fact: null }]
    : [];
  for (const { person } of it.roster.everybody) {
    if (!people.includes(person.key)) continue;
    const [away, holiday] = [it.away.get(person.key), it.holidays.get(person.key)];
    if (away !== undefined) {
      const grade = away === null || away.source === 'by-hand' ? 'noted' : 'documented';
      reasons.push({ rule: '4.3', what: 'away', grade, at, fact: away?.id ?? null, person });
    }
    if (holiday !== undefined) {
      const grade = holiday.source === 'by-hand' ? 'noted' : 'documented';
      const { id: fact, name } = holiday;
      reasons.push({ rule: '4.3', what: 'holiday', grade, at, fact, person, words: name });
    }
  }
  if (it.shortInvitation) {
    for (const { person } of it.roster.everybody) {
      if (!it.late.has(person.key)) continue;
      reasons.push({ rule: '4.2', what: 'short-invitation', grade: 'documented', at, fact: null, person });
    }
  }
  return reasons;
}

function ownersWords(page: OccurrenceFile, { roster }: ListedOccurrence, it: Case): readonly Reason[] {
  const personOf = (key: PersonKey) => roster.everybody.find(({ person }) => person.key === key)?.person;
  return [
    ...page.corrections.map(({ id: fact, recordedAt: at, reason, person }): Reason => {
      const about = person === undefined ? undefined : personOf(person);
      const told = { rule: '1', what: 'corrected', grade: 'noted', at, fact, words: reason } as const;
      return about === undefined ? told : { ...told, person: about };
    }),
    ...page.disputes.map(({ id: fact, recordedAt: at, reason }): Reason => {
      return { rule: '9', what: 'disputed', grade: 'noted', at, fact, words: reason };
    }),
    ...page.notes.map(({ id: fact, recordedAt: at, by, words: said }): Reason => {
      const told = { rule: '1', what: 'note', grade: 'noted', at, fact, words: said } as const;
      const author = by === null || by === it.owner ? undefined : personOf(by);
      return author === undefined ? told : { ...told, person: author };
    }),
  ];
}
