import type { RecapEntry } from '../../src/domain/facts/decided/recap-entry';
import type { Fact } from '../../src/domain/facts/log/fact';
import type { OccurrenceKey, SeriesId } from '../../src/domain/facts/things/occurrence';
import { occurrenceKey } from '../../src/domain/facts/things/occurrence';
import type { Owner } from '../../src/domain/facts/things/person';
import { isTrouble } from '../../src/domain/trouble';
import { openMemoryLedger } from '../../src/ledger/ledger';
import { keepLog } from '../../src/tasks/enter/own-entries';
import { type SweepOutcome, sweep } from '../../src/tasks/read/sweep';
import { watchCalendar } from '../../src/tasks/read/watch-calendar';
import { carryOn } from '../../src/tasks/send/carry';
import { sendRecap } from '../../src/tasks/send/send-recap';
import { settle } from '../../src/tasks/send/settle';
import { plainJudge, stepwise } from '../contracts/plain-judge';
import { masterId } from '../simulator/graph/calendar/event-json';
import type { Habits } from '../simulator/graph/desk';
import type { Fault } from '../simulator/graph/faults';
import { createSimulatedGraph, type SimulatedGraph } from '../simulator/graph/simulated-graph';
import { type Own, openPorts } from '../simulator/own-ports';
import { addDays, DAY, type Instant, instantOf, MINUTE } from '../simulator/time';
import type { Happening, Meeting, World } from '../simulator/world';

/** What one owner does over some weeks: looks at the calendar again and again, and sends a recap. */
export interface CalendarHistory {
  readonly world: World;
  readonly kept: readonly string[];
  readonly looks: readonly Instant[];
  /** Permissions that the owner gives at a look only, by its number. */
  readonly grantedAt: Readonly<Record<string, number>>;
  readonly habits: Partial<Habits>;
}

/** What goes wrong in it. Nothing, in the life that others are compared with. */
export interface Adversity {
  readonly atLook: (look: number) => readonly Fault[];
  /** And while it is looked at once more, a few minutes later. */
  readonly atNextLook: (look: number) => readonly Fault[];
  readonly atSending: (look: number) => readonly Fault[];
  /** Something comes into the calendar, or goes from it, between two of its pages. */
  readonly shifts: (look: number) => readonly ('comes' | 'goes')[];
  /** Graph forgets what it had said it would remember of changes. */
  readonly forgets: (look: number) => boolean;
  /** Everything is read at each look, whatever is said not to have changed. */
  readonly thorough: boolean;
}

export const NO_ADVERSITY: Adversity = {
  atLook: () => [],
  atNextLook: () => [],
  atSending: () => [],
  shifts: () => [],
  forgets: () => false,
  thorough: true,
};

export interface LifeEnd {
  readonly facts: readonly Fact[];
  readonly sent: readonly { readonly key: string; readonly copies: number }[];
  readonly busiest: number;
  readonly requests: number;
  readonly tries: number;
}

/** The next appointment is opened so soon that one request may vouch for the calendar. */
export const NEXT_LOOK = 6 * MINUTE;

/** Looks and sendings that never come to an end are a fault of their own. */
const PATIENCE = 60;

/** Appointments of the owner that nobody keeps a log of: they come and go while the pages are read. */
const PASSERS_BY = 6;

const passerBy = (world: World, number: number): Meeting => ({
  id: `passer-by-${number}`,
  subject: `Errand ${number}`,
  organizer: world.owner,
  invitees: [],
  zone: 'UTC',
  firstDate: '2025-01-06',
  time: '07:00',
  minutes: 15,
  recurrence: null,
  createdAt: 0,
  joinUrl: null,
});

export async function live(history: CalendarHistory, adversity: Adversity): Promise<LifeEnd> {
  const { world, looks } = history;
  const first = looks[0] ?? 0;
  const errands = Array.from({ length: PASSERS_BY }, (_, number) => ({
    ...passerBy(world, number),
    // Early in the window, so that whatever comes behind it shifts.
    firstDate: new Date(first - 60 * DAY + number * DAY).toISOString().slice(0, 10),
  }));
  let now = first;
  const graph = createSimulatedGraph(
    { ...world, meetings: [...world.meetings, ...errands] },
    { now: () => now, habits: history.habits, wait: () => new Promise((done) => setImmediate(done)) },
  );
  const later = Object.entries(history.grantedAt);
  for (const [scope] of later) graph.scopes.delete(scope);
  const shifting = shiftingGraph(graph, world.owner, () => now);
  // What the log holds is the question here, not what is made of it: a judge who says little is quick.
  let owner: Owner | null = null;
  const ledger = await openMemoryLedger({
    clock: () => now,
    judge: stepwise(quickJudge),
    owner: () => owner,
  });
  const own = await openPorts(shifting.graph, { clock: () => now, ledger });
  owner = own.owner;
  const series = history.kept.map((meeting) => masterId(world.owner, meeting));
  for (const id of series) await keepLog(own.ports, id);

  let tries = 0;
  for (const [number, at] of looks.entries()) {
    now = at;
    for (const [scope, look] of later) if (look === number) graph.scopes.add(scope);
    graph.faults.splice(0, Infinity, ...adversity.atLook(number).map((fault) => ({ ...fault })));
    shifting.plan(adversity.shifts(number));
    if (adversity.forgets(number)) graph.forgetDeltaTokens();
    tries += await lookUntilDone(own, series, graph, adversity.thorough);
    await watchCalendar(own.ports);
    now = at + NEXT_LOOK;
    graph.faults.splice(0, Infinity, ...adversity.atNextLook(number).map((fault) => ({ ...fault })));
    tries += await lookUntilDone(own, series, graph, adversity.thorough);
    graph.faults.splice(0, Infinity, ...adversity.atSending(number).map((fault) => ({ ...fault })));
    now = at + 30 * MINUTE;
    await sendUntilSure(own, occurrenceFor(series[0] ?? '', number), (minutes) => {
      now += minutes * MINUTE;
    });
    graph.faults.splice(0);
  }
  now = Math.max(...looks) + DAY;
  await lookUntilDone(own, series, graph, adversity.thorough);
  const subjects = looks.map((_, number) => subjectOf(occurrenceFor(series[0] ?? '', number)));
  const mails = [...graph.mailbox(world.owner).sent];
  return {
    facts: await own.ledger.allFacts(),
    sent: subjects.map((key) => ({ key, copies: mails.filter(({ subject }) => subject === key).length })),
    busiest: graph.busiest(),
    requests: graph.requests.length,
    tries,
  };
}

const occurrenceFor = (series: SeriesId, look: number): OccurrenceKey =>
  occurrenceKey(series, addDays('2025-01-06', look));
const subjectOf = (occurrence: OccurrenceKey): string => `Recap of ${occurrence.slice(-10)}`;

/** Between two pages of the calendar a request comes or goes. */
function shiftingGraph(graph: SimulatedGraph, owner: string, now: () => Instant) {
  let left: ('comes' | 'goes')[] = [];
  let number = 0;
  const shift = (kind: 'comes' | 'goes'): Happening => {
    number += 1;
    const at = now();
    if (kind === 'goes') {
      const meeting = `passer-by-${number % PASSERS_BY}`;
      return { kind: 'series-cancelled', at, meeting };
    }
    const date = new Date(at - 50 * DAY).toISOString().slice(0, 10);
    return { kind: 'day-marked', at, who: owner, date, subject: 'Birthday', category: `Blue ${number}` };
  };
  return {
    plan: (shifts: readonly ('comes' | 'goes')[]) => {
      left = [...shifts];
    },
    graph: {
      ...graph,
      answer: (request: Request) => {
        const isLater = /calendarView.*skip=/.test(decodeURIComponent(request.url));
        const next = isLater ? left.shift() : undefined;
        if (next !== undefined) graph.happen(shift(next));
        return graph.answer(request);
      },
    } as SimulatedGraph,
  };
}

const isClean = (outcome: SweepOutcome, graph: SimulatedGraph): boolean =>
  outcome.trouble === null && outcome.missing.every(({ scope }) => !graph.scopes.has(scope));

/** The owner opens the pane again and again until nothing is in its way. Gives how often it took. */
async function lookUntilDone(
  own: Own,
  series: readonly SeriesId[],
  graph: SimulatedGraph,
  thorough: boolean,
): Promise<number> {
  for (let tries = 1; tries <= PATIENCE; tries += 1) {
    try {
      const outcome = await sweep(own.ports, own.owner, series, { thorough });
      if (outcome !== null && isClean(outcome, graph)) return tries;
    } catch (thrown) {
      if (!isTrouble(thrown)) throw thrown;
    }
  }
  throw new Error('A look never came to an end');
}

/** The owner clicks until the recap has gone: again where it was refused, "is it there?" where that is unknown. */
async function sendUntilSure(
  { ports, ledger }: Own,
  occurrence: OccurrenceKey,
  pass: (minutes: number) => void,
): Promise<void> {
  const to = { key: 'person-1@generated.example', name: 'Person 1', address: 'person-1@generated.example' };
  const subject = subjectOf(occurrence);
  const message = { to: [to], subject, html: `<p>${subject}</p>`, text: subject };
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    try {
      const sending = { occurrence, mails: [{ message, decisions: [] }], together: false };
      const [mail] = await sendRecap(ports, sending);
      if (mail?.end === 'sent') return;
      if (mail?.end === 'refused') {
        pass(1);
        continue;
      }
      const entries = (await ledger.allFacts()).filter(
        (fact): fact is RecapEntry => fact.kind === 'recap' && fact.occurrence === occurrence,
      );
      const last = entries.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
      if (last === undefined) throw new Error('A sending without a word in the journal');
      if (last.step === 'sent') return;
      // It goes by itself. A moment, as the copy in Sent Items can be late; then the owner asks, and then says: send what waits there.
      pass(3);
      await carryOn(ports);
      const end = tries < 10 ? 'unknown' : await settle(ports, last, clickAt(tries));
      if (end === 'sent') return;
    } catch (thrown) {
      if (!isTrouble(thrown)) throw thrown;
      pass(1);
    }
  }
  throw new Error('A recap never came to an end');
}

/** Looks, then wants what waits there to be sent; and where nothing is there to be sent, begins anew. */
const clickAt = (tries: number): 'look' | 'send' | 'discard' =>
  tries % 3 !== 2 ? 'look' : tries % 6 === 5 ? 'discard' : 'send';

/** Says that there is a log, and no more. */
const quickJudge: typeof plainJudge = (history, series, now) =>
  plainJudge({ ...history, facts: history.facts.filter(({ kind }) => kind === 'keeping') }, series, now);

/** A world's days as instants, for looks. */
export const atNoon = (date: string): Instant => instantOf(date, '12:00', 'UTC');
