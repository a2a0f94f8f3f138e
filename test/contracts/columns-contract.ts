import type { Fact } from '../../src/domain/facts/log/fact';
import type { JudgedLineage } from '../../src/domain/judge/judged/judged';
import { type Columns, columnsOf } from '../../src/domain/measure/columns';
import { DAY, HOUR } from '../../src/domain/time/time';
import type { Ledger } from '../../src/ledger/ledger';
import { isTrue, sameAs } from './check';
import type { LedgerPromise } from './ledger-contract';
import { checkIn, keeping, MONDAY, OWNER, sameMeeting, sighting, undo } from './sample-facts';

const YEAR = 365;

/** A meeting before and after the turn of two years, all of it over when it is told. */
const days = [-2 * YEAR, -2 * YEAR + 1, -YEAR, -2, -1];
const told: readonly Fact[] = [
  { ...keeping('k', 'a', 'start'), recordedAt: MONDAY - 3 * YEAR * DAY } as Fact,
  ...days.flatMap((day) => [sighting('a', day), checkIn(`e${day}`, 'a', day)]),
];

const rowsOf = (columns: Columns | null | undefined) =>
  columns && { starts: [...columns.starts], outcomes: [...columns.outcomes] };

const keptRows = async (ledger: Ledger, series = 'a') => rowsOf((await ledger.opening(series))?.columns);

const rowsOfView = (view: JudgedLineage | null) => view && rowsOf(columnsOf(view));

/** What every ledger promises of the columns that trends are counted from. */
export const COLUMNS_PROMISES: readonly LedgerPromise[] = [
  {
    title: 'has with the first look what the trend counts, of all years, as the view has it',
    keeps: async ({ open, outside }) => {
      outside.now = MONDAY + DAY;
      const ledger = await open();
      await ledger.append(told);
      sameAs((await keptRows(ledger))?.starts.length, days.length);
      sameAs(await keptRows(ledger), rowsOfView(await ledger.view('a')));
      await ledger.append([undo('u', 'e-1'), sighting('a', -YEAR - 1)]);
      sameAs((await keptRows(ledger))?.starts.length, days.length + 1, 'with the day that was added');
      sameAs(await keptRows(ledger), rowsOfView(await ledger.view('a')));
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title: 'says nothing of the trend once time alone has changed it, until it is judged again',
    keeps: async ({ open, outside }) => {
      const ledger = await open();
      await ledger.append([...told, sighting('a', 1)]);
      outside.now = MONDAY + DAY + HOUR / 8;
      sameAs((await keptRows(ledger))?.starts.length, days.length, 'while the next one goes on');
      outside.now = MONDAY + DAY + HOUR / 4;
      sameAs(await keptRows(ledger), null, 'when it is over');
      await ledger.append([], [{ series: 'a', sweptAt: outside.now, mailsUntil: null }]);
      sameAs((await keptRows(ledger))?.starts.length, days.length + 1, 'judged again');
      outside.now = MONDAY;
      sameAs(await keptRows(ledger), null, 'by a clock that was set back');
    },
  },
  {
    title: 'says nothing of the trend to an owner for whom it was not judged',
    keeps: async ({ open, outside }) => {
      const ledger = await open();
      await ledger.append(told);
      outside.owner = { ...OWNER, zone: 'Asia/Kolkata' };
      sameAs(await keptRows(ledger), null);
      await ledger.keptSeries();
      sameAs((await keptRows(ledger))?.starts.length, days.length);
    },
  },
  {
    title: 'joins and parts what trends count, as it joins and parts series',
    keeps: async ({ open, outside }) => {
      outside.now = MONDAY + 3 * DAY;
      const ledger = await open();
      await ledger.append([...told, sighting('b'), checkIn('f', 'b')]);
      sameAs((await keptRows(ledger, 'b'))?.starts.length, 1);
      await ledger.append([sameMeeting('s', 'a', 'b')]);
      sameAs((await keptRows(ledger, 'b'))?.starts.length, days.length + 1, 'joined');
      await ledger.append([undo('u', 's')]);
      sameAs([(await keptRows(ledger))?.starts.length, (await keptRows(ledger, 'b'))?.starts.length], [5, 1]);
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title:
      'has nothing of what was reduced to counts in what trends count, and nothing at all once all is erased',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append(told);
      const until = new Date(MONDAY - 40 * DAY).toISOString().slice(0, 7);
      await ledger.append([
        { kind: 'reduced', id: 'r', recordedAt: MONDAY, series: 'a', until, months: [] } as Fact,
      ]);
      sameAs((await keptRows(ledger))?.starts.length, 2, 'what is not reduced');
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
      await ledger.eraseAll();
      sameAs(await ledger.opening('a'), null);
      await ledger.append(told.slice(0, 3));
      sameAs((await keptRows(ledger))?.starts.length, 1, 'begun anew');
    },
  },
];
