import { asItStands } from '../../../domain/agree/decided-in';
import { decisionName } from '../../../domain/facts/decided/decision';
import { REACHES } from '../../../domain/facts/decided/decision-detail';
import type { Owner, Person } from '../../../domain/facts/things/person';
import type { JudgedOccurrence } from '../../../domain/judge/judged/judged';
import type { PointHistory } from '../../../domain/points/point-history';
import type { CatchUp } from '../../../domain/tell/catch-up/catch-up';
import type { CaughtUp } from '../../../domain/tell/catch-up/caught-up';
import type { Instant, LocalDate, Zone } from '../../../domain/time/time';
import { localDate } from '../../../domain/time/zone';
import { WORDS } from '../../languages/registered';
import { oneLine, shortened } from '../../text/one-line';
import {
  alone,
  elsewhereLines,
  firstLineOf,
  inTurn,
  needOf,
  paragraph,
  problemLine,
  stateLead,
} from '../matter-lines';
import { type MailMatter, weightOf } from '../matters';
import { greetingTo } from '../plain-letter';
import { firstOfPoint, isPointWhole, pointLine, replyLines } from '../points-mailed';
import type { MatterInput, Paragraph } from '../recap-body';
import { aboutOf, leadOf, SUBJECT_MAX } from '../recap-subject';
import { dateWords, timeWords } from '../recap-times';

/** What one person is told of all meetings at once (13.3). */
export interface CatchUpInput extends Omit<MatterInput, 'occurrence' | 'recipients'> {
  readonly person: Person;
  readonly owner: Owner;
  readonly catchUp: CatchUp;
  /** As in a recap: of these their view is asked for (11.4). */
  readonly views: ReadonlyMap<string, LocalDate | null>;
  /** When they can speak next; null: nothing is planned. */
  readonly next: Pick<JudgedOccurrence, 'effective' | 'title'> | null;
  /** Theirs, as far as it is known. */
  readonly zone: Zone | null;
  readonly now: Instant;
}

/** What the mail says, and how it calls what it tells, in the order of the catch-up. */
export interface CatchUpText {
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
}

type Matter =
  | { readonly kind: 'decision'; readonly name: string; readonly mail: MailMatter }
  | { readonly kind: 'point'; readonly name: string; readonly point: PointHistory['point'] };

/** The catch-up (13.6): what matters most in its first line, what is needed, and each matter with its own answers. */
export function composeCatchUp(input: CatchUpInput): CatchUpText {
  const { catchUp, language, person, owner } = input;
  const about: MatterInput = { ...input, occurrence: null, recipients: [person] };
  const whole = catchUp.whole.map((one) => matterOf(one, input));
  const lines = catchUp.lines.map((one) => matterOf(one, input));
  const all = [...whole, ...lines];
  const [first] = [...all].sort(byNeed(input.now));
  if (first === undefined) return { subject: '', paragraphs: [] };
  const { recap } = WORDS[language];
  const only = all.length === 1;
  return {
    subject: subjectOf(first, all.length - 1, input),
    paragraphs: [
      ...opening(first, only, about),
      ...paragraph('need', [greetingTo([person], language), ...needsOf(all, about)]),
      ...(only
        ? itself(first, about)
        : all.flatMap((one, at) =>
            one === first && isWhole(one) ? [] : listed(one, about, at >= whole.length),
          )),
      ...paragraph('item', catchUp.later > 0 ? [recap.more(catchUp.later)] : []),
      ...paragraph('next', nextLines(input), recap.next),
      ...paragraph('footer', [footerOf(all, owner, about)]),
    ],
  };
}

function matterOf(one: CaughtUp, { views }: CatchUpInput): Matter {
  if (one.kind === 'point') return { kind: 'point', name: one.history.name, point: one.history.point };
  const { asked } = one.history;
  const decidedAt = one.kind === 'decided' ? one.at : one.history.decision.decidedAt;
  const decision = { ...asItStands(one.history), decidedAt };
  const name = decisionName(decision);
  const shared = { decision, name, request: null };
  if (one.kind === 'decided') {
    const until = views.get(decision.id);
    return { kind: 'decision', name, mail: until === undefined ? shared : { ...shared, viewUntil: until } };
  }
  const request =
    one.deadline === null ? undefined : asked.findLast((each) => each.request.deadline === one.deadline);
  return {
    kind: 'decision',
    name,
    mail: request === undefined ? { ...shared, open: true } : { ...shared, request: request.request },
  };
}

/** 13.6: what needs the reader; within that the widest reach; within that the newest. */
const byNeed =
  (now: Instant) =>
  (a: Matter, b: Matter): number =>
    needIn(b, now) - needIn(a, now) || reachOf(b) - reachOf(a) || newestOf(b) - newestOf(a);

function needIn(one: Matter, now: Instant): number {
  if (one.kind === 'decision') return weightOf(one.mail, now);
  return one.point.sort === 'question' ? 2 : 0;
}

const reachOf = (one: Matter): number =>
  one.kind === 'point' ? 0 : REACHES.indexOf(one.mail.decision.reach ?? 'ours');

const newestOf = (one: Matter): Instant =>
  one.kind === 'point' ? one.point.raisedAt : one.mail.decision.decidedAt;

const isWhole = (one: Matter): boolean => one.kind === 'point' && isPointWhole(one);

function opening(first: Matter, only: boolean, about: MatterInput): readonly Paragraph[] {
  if (first.kind === 'point')
    return paragraph('matter', [firstOfPoint(first, about.language)], `${first.name}:`);
  const lead = stateLead(first.mail, about);
  const elsewhere = only ? elsewhereLines(first.mail, about) : [];
  return paragraph('matter', [firstLineOf(first.mail.decision.text, lead), ...elsewhere], lead);
}

function needsOf(all: readonly Matter[], about: MatterInput): readonly string[] {
  const { recap } = WORDS[about.language];
  const only = all.length === 1;
  const needs = all.flatMap((one) => {
    const need = one.kind === 'point' ? null : needOf(one.mail, about);
    return need === null ? [] : [only ? need : `${one.name}: ${need}`];
  });
  const reply = replyLines(
    all.flatMap((one) => (one.kind === 'point' ? [one] : [])),
    about.language,
  );
  const [first] = decidedIn(all).map(({ mail }) => mail);
  const problem = first === undefined ? [] : [only ? problemLine(first, about, recap) : recap.ifProblem];
  const needed = [...needs, ...reply];
  return [...(needed.length === 0 ? [recap.nothingNeeded] : needed), ...problem];
}

const itself = (only: Matter, about: MatterInput): readonly Paragraph[] => {
  if (only.kind === 'decision') return alone(only.mail, about);
  return isWhole(only) ? [] : listed(only, about, false);
};

const listed = (one: Matter, about: MatterInput, brief: boolean): readonly Paragraph[] =>
  one.kind === 'point'
    ? paragraph('item', [pointLine(one, about.language)], `${one.name}:`)
    : inTurn(one.mail, about, brief);

function subjectOf(first: Matter, others: number, { language, now }: CatchUpInput): string {
  const { recap, letters } = WORDS[language];
  const named = (about: string) => (others === 0 ? about : recap.andOthers(about, others));
  const lead =
    first.kind === 'point' ? `${first.name}: ` : leadOf(first.mail, { now }, recap, letters.request);
  const room = SUBJECT_MAX - lead.length - named('').length;
  const about = first.kind === 'point' ? oneLine(first.point.text) : aboutOf(first.mail.decision, room);
  return lead + named(shortened(about, room));
}

const TITLE_MAX = 80;

function nextLines({ next, owner, zone, language }: CatchUpInput): readonly string[] {
  if (next === null) return [];
  const { recap } = WORDS[language];
  const when = timeWords(next.effective.start, owner.zone, zone ?? owner.zone, recap, language);
  return [`${shortened(oneLine(next.title), TITLE_MAX)}, ${when}.`];
}

type Decided = Extract<Matter, { kind: 'decision' }>;

const decidedIn = (all: readonly Matter[]): readonly Decided[] =>
  all.flatMap((one) =>
    one.kind === 'decision' && one.mail.request === null && one.mail.open !== true ? [one] : [],
  );

/** So many days are named; of more the first and the last. */
const DAYS = 3;

/** Numbers to find it again by. */
function footerOf(all: readonly Matter[], owner: Owner, { language, ownerZone }: MatterInput): string {
  const { recap, letters } = WORDS[language];
  const name = oneLine(owner.name);
  const decided = decidedIn(all);
  const numbersOf = (some: readonly Matter[]) => some.map((one) => one.name).join(', ');
  if (decided.length > 0) {
    const times = decided.map(({ mail }) => mail.decision.decidedAt).sort((a, b) => a - b);
    const days = [
      ...new Map(times.map((at) => [localDate(at, ownerZone), dateWords(at, ownerZone, recap)])).values(),
    ];
    const when = days.length > DAYS ? `${days[0]} – ${days.at(-1)}` : days.join(', ');
    return recap.footer(numbersOf(decided), when, name);
  }
  const asked = all.filter(({ kind }) => kind === 'decision');
  return asked.length > 0
    ? letters.request.footer(numbersOf(asked), name)
    : letters.before.footer(numbersOf(all), name);
}
