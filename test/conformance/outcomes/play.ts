import type { PersonSaid, Saying } from '../../../src/domain/facts/entered/check-in';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import type { JudgedLineage } from '../../../src/domain/judge/judged/judged';
import * as own from '../../../src/tasks/enter/own-entries';
import { sweep } from '../../../src/tasks/read/sweep';
import { judgeLineage } from '../../at-once';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { type Own, openPorts } from '../../simulator/own-ports';
import { type CheckInTold, type WorldFile, worldOf } from './world-file';

export interface Played extends Own {
  readonly lineageOf: (series: string) => Promise<JudgedLineage>;
}

const SAYING: Readonly<Record<string, Saying | null>> = {
  ...{
    met: 'we-met',
    nobody: 'nobody-joined',
    agreed: 'agreed-to-skip',
    absent: 'i-was-not-there',
    word: null,
  },
};

/** The owner opens the pane when the file says so, and notes what it says; the calendar, mails and reports are Graph's. */
export async function play(file: WorldFile): Promise<Played> {
  const world = worldOf(file);
  let now = Math.min(...file.opens.map((at) => Date.parse(at)));
  const graph = createSimulatedGraph(world, { now: () => now });
  const opened = await openPorts(graph, { clock: () => now });
  const { ports, owner } = opened;
  const seriesOf = (id: string) => masterId(world.owner, id);
  const all = file.series.map(({ id }) => seriesOf(id));
  for (const series of all) await own.keepLog(ports, series);
  const look = () => sweep(ports, owner, all);
  const note = (told: CheckInTold) => {
    const said = SAYING[told.what];
    if (said === undefined) throw new Error(`Nobody has told yet what "${told.what}" is`);
    const { minutes = null } = told;
    return own.checkIn(ports, occurrenceKey(seriesOf(told.series), told.date), {
      said,
      minutes,
      people: peopleIn(file, told),
    });
  };
  const steps = [
    ...file.opens.map((at) => ({ at: Date.parse(at), take: look as () => Promise<unknown> })),
    ...file.checkins.map((told) => ({ at: Date.parse(told.at), take: () => note(told) })),
  ];
  for (const step of steps.sort((a, b) => a.at - b.at)) {
    now = step.at;
    await step.take();
  }
  for (const [series, { window }] of Object.entries(file.rules ?? {})) {
    const hours = Number.parseInt(window ?? '', 10);
    if (hours > 0) await own.setRules(ports, seriesOf(series), { window: { minutes: hours * 60 } });
  }
  const lineageOf = async (id: string): Promise<JudgedLineage> => {
    const facts = await ports.ledger.historyOf(seriesOf(id));
    const lineage = judgeLineage({ owner, facts }, seriesOf(id), now);
    if (lineage === null) throw new Error(`Nothing is known about ${id}`);
    return lineage;
  };
  return { ...opened, lineageOf };
}

function peopleIn({ people }: WorldFile, told: CheckInTold): readonly PersonSaid[] {
  const said = (who: string, what: PersonSaid['said'], wordAt: number | null = null): PersonSaid => ({
    person: people[who]?.address ?? who,
    said: what,
    wordAt,
  });
  return [
    ...(told.what === 'word' && told.who !== undefined
      ? [said(told.who, 'sent-word', told.wordAt === undefined ? null : Date.parse(told.wordAt))]
      : []),
    ...(told.present ?? []).map((who) => said(who, 'was-there')),
    ...(told.missing ?? []).map((who) => said(who, 'missing')),
  ];
}
