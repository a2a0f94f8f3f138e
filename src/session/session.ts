import { occasionsBeyond } from '../domain/agree/decided-in';
import { decisionHistories, standingAmong } from '../domain/agree/decision-history';
import { waitingAmong } from '../domain/agree/waiting';
import type { Fact } from '../domain/facts/log/fact';
import { isMark } from '../domain/facts/log/mark';
import { takenBack } from '../domain/facts/log/standing';
import { tellingsIn } from '../domain/facts/log/tellings';
import type { MailReading } from '../domain/facts/observed/reading';
import type { SeriesId } from '../domain/facts/things/occurrence';
import type { Owner } from '../domain/facts/things/person';
import type { JudgedLineage } from '../domain/judge/judged/judged';
import { wholeDaysIn } from '../domain/judge/judged/whole-days';
import { reportLoss } from '../domain/judge/questions/report-loss';
import { basisOf } from '../domain/measure/columns';
import { reachOfAll } from '../domain/observe/reach';
import { nextStep } from '../domain/tell/next-step';
import type { Instant } from '../domain/time/time';
import { Trouble } from '../domain/trouble';
import type { OpenItem } from '../tasks/find/find-place';
import type { ItemPlace } from '../tasks/ledger-port';
import type { Ports } from '../tasks/ports';
import type { RoamingActions } from '../ui/port/roaming-actions';
import type { PaneView } from '../ui/port/view';
import type { Courier } from './courier-port';
import type { Drafts } from './drafts';
import { keepView } from './keep-view';
import type { StorageShelf } from './storage/shelf';
import { asOf } from './view-snapshot';
import type { ViewStore } from './view-store';

/** What the actions of the pane share: the ports, the view, and where the pane stands. */
export interface Session {
  readonly ports: Ports;
  readonly viewStore: ViewStore;
  /** This log's own part of small storage. */
  readonly shelf: StorageShelf;
  /** Looks whether this account has a log here under an earlier address. Throws `log-elsewhere`. */
  readonly findEarlierLog: (account: Owner) => Promise<void>;
  /** Interactive, from a click. */
  readonly signIn: (scopes: readonly string[]) => Promise<void>;
  /** Who is signed in is forgotten, with their tokens. */
  readonly forgetSignIn: () => void;
  /** Asks for permission only where it is not there yet; from a click. */
  readonly allow: (scopes: readonly string[]) => Promise<void>;
  /** Without a window; null where nobody can tell now. */
  readonly isAllowed: (scopes: readonly string[]) => Promise<boolean | null>;
  /** Where an administrator approves the add-in. */
  readonly adminLink: () => Promise<string>;
  /** "Your log was lost here": heard and understood. */
  readonly acceptLoss: () => void;
  readonly drafts: Drafts;
  /** Carries what Send was pressed for. */
  readonly courier: () => Courier;
  /** Looks at what is owed over all meetings, and shows it. Never throws. */
  readonly owed: () => Promise<void>;
  /** The log on the person's other machines; its code comes when it is first asked for. */
  readonly roaming: () => Promise<RoamingActions>;
  /** The open item as far as a meeting can be asked for; null when it is none. */
  item: OpenItem | null;
  place: ItemPlace | null;
  /** What Outlook shows, whatever it is, to tell whether it shows something else since. */
  beside?: string;
  /** The log that was opened by its name; absent: what Outlook shows decides. */
  byName?: SeriesId;
  /** Reading of the calendar that is under way, and the one that begins when it ends. */
  reading: Promise<void> | null;
  nextReading: Promise<void> | null;
  /** Ends the reading that is under way. */
  stopper: AbortController | null;
  /** The person asked for the reading, or for more of the past. */
  thorough: boolean;
  readsBack: boolean;
  /** The open message as the mailbox has it; undefined: not asked yet. */
  mail: MailReading | null | undefined;
  /** Counts what the pane was told to show: only what it was told last may come on screen. */
  showing: number;
}

/** Invalidates whatever is still being read to be shown: it belongs to what was on screen before. */
export const turnAway = (session: Session): number => {
  session.showing += 1;
  return session.showing;
};

/**
 * Shows the lineage as it stands now: an outcome can change by the clock alone (upcoming becomes not recorded). Nothing
 * is shown where something else was to be shown meanwhile.
 */
export async function showLineage(session: Session, series: SeriesId): Promise<void> {
  const { ports, viewStore } = session;
  const turn = turnAway(session);
  const owed = session.owed();
  // It stands above the meeting: coming later it would push it down.
  if (viewStore.view().lineage?.series.includes(series) !== true) await owed;
  await showOpening(session, series, turn);
  const {
    facts,
    lineage: judged,
    numbers,
    kept,
    oneToOnes,
    marks,
    damaged,
  } = await ports.ledger.onScreen(series);
  // Seen beside a kept series and not opted in: nobody keeps a log of it, unless it may be the same meeting.
  const beyond = judged === null ? [] : occasionsBeyond(facts, judged.series);
  const elsewhere = beyond.length === 0 ? [] : await ports.ledger.occasions(beyond);
  const isOurs =
    judged !== null &&
    (judged.keptSince !== null || judged.splitQuestions.length > 0) &&
    !isBesideOthers(session, judged);
  const { owner } = viewStore.view();
  const lineage = isOurs && owner !== null ? wholeDaysIn(judged, owner.zone) : null;
  if (turn !== session.showing) return;
  viewStore.show({
    kept,
    oneToOnes,
    elsewhere,
    lineage,
    isPart: false,
    trend: null,
    damaged,
    reach: lineage === null ? null : reachOfAll(facts, lineage.series, marks),
    reportLoss: lineage === null ? null : reportLoss(facts, lineage, marks, ports.clock()),
    ...toldView(facts, lineage, ports.clock(), numbers),
    marks: standingOf(facts).filter(isMark),
    ...(lineage === null ? {} : { situation: keptNow(session) }),
  });
  if (session.item !== null && session.byName === undefined)
    keepView(session.shelf, session.item, viewStore.view(), ports.clock());
}

/** 10.3: of this series others are kept than the one that is open. */
const isBesideOthers = ({ byName, item, place }: Session, { inParts, occurrences }: JudgedLineage): boolean =>
  inParts === true &&
  byName === undefined &&
  item !== null &&
  !occurrences.some(({ key }) => key === place?.occurrence);

/**
 * Where nothing of this meeting is on screen yet, its latest part comes first, with the trend of all of it: the rest takes
 * longer to read. Where that part is there already, as it was last shown, the trend joins it.
 */
async function showOpening(session: Session, series: SeriesId, turn: number): Promise<void> {
  const { ports, viewStore, place } = session;
  const { lineage: shown, isPart, owner } = viewStore.view();
  const isShown = shown?.series.includes(series) === true;
  if (owner === null || (isShown && isPart !== true)) return;
  const opening = await ports.ledger.opening(series);
  if (turn !== session.showing || opening === null || opening.lineage.keptSince === null) return;
  if (isBesideOthers(session, opening.lineage)) return;
  const trend = opening.columns && basisOf(opening.lineage, opening.columns);
  if (isShown) {
    viewStore.show({ trend });
    return;
  }
  const { occurrence } = place ?? { occurrence: null };
  if (occurrence !== null && !opening.lineage.occurrences.some(({ key }) => key === occurrence)) return;
  const now = ports.clock();
  viewStore.show({
    lineage: asOf(wholeDaysIn(opening.lineage, owner.zone), now),
    isPart: opening.isPart,
    trend,
    ...{ reach: null, reportLoss: null, ...toldView(opening.facts, opening.lineage, now, opening.numbers) },
    situation: keptNow(session),
  });
}

function standingOf(facts: readonly Fact[]): readonly Fact[] {
  const back = takenBack(facts);
  return facts.filter(({ id }) => !back.has(id));
}

/** What was decided and told, and what is still to be told. */
function toldView(
  facts: readonly Fact[],
  lineage: JudgedLineage | null,
  now: Instant,
  numbers: Readonly<Record<string, number>>,
) {
  const standing = standingOf(facts);
  const histories = decisionHistories(facts, now, numbers);
  const decisions = standingAmong(histories);
  const recaps = tellingsIn(facts);
  const step = lineage === null ? null : nextStep(lineage, decisions, recaps, now);
  return {
    decisions,
    waiting: waitingAmong(histories),
    recaps,
    untold: step?.kind === 'recap-not-sent' ? step.occurrence.key : null,
    gestures: standing.filter((fact) => fact.kind === 'gesture'),
    lookBacks: standing.filter((fact) => fact.kind === 'look-back'),
  };
}

const keptNow = ({ place, byName }: Session): PaneView['situation'] => {
  if (byName !== undefined) return { kind: 'kept', open: null, byName: true };
  return {
    kind: 'kept',
    open: place?.occurrence ?? null,
    ...(place?.byHand === true ? { byHand: true } : {}),
  };
};

/** Whose log belongs on screen: the one that somebody opened by its name, else the open item's. */
export const seriesInHand = ({ byName, place }: Session): SeriesId | null => byName ?? place?.series ?? null;

export const seriesOnScreen = (session: Session): SeriesId | null =>
  session.viewStore.view().lineage?.id ?? seriesInHand(session);

/** Shows again what is on screen and what is owed, after an entry was added. */
export async function showAgain(session: Session): Promise<void> {
  const series = seriesOnScreen(session);
  if (series === null) await session.owed();
  else await showLineage(session, series);
}

/** Does it, and shows again what is on screen, whatever came of it. */
export const thenShown =
  (session: Session) =>
  async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } finally {
      await showAgain(session);
    }
  };

/** Whose log it is, for what cannot be done before that is known. */
export function ownerOf({ viewStore }: Session): Owner {
  const { owner } = viewStore.view();
  if (owner === null) throw new Trouble('not-found', 'owner of the log');
  return owner;
}

/** The owner as last known on this machine, so that the pane opens without a network. */
export async function recallOwner(ports: Ports): Promise<Owner | null> {
  return ((await ports.ledger.setting('owner')) as Owner | undefined) ?? null;
}
