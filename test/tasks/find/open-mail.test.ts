import { describe, expect, test } from 'vitest';
import type { MailReading } from '../../../src/domain/facts/observed/reading';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import { keepLog } from '../../../src/tasks/enter/own-entries';
import { findPlace } from '../../../src/tasks/find/find-place';
import { recordMail } from '../../../src/tasks/find/open-mail';
import { sweep } from '../../../src/tasks/read/sweep';
import { masterId } from '../../simulator/graph/calendar/event-json';
import type { Fault } from '../../simulator/graph/faults';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const NOW = at('2026-11-12 12:00', 'Europe/London');
const world = sampleMonth();
const DAILY = masterId(world.owner, 'daily');
const ITEM = { id: null, seriesId: null, title: 'Something else', start: null, isMessage: true };
const UNLISTED: Fault = {
  path: /me\/messages\?/,
  answer: { kind: 'error', code: 403, name: 'ErrorAccessDenied', message: 'Access is denied.' },
};

/** A log that was kept without a look at the mailbox, and the mails that lie there. */
async function start() {
  const graph = createSimulatedGraph(world, { now: NOW });
  const { ports, owner } = await openPorts(graph, { clock: () => NOW });
  const mails = await ports.graph.readNoticeMails(0);
  const mailAbout = (kind: MailReading['mail'], date: string) => {
    const day = at(`${date} 00:00`, 'Europe/London');
    const found = mails.find(
      ({ mail, span, previous }) =>
        mail === kind &&
        ((previous ?? span)?.start ?? 0) - day < 86_400_000 &&
        ((previous ?? span)?.start ?? 0) >= day,
    );
    if (found === undefined) throw new Error(`no ${kind} about ${date}`);
    return found;
  };
  await keepLog(ports, DAILY);
  graph.faults.push(UNLISTED);
  await sweep(ports, owner, [DAILY]);
  return { ports, owner, mailAbout };
}

const mailFacts = async ({ ports }: Awaited<ReturnType<typeof start>>) =>
  (await ports.ledger.allFacts()).filter(({ kind }) => kind === 'mail');

describe('An open meeting message', () => {
  test.each([
    ['update', '2026-11-03'],
    ['cancellation', '2026-10-29'],
    ['cancellation', '2026-11-10'],
  ] as const)('%s of %s leads to its occurrence by its link, whatever its title says', async (kind, date) => {
    const { ports, mailAbout } = await start();
    const place = await findPlace(ports, ITEM, mailAbout(kind, date));
    expect(place).toMatchObject({
      kind: 'place',
      place: { series: DAILY, occurrence: occurrenceKey(DAILY, date) },
    });
  });

  test('without a link leads to its occurrence in the log all the same', async () => {
    const { ports, owner, mailAbout } = await start();
    const mail = { ...mailAbout('cancellation', '2026-10-29'), meeting: null };
    expect(await recordMail(ports, owner, mail, DAILY)).toEqual({
      series: DAILY,
      occurrence: occurrenceKey(DAILY, '2026-10-29'),
    });
  });

  test('is kept once, as a fact of its series', async () => {
    const log = await start();
    expect(await mailFacts(log)).toEqual([]);
    const mail = log.mailAbout('cancellation', '2026-10-29');
    await recordMail(log.ports, log.owner, mail, DAILY);
    await recordMail(log.ports, log.owner, mail, DAILY);
    expect(await mailFacts(log)).toMatchObject([
      { id: `mail:${mail.id}`, mail: 'cancellation', series: DAILY },
    ]);
  });

  test('leaves no trace where its series has no log', async () => {
    const log = await start();
    const mail = log.mailAbout('cancellation', '2026-10-29');
    expect(await recordMail(log.ports, log.owner, mail, masterId(world.owner, 'atlas'))).toBeNull();
    expect(await mailFacts(log)).toEqual([]);
  });
});
