import type { InputRequest, MailReply } from '../facts/decided/consulting';
import { isSamePerson, type Person } from '../facts/things/person';
import type { Instant } from '../time/time';
import type { DecisionHistory } from './decision-history';

/** Histories in which something may wait for the owner, now or once a time is over. */
export const waitingAmong = (histories: readonly DecisionHistory[]): readonly DecisionHistory[] =>
  histories.filter(
    ({ standing, replies }) => replies.length > 0 || standing === 'asked' || standing === 'no-reply',
  );

/** A question whose time went by with no reply recorded. */
export interface Overdue {
  readonly history: DecisionHistory;
  readonly request: InputRequest;
}

/** Of each decision that is still open the latest asking, where its time is over. */
export const overdueAmong = (histories: readonly DecisionHistory[], now: Instant): readonly Overdue[] =>
  histories
    .filter(({ standing }) => standing === 'asked' || standing === 'no-reply')
    .flatMap((history) => {
      const last = history.asked.at(-1);
      if (last === undefined || last.answer !== null || last.standing === 'replied') return [];
      return last.request.deadline <= now ? [{ history, request: last.request }] : [];
    });

/** What was written back and not noted yet, each mail once, oldest first. */
export const repliesAmong = (
  histories: readonly { readonly replies: readonly MailReply[] }[],
): readonly MailReply[] =>
  [...new Map(histories.flatMap(({ replies }) => replies).map((reply) => [reply.mail, reply])).values()].sort(
    (a, b) => a.at - b.at,
  );

/** A question goes to somebody once, and once more (12.4). */
const ASKINGS_MAX = 2;

/** How somebody was asked so far, as long as it is as it was then: no word of theirs came since (12.4). */
export function askedSoFar(
  { asked }: Pick<DecisionHistory, 'asked'>,
  person: Person,
): { readonly firstAt: Instant | null; readonly mayAgain: boolean } {
  const open = asked.filter(({ request, answer }) => answer === null && isSamePerson(request.person, person));
  return { firstAt: open[0]?.request.askedAt ?? null, mayAgain: open.length < ASKINGS_MAX };
}
