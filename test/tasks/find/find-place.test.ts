import { describe, expect, test } from 'vitest';
import { occurrenceKey } from '../../../src/domain/facts/things/occurrence';
import { findPlace, type OpenItem, recallPlace } from '../../../src/tasks/find/find-place';
import { asking, member } from '../../simulator/graph/asking';
import { masterId } from '../../simulator/graph/calendar/event-json';
import type { Habits } from '../../simulator/graph/desk';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { at } from '../../simulator/time';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const NOW = at('2026-11-12 12:00', 'Europe/London');
const world = sampleMonth();
const london = (clock: string) => at(clock, 'Europe/London');
const DAY = 'startDateTime=2026-11-03T00:00:00Z&endDateTime=2026-11-04T00:00:00Z&$top=50';
const MUTABLE = 'outlook.timezone="UTC"';
const IMMUTABLE = `${MUTABLE}, IdType="ImmutableId"`;

/** What Outlook says of the sync of Tue 3 Nov, which Marcus has moved from 15:00 to 17:00. */
async function opened(habits: Partial<Habits> = {}) {
  const graph = createSimulatedGraph(world, { now: NOW, habits });
  const { ports } = await openPorts(graph, { clock: () => NOW });
  const idsOf = async (prefer: string) => {
    const events = (await asking(graph).get(`/me/calendarView?${DAY}`, prefer)).json.value as object[];
    const sync = events.find((event) => /daily sync/.test(String(member(event, 'subject'))));
    return { id: String(member(sync, 'id')), master: String(member(sync, 'seriesMasterId')) };
  };
  const mutable = await idsOf(MUTABLE);
  const item: OpenItem = {
    id: null,
    seriesId: null,
    title: 'Priya/Marcus daily sync',
    start: london('2026-11-03 17:00'),
    isMessage: false,
  };
  const ews = (id: string) => id.replaceAll('-', '/').replaceAll('_', '+');
  return { graph, ports, item, mutable, ews, lasting: await idsOf(IMMUTABLE) };
}

type Opened = Awaited<ReturnType<typeof opened>>;
const SERIES = masterId(world.owner, 'daily');
const TUESDAY = { series: SERIES, occurrence: occurrenceKey(SERIES, '2026-11-03') };

describe('The occurrence that is open in Outlook', () => {
  test.each<[string, (own: Opened) => Partial<OpenItem>]>([
    ['by its own id, as Outlook writes it', ({ mutable, ews }) => ({ id: ews(mutable.id) })],
    ['by its own id, as Graph writes it', ({ mutable }) => ({ id: mutable.id })],
    ['by its own id, as it lasts', ({ lasting }) => ({ id: lasting.id })],
    [
      'by its own id, though Outlook tells another start',
      ({ mutable, ews }) => ({ id: ews(mutable.id), start: 0 }),
    ],
    [
      'by the id of its series and its start, as classic Outlook tells it',
      ({ mutable, ews }) => ({ id: ews(mutable.master) }),
    ],
    [
      'by its series and its start, where its own id is not known to the server yet',
      ({ mutable, ews }) => ({
        id: 'clientid:0001',
        seriesId: ews(mutable.master),
      }),
    ],
    [
      'by its series and its start, where Outlook gives no id of its own',
      ({ mutable, ews }) => ({
        seriesId: ews(mutable.master),
      }),
    ],
    ['by its title and the time it was moved to, where there is no id at all', () => ({})],
    ['by its title and the time it was planned for', () => ({ start: london('2026-11-03 15:00') })],
    ['by a title that was marked as cancelled', () => ({ title: 'Canceled: Priya/Marcus daily sync' })],
  ])('is found %s', async (_, told) => {
    const own = await opened();
    const item = { ...own.item, ...told(own) };
    expect(await findPlace(own.ports, item)).toMatchObject({ kind: 'place', place: TUESDAY });
    // Opened again it is known without a request.
    const before = own.graph.requests.length;
    expect(await recallPlace(own.ports, item)).toMatchObject(TUESDAY);
    expect(own.graph.requests).toHaveLength(before);
  });

  test.each<[string, Partial<Habits>]>([
    ['ids of another kind are taken as well', { idsAsPreferred: false }],
    ['occurrences have ids that may change', { occurrenceIdsLast: false }],
    ['times come in UTC whatever is asked for', { honoursTimeZone: false }],
    ['its series says no zone', { emptyRecurrenceZone: true }],
  ])('is found where %s', async (_, habits) => {
    const own = await opened(habits);
    for (const id of [own.ews(own.mutable.id), own.ews(own.mutable.master)])
      expect(await findPlace(own.ports, { ...own.item, id })).toMatchObject({ place: TUESDAY });
  });

  test('is left open where only its series is known: the log is found, and the person chooses the day', async () => {
    const { ports, item, mutable, ews } = await opened();
    const place = { series: SERIES, occurrence: null };
    const ofSeries = { ...item, id: ews(mutable.master) };
    expect(await findPlace(ports, { ...ofSeries, start: null })).toMatchObject({ place });
    expect(await findPlace(ports, { ...ofSeries, start: london('2026-11-07 15:00') })).toMatchObject({
      place,
    });
  });

  test.each<[string, Partial<OpenItem>]>([
    [
      'whose id is of another mailbox, and whose title nobody has',
      { id: 'AAMkAGother=', title: 'Marcus and P.' },
    ],
    ['without a title', { title: '' }],
    ['of another day', { start: london('2026-11-07 15:00') }],
  ])('%s is found nowhere: then the person chooses from a list', async (_, told) => {
    const { ports, item } = await opened();
    expect(await findPlace(ports, { ...item, ...told })).toEqual({ kind: 'not-found' });
  });
});
