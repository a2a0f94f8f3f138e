import { openReplies } from '../agree/mail-replies';
import { isTelling, type Telling } from '../facts/decided/catch-up-entry';
import type { MailReply } from '../facts/decided/consulting';
import type { Point, PointMail, PointStep } from '../facts/decided/point';
import { dated, stepsInTime } from '../facts/log/dating';
import type { Fact } from '../facts/log/fact';
import { mergeFacts } from '../facts/log/log';
import { saneFact } from '../facts/log/sane';
import { takenBack } from '../facts/log/standing';
import { isSamePerson, type Person } from '../facts/things/person';
import { grouped } from '../sorting';
import { mailsOnTheirWay, namingMails, pointNames } from './point-names';

/** How a point stands (12.1). `told`: news that went to whom it was for. */
export type PointStanding = 'open' | 'talked-about' | 'answered' | 'dropped' | 'told';

/** A point with all that became of it. */
export interface PointHistory {
  readonly point: Point;
  /** P-001 */
  readonly name: string;
  readonly standing: PointStanding;
  /** What closed it last, by a word; null: nothing did, or its mail. */
  readonly closedBy: PointStep | null;
  /** In the order they happened. */
  readonly steps: readonly PointStep[];
  /** Mails with it before a sync that went, or may have gone. */
  readonly mails: readonly PointMail[];
  /** Recaps and catch-ups with it that went, or may have gone, and what was told by hand (12.4). */
  readonly after: readonly Telling[];
  /** What was written back to a mail with it, and not noted yet. */
  readonly replies: readonly MailReply[];
}

/** All points the facts speak of, without what was taken back, the oldest first. The facts: of the whole log. */
export function pointHistories(facts: readonly Fact[]): readonly PointHistory[] {
  const sane = mergeFacts(facts, []).filter((fact) => saneFact(fact) !== null);
  const back = takenBack(sane);
  const standing = dated(sane.filter(({ id }) => !back.has(id)));
  const all = sane.filter((fact) => fact.kind === 'point');
  const journal = standing.filter((fact) => fact.kind === 'point-mail');
  const told = mailsOnTheirWay(standing.filter(isTelling));
  const names = pointNames(all, namingMails(journal, standing.filter(isTelling)));
  const steps = grouped(
    standing.filter((fact) => fact.kind === 'point-step').sort(stepsInTime),
    ({ point }) => [point],
  );
  const went = mailsOnTheirWay(journal);
  const replies = openReplies(sane);
  return standing
    .filter((fact) => fact.kind === 'point')
    .sort((a, b) => a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1))
    .map((point) => {
      const mine = steps.get(point.id) ?? [];
      const mails = went.filter(({ points }) => points.includes(point.id));
      const after = told.filter(({ points = [] }) => points.includes(point.id));
      const closedBy = closing(mine);
      return {
        ...{ point, name: names.get(point.id) ?? '', closedBy, steps: mine, mails, after },
        replies: replies.filter(({ points = [] }) => points.includes(point.id)),
        standing: closedBy?.step ?? (isTold(point, [...mails, ...after]) ? 'told' : 'open'),
      };
    });
}

type Closing = PointStep & { readonly step: Exclude<PointStep['step'], 'not-yet'> };

/**
 * The last word that closes it. Of one meeting the latest word counts, as of a check-in; that it was not talked about
 * there opens nothing that was answered or dropped elsewhere.
 */
function closing(steps: readonly PointStep[]): Closing | null {
  const isLatest = (one: PointStep): boolean =>
    one === steps.findLast(({ step, occurrence }) => isOfMeeting(step) && occurrence === one.occurrence);
  const closes = (one: PointStep): one is Closing =>
    one.step !== 'not-yet' && (!isOfMeeting(one.step) || isLatest(one));
  return steps.findLast(closes) ?? null;
}

const isOfMeeting = (step: PointStep['step']): boolean => step === 'talked-about' || step === 'not-yet';

/** News of one person is closed when it went to them; a meeting's stays until it was talked about. */
const isTold = ({ sort, person }: Point, mails: readonly Pick<Telling, 'step' | 'to'>[]): boolean =>
  sort === 'news' && person !== null && wentTo(mails, person);

/** Whether one of these mails went to somebody: sent, verified or not. */
const wentTo = (mails: readonly Pick<Telling, 'step' | 'to'>[], person: Person): boolean =>
  mails.some(({ step, to }) => step !== 'sending' && to.some((one) => isSamePerson(one, person)));

/** Those of which somebody may still be asked. */
export const openPoints = (histories: readonly PointHistory[]): readonly PointHistory[] =>
  histories.filter(({ standing }) => standing === 'open');
