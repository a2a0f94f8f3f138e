import type { Decision } from '../../src/domain/facts/decided/decision';
import { occurrenceKey } from '../../src/domain/facts/things/occurrence';
import type { Owner, Person } from '../../src/domain/facts/things/person';
import type { JudgedLineage } from '../../src/domain/judge/judged/judged';
import { keepHolidays } from '../../src/tasks/enter/keep-holidays';
import * as own from '../../src/tasks/enter/own-entries';
import type { Ports } from '../../src/tasks/ports';
import { sweep } from '../../src/tasks/read/sweep';
import { messageOf, prepareRecap } from '../../src/tasks/send/prepare-recap';
import type { Sending } from '../../src/tasks/send/send-recap';
import { judgeLineage, logJson } from '../at-once';
import { masterId } from './graph/calendar/event-json';
import type { SimulatedGraph } from './graph/simulated-graph';
import { openPorts } from './own-ports';
import { sendThrough } from './send-through';
import { addDays, dateIn, type Instant, instantOf } from './time';
import type { PersonSaid, Tap, World } from './world';

/**
 * The owner's own hand: opens the pane every working day's morning, taps what the world says, and nothing else.
 * The real tasks on the real Graph client; only the mailbox is simulated.
 */
export interface Replay {
  /** Goes on to that instant; earlier ones are already done. */
  readonly advance: (until: Instant) => Promise<void>;
  /** The recaps sent so far, as they can be sent again from another copy of the same world. */
  readonly sent: () => readonly SentRecap[];
  /** Everything kept so far, as an export the pane can import. */
  readonly json: () => Promise<string>;
}

export interface SentRecap {
  readonly at: Instant;
  readonly sending: Sending;
}

const MORNING = '09:05';
/** What rests on a report or a mail of the same day; a check-in does not. */
const NEEDS_A_LOOK: readonly Tap['kind'][] = ['matched', 'recap', 'joined-histories'];
const DAY = 86_400_000;

export function createReplay(world: World, graph: SimulatedGraph): Replay {
  let now = 0;
  const opening = openOwn(world, graph, () => now);
  const steps = stepsOf(world);
  const sent: SentRecap[] = [];
  let done = 0;
  let running: Promise<void> = Promise.resolve();

  const pass = (ms: number) => {
    now += ms;
    graph.setNow(now);
  };

  const advance = async (until: Instant): Promise<void> => {
    const ports = await opening;
    for (; done < steps.length && (steps[done]?.at ?? until + 1) <= until; done++) {
      const step = steps[done];
      if (step === undefined) break;
      now = step.at;
      graph.setNow(now);
      if (step.looks) await look(ports);
      if (step.tap?.kind === 'recap') sent.push({ at: now, sending: await recapOf(world, ports, step.tap) });
      if (step.tap !== null) await tap(world, ports, step.tap, pass);
    }
  };

  return {
    advance: (until) => {
      running = running.then(() => advance(until));
      return running;
    },
    sent: () => [...sent],
    json: async () => {
      const ports = await opening;
      const owner = (await ports.ledger.setting('owner')) as Owner | null;
      if (owner === null) return '';
      return logJson({ facts: await ports.ledger.allFacts(), owner, exportedAt: now, app: '1.0.0' });
    },
  };
}

async function openOwn(world: World, graph: SimulatedGraph, clock: () => Instant): Promise<Ports> {
  graph.setNow(world.taps[0]?.at ?? 0);
  const { ports } = await openPorts(graph, { clock });
  return ports;
}

export interface Step {
  readonly at: Instant;
  readonly looks: boolean;
  readonly tap: Tap | null;
}

/** A look every working day's morning from the first tap on, and the taps. */
export function stepsOf(world: World): readonly Step[] {
  const taps = [...world.taps].sort((a, b) => a.at - b.at);
  const first = taps[0]?.at;
  if (first === undefined) return [];
  const zone = world.people.find((one) => one.id === world.owner)?.zone ?? 'UTC';
  const last = Math.max(...taps.map((one) => one.at), ...world.happenings.map((one) => one.at)) + 30 * DAY;
  const mornings: Step[] = [];
  for (let day = dateIn(zone, first); day <= dateIn(zone, last); day = addDays(day, 1)) {
    const at = instantOf(day, MORNING, zone);
    const workday = ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
    if (at >= first && at < last && workday) mornings.push({ at, looks: true, tap: null });
  }
  const tapped = taps.map((one) => ({ at: one.at, looks: NEEDS_A_LOOK.includes(one.kind), tap: one }));
  return [...tapped, ...mornings].sort((a, b) => a.at - b.at);
}

/** One look at calendar, mail, reports and free/busy, for every series with a log. */
export async function look(ports: Ports): Promise<void> {
  const kept = (await ports.ledger.keptSeries()).flatMap((one) => one.series);
  const owner = (await ports.ledger.setting('owner')) as Owner;
  if (kept.length > 0) await sweep(ports, owner, kept);
}

export async function tap(world: World, ports: Ports, one: Tap, pass: (ms: number) => void): Promise<void> {
  const seriesOf = (meeting: string) => masterId(world.owner, meeting);
  switch (one.kind) {
    case 'log-kept': {
      const series = seriesOf(one.meeting);
      await own.keepLog(ports, series);
      await look(ports);
      const countries = countriesOf(world);
      await own.setRules(ports, series, { countries });
      await keepHolidays(ports, countries, 'UTC');
      return;
    }
    case 'check-in':
      await own.checkIn(ports, occurrenceKey(seriesOf(one.meeting), one.date), {
        said: one.said === 'not-there' ? 'i-was-not-there' : one.said,
        minutes: one.minutes ?? null,
        people: (one.people ?? []).map((said) => personSaid(world, said)),
      });
      return;
    case 'joined-histories': {
      const [earlier = '', later = ''] = one.meetings;
      await own.answerSameMeeting(ports, seriesOf(earlier), seriesOf(later), true);
      return;
    }
    case 'matched': {
      const lineage = await lineageOf(ports, seriesOf(one.meeting));
      const row = lineage.unmatched.find((there) => there.name === one.shown);
      if (row === undefined) throw new Error(`Nobody called ${one.shown} is unmatched on ${one.date}`);
      await own.identify(ports, lineage.id, row.report, row.row, personOf(world, one.who).key);
      return;
    }
    case 'decision': {
      const { decision } = one;
      await ports.ledger.append([
        {
          kind: 'decision',
          id: ports.seal.stamp(),
          recordedAt: ports.clock(),
          series: seriesOf(one.meeting),
          occurrence: occurrenceKey(seriesOf(one.meeting), one.date),
          number: Number(one.id.replace(/\D/g, '')),
          text: decision.text,
          why: decision.why.join('\n'),
          accountable: personOf(world, decision.accountable),
          topic: decision.topic,
          informed: [],
          decidedAt: ports.clock(),
        },
      ]);
      await noteTheirYes(world, ports, one);
      return;
    }
    case 'recap':
      await sendThrough(ports, await recapOf(world, ports, one), pass);
  }
}

/** Who decided it with her said yes to it, and so was told (13.1). */
async function noteTheirYes(world: World, ports: Ports, one: Tap & { kind: 'decision' }): Promise<void> {
  const decisions = (await ports.ledger.ownEntries()).filter((fact) => fact.kind === 'decision');
  const made = decisions.find(({ number }) => number === Number(one.id.replace(/\D/g, '')));
  if (made === undefined) throw new Error(`${one.id} was not written down`);
  const others = one.decision.decidedBy.filter((who) => who !== world.owner);
  await ports.ledger.append(
    others.map((who) => ({
      ...{ kind: 'answer', id: ports.seal.stamp(), recordedAt: ports.clock(), series: made.series },
      ...{ decision: made.id, person: personOf(world, who), said: 'ok', words: '' },
      ...{ at: ports.clock(), source: 'by-hand' },
    })),
  );
}

async function recapOf(world: World, ports: Ports, one: Tap & { kind: 'recap' }): Promise<Sending> {
  const series = masterId(world.owner, one.meeting);
  const lineage = await lineageOf(ports, series);
  const facts = await ports.ledger.historyOf(lineage.id);
  const basis = {
    owner: (await ports.ledger.setting('owner')) as Owner,
    lineage,
    decisions: facts.filter((fact): fact is Decision => fact.kind === 'decision'),
    recaps: facts.filter((fact) => fact.kind === 'recap'),
  };
  const occurrence = occurrenceKey(series, one.date);
  const to = new Set(one.to.map((who) => personOf(world, who).key));
  const mails = prepareRecap(basis, occurrence, ports.clock())
    .letters.filter((letter) => letter.to.some(({ key }) => to.has(key)))
    .map((letter) => ({ message: messageOf(letter, basis.owner), decisions: letter.decisions }));
  return { occurrence, mails, together: false };
}

async function lineageOf(ports: Ports, series: string): Promise<JudgedLineage> {
  const facts = await ports.ledger.historyOf(series);
  const owner = (await ports.ledger.setting('owner')) as Owner;
  const lineage = judgeLineage({ owner, facts }, series, ports.clock());
  if (lineage === null) throw new Error('Nothing is known about the series');
  return lineage;
}

function personOf(world: World, id: string): Person {
  const person = world.people.find((one) => one.id === id);
  if (person === undefined) throw new Error(`Nobody is called ${id}`);
  const address = person.address.toLowerCase();
  return { key: address, name: person.name, address };
}

function personSaid(world: World, { who, was, wordAt }: PersonSaid) {
  const said = {
    there: 'was-there',
    missing: 'missing',
    'sent-word': 'sent-word',
    away: 'away',
    'sent-somebody': 'sent-somebody',
  } as const;
  return { person: personOf(world, who).key, said: said[was], wordAt: wordAt ?? null };
}

const countriesOf = (world: World): Record<string, string> =>
  Object.fromEntries(
    Object.entries(world.holidays.choices).map(([who, country]) => [personOf(world, who).key, country]),
  );
