import { DAY, type Instant } from '../time/time';

/** After so long without an export somebody is reminded, and after so long again. */
const REMIND_AFTER = 30 * DAY;

/** What lies on this machine only. */
export interface BackupDue {
  /** Own entries since the last export. */
  readonly entries: number;
  /** The first of them. */
  readonly since: Instant;
}

/** `exportedAt`: of the last whole export; `notNowAt`: somebody did not want to be reminded. Null: never. */
export function backupDue(
  entries: readonly { readonly recordedAt: Instant }[],
  exportedAt: Instant | null,
  notNowAt: Instant | null,
  now: Instant,
): BackupDue | null {
  const times = entries.map(({ recordedAt }) => recordedAt).filter((at) => at > (exportedAt ?? -Infinity));
  if (times.length === 0) return null;
  const since = times.reduce((first, at) => Math.min(first, at));
  const last = Math.max(exportedAt ?? since, notNowAt ?? -Infinity);
  return now - last < REMIND_AFTER ? null : { entries: times.length, since };
}
