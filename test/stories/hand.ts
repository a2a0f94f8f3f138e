import type { Decision } from '../../src/domain/facts/decided/decision';
import type { RecapEntry } from '../../src/domain/facts/decided/recap-entry';
import type { SeriesRules } from '../../src/domain/facts/entered/rules';
import { occurrenceKey } from '../../src/domain/facts/things/occurrence';
import type { PersonOutcome } from '../../src/domain/facts/things/outcomes';
import type { Person } from '../../src/domain/facts/things/person';
import type { JudgedLineage } from '../../src/domain/judge/judged/judged';
import { keepHolidays } from '../../src/tasks/enter/keep-holidays';
import { logDecision } from '../../src/tasks/enter/log-decision';
import * as own from '../../src/tasks/enter/own-entries';
import { importAttendance } from '../../src/tasks/log/import-attendance';
import { importLog, planImport } from '../../src/tasks/log/import-log';
import type { Ports } from '../../src/tasks/ports';
import { type PreparedRecap, prepareRecap, type RecapChoice } from '../../src/tasks/send/prepare-recap';
import type { SimulatedGraph } from '../simulator/graph/simulated-graph';
import type { Instant } from '../simulator/time';
import type { PersonSaid as SaidOf } from '../simulator/world';

/** The owner before the pane: what can be tapped there, by the names of the world. */
export interface Hand {
  /** Time goes by, in ms. */
  readonly pass: (ms: number) => void;
  readonly ports: Ports;
  readonly graph: SimulatedGraph;
  readonly seriesOf: (meeting: string) => string;
  readonly personOf: (id: string) => Person;
  readonly clock: (text: string) => Instant;
  /** The lineage of a meeting as it stands when the tap is made. */
  readonly lineageOf: (meeting: string) => Promise<JudgedLineage>;
}

export type Tap = (hand: Hand) => Promise<unknown>;

/** Who was there, missing, away …: `{ marcus: 'missing' }`; word with its time: `{ sam: '2026-11-03 13:50' }`. */
export type Named = Readonly<Record<string, Exclude<SaidOf['was'], 'sent-word'> | `${number}-${string}`>>;

const NOTED = {
  there: 'was-there',
  missing: 'missing',
  away: 'away',
  'sent-somebody': 'sent-somebody',
} as const;

const peopleOf = ({ personOf, clock }: Hand, named: Named) =>
  Object.entries(named).map(([who, was]) => {
    const person = personOf(who).key;
    const said = NOTED[was as keyof typeof NOTED];
    return said === undefined
      ? { person, said: 'sent-word' as const, wordAt: clock(was) }
      : { person, said, wordAt: null };
  });

const note =
  (
    said: 'we-met' | 'nobody-joined' | 'agreed-to-skip' | 'i-was-not-there' | null,
    meeting: string,
    date: string,
    named: Named = {},
    minutes: number | null = null,
  ): Tap =>
  (hand) =>
    own.checkIn(hand.ports, occurrenceKey(hand.seriesOf(meeting), date), {
      said,
      minutes,
      people: peopleOf(hand, named),
    });

export const weMet = (meeting: string, date: string, minutes: number | null = null, named: Named = {}) =>
  note('we-met', meeting, date, named, minutes);
export const nobodyJoined = (meeting: string, date: string, named: Named = {}) =>
  note('nobody-joined', meeting, date, named);
export const agreedToSkip = (meeting: string, date: string) => note('agreed-to-skip', meeting, date);
export const wasNotThere = (meeting: string, date: string) => note('i-was-not-there', meeting, date);
/** Only people are noted: word can come before the meeting. */
export const noted = (meeting: string, date: string, named: Named) => note(null, meeting, date, named);

/** "Same meeting?" */
export const answers =
  (earlier: string, later: string, same: 'yes' | 'no'): Tap =>
  ({ ports, seriesOf }) =>
    own.answerSameMeeting(ports, seriesOf(earlier), seriesOf(later), same === 'yes');

/** "What happened to this series?" */
export const says =
  (meeting: string, said: 'ended' | 'removed-by-me' | 'still-alive'): Tap =>
  ({ ports, seriesOf }) =>
    own.answerVanished(ports, seriesOf(meeting), said);

/** "This was …" */
export const thisWas =
  (shown: string, who: string, meeting: string): Tap =>
  async ({ ports, personOf, lineageOf }) => {
    const lineage = await lineageOf(meeting);
    const row = lineage.unmatched.find(({ name }) => name === shown);
    if (row === undefined) throw new Error(`Nobody called ${shown} waits to be matched`);
    await own.identify(ports, lineage.id, row.report, row.row, personOf(who).key);
  };

/** The session that belongs to no occurrence is that of this one. */
export const assigns =
  (meeting: string, date: string): Tap =>
  async ({ ports, seriesOf, lineageOf }) => {
    const session = (await lineageOf(meeting)).unscheduled[0];
    if (session === undefined) throw new Error('Every session belongs to an occurrence');
    await own.assign(ports, session.report, occurrenceKey(seriesOf(meeting), date));
  };

export const sets =
  (meeting: string, rules: SeriesRules): Tap =>
  ({ ports, seriesOf }) =>
    own.setRules(ports, seriesOf(meeting), rules);

/** The public holidays of the countries people live in, by person of the world. */
export const choosesCountries =
  (meeting: string, countries: Readonly<Record<string, string>>): Tap =>
  async ({ ports, seriesOf, personOf }) => {
    const chosen = Object.fromEntries(
      Object.entries(countries).map(([who, country]) => [personOf(who).key, country]),
    );
    await own.setRules(ports, seriesOf(meeting), { countries: chosen });
    await keepHolidays(ports, chosen, 'UTC');
  };

export const keeping =
  (meeting: string, does: 'pause' | 'resume' | 'stop'): Tap =>
  ({ ports, seriesOf }) =>
    own.setKeeping(ports, seriesOf(meeting), does);

export const disputes =
  (meeting: string, date: string, reason: string): Tap =>
  ({ ports, seriesOf }) =>
    own.dispute(ports, occurrenceKey(seriesOf(meeting), date), reason);

/** What somebody else said about an occurrence, word by word. */
export const quotes =
  (meeting: string, date: string, who: string, words: string): Tap =>
  ({ ports, seriesOf, personOf }) =>
    own.annotate(ports, occurrenceKey(seriesOf(meeting), date), words, personOf(who).key);

export const corrects =
  (
    meeting: string,
    date: string,
    note: { reason: string; outcome?: Parameters<typeof own.correct>[2]['outcome'] },
    person?: { who: string; outcome: PersonOutcome },
  ): Tap =>
  ({ ports, seriesOf, personOf }) =>
    own.correct(ports, occurrenceKey(seriesOf(meeting), date), {
      reason: note.reason,
      ...(note.outcome === undefined ? {} : { outcome: note.outcome }),
      ...(person === undefined ? {} : { person: personOf(person.who).key, personOutcome: person.outcome }),
    });

/** Takes back the check-in that counts. */
export const takesBack =
  (meeting: string, date: string): Tap =>
  async ({ ports, lineageOf }) => {
    const checkIn = (await lineageOf(meeting)).occurrences.find((one) => one.date === date)?.checkIn;
    if (checkIn == null) throw new Error(`Nothing was noted about ${date}`);
    await own.undo(ports, checkIn.id);
  };

/** Brings the file that Teams lets people download. */
export const bringsCsv =
  (meeting: string, date: string, text: string): Tap =>
  async ({ ports, lineageOf }) => {
    const owner = await ports.graph.owner();
    const one = (await lineageOf(meeting)).occurrences.find((each) => each.date === date);
    if (one === undefined) throw new Error(`There is no occurrence on ${date}`);
    const result = await importAttendance(ports, one, owner, new Blob([text]));
    if (!result.ok) throw new Error(result.fault);
  };

/** One sentence that was decided, with an owner. */
export const decides =
  (meeting: string, date: string, text: string, accountable: string): Tap =>
  async ({ ports, seriesOf, personOf }) => {
    const series = seriesOf(meeting);
    const about = {
      occurrence: occurrenceKey(series, date),
      accountable: personOf(accountable),
      informed: [],
    };
    const result = await logDecision(ports, series, { text, why: '', topic: '', ...about });
    if (!result.ok) throw new Error(result.fault.join());
  };

/** The recap of an occurrence as the pane would offer it now. */
export async function recapOf(
  hand: Hand,
  meeting: string,
  date: string,
  choice: RecapChoice = {},
): Promise<PreparedRecap & { readonly text: string }> {
  const { ports, seriesOf, lineageOf } = hand;
  const lineage = await lineageOf(meeting);
  const facts = await ports.ledger.historyOf(lineage.id);
  const basis = {
    owner: await ports.graph.owner(),
    lineage,
    decisions: facts.filter((fact): fact is Decision => fact.kind === 'decision'),
    recaps: facts.filter((fact): fact is RecapEntry => fact.kind === 'recap'),
  };
  const key = occurrenceKey(seriesOf(meeting), date);
  const prepared = prepareRecap(basis, key, ports.clock(), choice);
  return { ...prepared, text: prepared.letters.map((one) => one.text).join('\n\n') };
}

/** First names of those a recap is ticked for, and of those it only offers. */
export const offered = ({ recipients }: Pick<PreparedRecap, 'recipients'>) => {
  const names = (ticked: boolean) =>
    recipients.filter((one) => one.ticked === ticked).map(({ person }) => person.name.split(' ')[0]);
  return { ticked: names(true), unticked: names(false) };
};

/** Brings an exported log. */
export const imports =
  (text: string): Tap =>
  async ({ ports }) => {
    const plan = await planImport(ports, text);
    if (!plan.ok) throw new Error(plan.fault.why);
    await importLog(ports, plan.value);
  };
