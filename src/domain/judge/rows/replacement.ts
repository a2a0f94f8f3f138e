import type { OccurrenceKey } from '../../facts/things/occurrence';
import type { Owner } from '../../facts/things/person';
import { couldReplace, featuresOf, type MeetingFeatures } from '../../observe/same-meeting';
import { onSameDay } from '../../time/local-day';
import { DAY, type Instant, overlapOf, type Zone } from '../../time/time';
import type { OccurrenceRow } from './rows';

/** 5.3: a cancellation is replaced by what is invited within 7 days. */
const WITHIN = 7 * DAY;

/** How a new invitation took the place of a cancelled occurrence. */
export interface Replacement {
  /** The cancelled occurrence. */
  readonly old: OccurrenceRow;
  /** The single meeting of the new invitation. */
  readonly invitation: OccurrenceRow;
  /**
   * `same-day`: the old one is evaluated at the new time. `other-day`: it counts at the new one. `merged`: it counts
   * at an occurrence that was there anyway, `at`.
   */
  readonly kind: 'same-day' | 'other-day' | 'merged';
  readonly at: OccurrenceKey;
}

/** When the invitation was made: as the calendar says, else its mail, else when it was first seen. */
export function createdAt({ file, single }: OccurrenceRow): Instant {
  const told = single?.createdAt ?? file.sightings.find((seen) => seen.createdAt !== null)?.createdAt;
  if (told != null) return told;
  const mail = file.mails.find((one) => one.mail === 'request');
  const seen = file.sightings[0]?.seenAt ?? Number.POSITIVE_INFINITY;
  return Math.min(mail?.at ?? seen, seen);
}

/**
 * 5.3. Each cancelled occurrence is replaced once, and each invitation replaces one. `rivals` are rows of other
 * lineages: an invitation that fits one of them better is theirs.
 */
export function replacementsOf(
  rows: readonly OccurrenceRow[],
  invitations: readonly OccurrenceRow[],
  rivals: readonly OccurrenceRow[],
  owner: Owner,
): readonly Replacement[] {
  if (invitations.length === 0) return [];
  const found = new Map<OccurrenceKey, Replacement>();
  const faces = new Map<OccurrenceKey, MeetingFeatures | null>();
  const face = (row: OccurrenceRow): MeetingFeatures | null => {
    const known = faces.get(row.key);
    if (known !== undefined) return known;
    const state = row.file.sightings.at(-1) ?? row.states.at(-1);
    const made = state === undefined ? null : featuresOf(state, owner);
    faces.set(row.key, made);
    return made;
  };
  const fits = (old: OccurrenceRow, invitation: OccurrenceRow, created: Instant): boolean => {
    const { cancellation, cancelled } = old.history;
    if (cancellation === null || !cancelled || found.has(old.key) || old.key === invitation.key) return false;
    const { after, until } = cancellation.moment;
    if ((after !== null && created < after) || created > until + WITHIN) return false;
    const [a, b] = [face(old), face(invitation)];
    return a !== null && b !== null && couldReplace(a, b);
  };
  const made = invitations.map((invitation) => ({ invitation, created: createdAt(invitation) }));
  made.sort((a, b) => a.created - b.created || (a.invitation.key < b.invitation.key ? -1 : 1));
  const candidates = [...rows, ...rivals].filter(({ history }) => history.cancelled);
  for (const { invitation, created } of made) {
    const fitting = candidates.filter((row) => fits(row, invitation, created));
    const old = nearest(fitting, invitation);
    if (old === null) continue;
    found.set(old.key, replacementOf(old, invitation, rows));
    // It can be cancelled and replaced in its turn.
    candidates.push(invitation);
  }
  const foreign = new Set(rivals.map(({ key }) => key));
  for (const { old, invitation } of found.values()) if (foreign.has(old.key)) foreign.add(invitation.key);
  return [...found.values()].filter(({ old }) => !foreign.has(old.key));
}

function replacementOf(
  old: OccurrenceRow,
  invitation: OccurrenceRow,
  rows: readonly OccurrenceRow[],
): Replacement {
  if (isSameDay(old, invitation, old.zone)) return { old, invitation, kind: 'same-day', at: old.key };
  const span = invitation.history.effective;
  const there = rows.find(
    (row) => row.key !== old.key && !row.history.cancelled && overlapOf(row.history.effective, span) > 0,
  );
  if (there !== undefined) return { old, invitation, kind: 'merged', at: there.key };
  return { old, invitation, kind: 'other-day', at: invitation.key };
}

const isSameDay = (a: OccurrenceRow, b: OccurrenceRow, zone: Zone): boolean =>
  onSameDay(a.history.effective.start, b.history.effective.start, zone);

/** If several fit: the one of the same local day, else the nearest. */
function nearest(rows: readonly OccurrenceRow[], invitation: OccurrenceRow): OccurrenceRow | null {
  const away = ({ history }: OccurrenceRow) =>
    Math.abs(history.effective.start - invitation.history.effective.start);
  const rank = (row: OccurrenceRow): number => (isSameDay(row, invitation, row.zone) ? 0 : 1);
  const [first] = [...rows].sort(
    (a, b) => rank(a) - rank(b) || away(a) - away(b) || (a.key < b.key ? -1 : 1),
  );
  return first ?? null;
}
