import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { asRecognized } from '../../../src/domain/facts/log/as-recognized';
import type { Fact } from '../../../src/domain/facts/log/fact';
import type { OpenReading } from '../../../src/domain/facts/observed/reading';
import { outlookSeries, type SeriesId } from '../../../src/domain/facts/things/occurrence';
import { judging } from '../../../src/domain/judge/verdict/judge';
import { dateInId } from '../../../src/formats/text/date-in-id';
import { openMemoryLedger } from '../../../src/ledger/ledger';
import { checkIn, keepLog, setKeeping } from '../../../src/tasks/enter/own-entries';
import { type OpenItem, recallPlace, rememberPlace } from '../../../src/tasks/find/find-place';
import { recognize, seriesToRecognize } from '../../../src/tasks/find/recognize';
import { keepOpen, namedByOutlook, sightOpen } from '../../../src/tasks/find/without-graph';
import { sweep } from '../../../src/tasks/read/sweep';
import { logJson, parseLogJson } from '../../at-once';
import { masterId } from '../../simulator/graph/calendar/event-json';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openedOf } from '../../simulator/outlook-web/opening';
import { type Own, openPorts } from '../../simulator/own-ports';
import { at, MINUTE } from '../../simulator/time';
import { SAMPLE_NOW, sampleMonth } from '../../simulator/worlds/sample-month';

/** A log that is begun while Graph cannot be asked, in a mailbox that Graph shows later. */

const LONDON = 'Europe/London';
const world = sampleMonth();
const SYNC = masterId(world.owner, 'daily-1530');

const MET = { said: 'we-met', minutes: null, people: [] } as const;
const NOBODY = { said: 'nobody-joined', minutes: null, people: [] } as const;

interface Seen {
  readonly item: OpenItem;
  readonly open: OpenReading;
}

async function start(now = SAMPLE_NOW) {
  const clock = { now };
  const graph = createSimulatedGraph(world, { now: () => clock.now });
  const own = await openPorts(graph, { clock: () => clock.now });
  return { ...own, graph, clock };
}
type Started = Awaited<ReturnType<typeof start>>;

/** An appointment as Outlook shows it, at the moment at which it is opened. */
async function shown(
  { graph, clock, owner }: Started,
  date: string,
  more: { readonly zone?: string; readonly title?: string } = {},
): Promise<Seen> {
  const { item } = await openedOf(
    { open: 'appointment', title: more.title ?? 'daily sync', date },
    world,
    graph,
  );
  if (item?.start == null || item.end === null) throw new Error(`nothing on ${date}`);
  const open: OpenItem = {
    id: item.id,
    seriesId: item.seriesId,
    title: item.subject,
    start: item.start,
    isMessage: false,
  };
  const person = ({ name, address }: { name: string; address: string }) => ({ key: address, name, address });
  return {
    item: open,
    open: {
      series: namedByOutlook(open) ?? '',
      title: item.subject,
      span: { start: item.start, end: item.end },
      originalDate: more.zone === undefined ? dateInId(item.id) : null,
      zone: more.zone ?? owner.zone,
      allDay: false,
      ownerOrganizes: item.from.address === owner.address,
      organizer: person(item.from),
      attendees: item.required.map((one) => ({
        ...{ person: person(one), role: 'required', response: 'not-visible', respondedAt: null },
      })),
      ownResponse: 'none',
      recurrence: null,
      readAt: clock.now,
    },
  };
}

/** Three days of the last week, each opened after the meeting and noted; gives the name of the log. */
async function keptByHand(own: Started, zone?: string): Promise<SeriesId> {
  let series = '';
  for (const [date, note] of [
    ['2026-11-16', NOBODY],
    ['2026-11-19', MET],
    ['2026-11-20', MET],
  ] as const) {
    own.clock.now = at(`${date} 15:45`, LONDON);
    const { item, open } = await shown(own, date, zone === undefined ? {} : { zone });
    const known = await recallPlace(own.ports, item);
    const place = await (known === null ? keepOpen : sightOpen)(own.ports, own.owner, open);
    await rememberPlace(own.ports, item, place);
    await checkIn(own.ports, place.occurrence ?? '', note);
    series = place.series;
  }
  own.clock.now = SAMPLE_NOW;
  return series;
}

/** Graph can be asked: what the pane does then. */
async function withGraph({ ports, owner }: Own, open: Parameters<typeof recognize>[3] = null) {
  await recognize(ports, owner, await seriesToRecognize(ports), open);
  const kept = (await ports.ledger.keptSeries()).flatMap(({ series }) => series);
  await sweep(ports, owner, kept);
  return kept;
}

const past = async ({ ports }: Own, series: SeriesId) =>
  ((await ports.ledger.view(series))?.occurrences ?? []).filter(
    ({ effective }) => effective.end <= SAMPLE_NOW,
  );

/** What was noted, by the occurrences of the log in which it shows. */
async function byHand(own: Own, series: SeriesId): Promise<readonly string[]> {
  const facts = asRecognized(await own.ports.ledger.allFacts());
  const notes = new Map(facts.flatMap((fact) => (fact.kind === 'check-in' ? [[fact.id, fact.said]] : [])));
  return (await past(own, series)).flatMap(({ date, checkIn: note }) =>
    note === null ? [] : [`${date} ${notes.get(note.id)}`],
  );
}

const NOTED = ['2026-11-16 nobody-joined', '2026-11-19 we-met', '2026-11-20 we-met'];

describe('A log begun without Graph', () => {
  let own: Started;
  let series: SeriesId;
  beforeAll(async () => {
    own = await start();
    series = await keptByHand(own);
  });

  test('knows what was opened and noted, and asks Graph nothing', async () => {
    expect(series).toMatch(/^outlook:/);
    expect((await own.ports.ledger.keptSeries()).map(({ title }) => title)).toEqual([
      'Priya/Marcus daily sync',
    ]);
    expect(await byHand(own, series)).toEqual(NOTED);
    expect((await past(own, series)).map(({ date, outcome }) => `${date} ${outcome}`)).toEqual([
      '2026-11-16 not-held-no-message',
      '2026-11-19 held',
      '2026-11-20 held',
    ]);
  });

  test('is found again for its next occurrence, by Outlook’s id of the series', async () => {
    const { item } = await shown(own, '2026-11-23');
    expect(await recallPlace(own.ports, item)).toEqual({ series, occurrence: null });
    // Classic Outlook calls an occurrence by the id of its series, and says nothing of one.
    const classic = { ...item, id: item.seriesId, seriesId: null };
    expect(await recallPlace(own.ports, classic)).toMatchObject({ series });
  });

  test('is the same series of Graph as soon as that can be asked: nothing lost, nothing doubled', async () => {
    expect(await withGraph(own)).toEqual([SYNC]);
    expect(await byHand(own, SYNC)).toEqual(NOTED);
    // What nobody opened is there as well, as Graph shows it.
    expect((await past(own, SYNC)).map(({ date, outcome }) => `${date} ${outcome}`)).toEqual([
      '2026-11-16 not-held-no-message',
      '2026-11-17 not-recorded',
      '2026-11-18 cancelled-short-notice',
      '2026-11-19 held',
      '2026-11-20 held',
    ]);
    expect(await own.ports.ledger.rebuild()).toBe(true);
    expect(await own.ports.ledger.check()).toBe(true);
  });

  test('goes by Graph’s name from then on, for the items that were remembered before too', async () => {
    const { item } = await shown(own, '2026-11-19');
    expect(await recallPlace(own.ports, item)).toEqual({ series: SYNC, occurrence: `${SYNC}/2026-11-19` });
  });

  test('is recognized once', async () => {
    expect(await seriesToRecognize(own.ports)).toEqual([]);
    const before = (await own.ports.ledger.allFacts()).length;
    await withGraph(own);
    expect(await own.ports.ledger.allFacts()).toHaveLength(before);
  });

  test('comes back from its file as it was, whatever is read first', async () => {
    const text = logJson({
      facts: await own.ports.ledger.allFacts(),
      owner: own.owner,
      exportedAt: SAMPLE_NOW,
      app: '1.0.0',
    });
    const file = parseLogJson(text);
    if (!file.ok) throw new Error(JSON.stringify(file.fault));
    const whole = await own.ports.ledger.view(SYNC);
    const pieces = fc.tuple(
      fc.shuffledSubarray([...file.value.facts], { minLength: file.value.facts.length }),
      fc.integer({ min: 0, max: file.value.facts.length }),
    );
    await fc.assert(
      fc.asyncProperty(pieces, async ([facts, at]) => {
        const ledger = await openMemoryLedger({
          clock: () => SAMPLE_NOW,
          judge: judging,
          owner: () => own.owner,
        });
        await ledger.append(facts.slice(0, at));
        await ledger.append(facts.slice(at));
        expect(await ledger.view(SYNC)).toEqual(whole);
        expect(await ledger.view(series)).toEqual(whole);
        expect(await ledger.keptSeries()).toHaveLength(1);
      }),
      { numRuns: 8 },
    );
  });
});

describe('Graph that comes after', () => {
  test('may have been there on another machine all the time', async () => {
    const elsewhere = await start();
    const series = await keptByHand(elsewhere);
    const here = await start();
    await keepLog(here.ports, SYNC);
    await withGraph(here);
    await checkIn(here.ports, `${SYNC}/2026-11-18`, MET);
    await here.ports.ledger.append(await elsewhere.ports.ledger.allFacts());
    expect(await here.ports.ledger.keptSeries()).toHaveLength(2);
    expect(await withGraph(here)).toEqual([SYNC]);
    expect(await byHand(here, SYNC)).toEqual([NOTED[0], '2026-11-18 we-met', ...NOTED.slice(1)]);
    expect(await past(here, series)).toEqual(await past(here, SYNC));
  });

  test('knows the day for which an occurrence was planned, where Outlook’s clocks showed another', async () => {
    const own = await start();
    const series = await keptByHand(own, 'Pacific/Auckland');
    expect((await past(own, series)).map(({ date }) => date)).toEqual([
      '2026-11-17',
      '2026-11-20',
      '2026-11-21',
    ]);
    await withGraph(own);
    expect(await byHand(own, SYNC)).toEqual(NOTED);
  });

  test('leaves alone what it does not find, and does not call it gone', async () => {
    const own = await start();
    const { open } = await shown(own, '2026-11-19');
    const lost = { ...open, series: outlookSeries('AAMkAGlost'), title: 'Something else' };
    const { occurrence } = await keepOpen(own.ports, own.owner, lost);
    await checkIn(own.ports, occurrence ?? '', MET);
    await recognize(own.ports, own.owner, await seriesToRecognize(own.ports), null);
    expect(await seriesToRecognize(own.ports)).toEqual([lost.series]);
    const view = await own.ports.ledger.view(lost.series);
    expect(view).toMatchObject({ stopped: false, vanished: [] });
    expect(view?.occurrences.map(({ outcome }) => outcome)).toEqual(['held']);
  });

  test('tells a meeting of somebody else’s calendar by title, time and organizer, and only by all of them', async () => {
    const own = await start();
    const { open } = await shown(own, '2026-11-19');
    const shared = { ...open, series: outlookSeries('AAMkAGshared') };
    const later = { start: open.span.start + MINUTE, end: open.span.end };
    const [another, other] = [outlookSeries('AAMkAGanother'), outlookSeries('AAMkAGother')];
    await keepOpen(own.ports, own.owner, shared);
    await keepOpen(own.ports, own.owner, { ...open, series: another, span: later });
    await keepOpen(own.ports, own.owner, { ...open, series: other, organizer: null });
    await withGraph(own);
    expect(await seriesToRecognize(own.ports)).toEqual([another, other]);
    expect((await own.ports.ledger.view(shared.series))?.series).toEqual([SYNC]);
  });

  test('does not begin again what was stopped', async () => {
    const own = await start();
    const series = await keptByHand(own);
    await setKeeping(own.ports, series, 'stop');
    expect(await withGraph(own)).toEqual([]);
    expect((await own.ports.ledger.view(SYNC))?.stopped).toBe(true);
    expect(await byHand(own, SYNC)).toEqual(NOTED);
  });

  test('leaves every fact as it was recorded', async () => {
    const own = await start();
    const series = await keptByHand(own);
    const before: readonly Fact[] = await own.ports.ledger.allFacts();
    await withGraph(own);
    const after = await own.ports.ledger.allFacts();
    expect(after).toEqual(expect.arrayContaining([...before]));
    expect(asRecognized(after).filter((fact) => 'occurrence' in fact)).not.toContainEqual(
      expect.objectContaining({ occurrence: expect.stringContaining(series) }),
    );
  });
});
