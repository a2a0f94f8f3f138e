import { DAY } from '../../src/domain/time/time';
import { UPGRADE_STEPS } from '../../src/ledger/store/upgrade';
import { idsOf, isTrue, rejectsWith, sameAs } from './check';
import type { Place } from './ledger-contract';
import { checkIn, MONDAY, sighting } from './sample-facts';
import { createMemorySmallStore } from './small-store';

/** A place whose database can be emptied behind the ledger's back, as a browser does. */
export interface DiskPlace extends Place {
  readonly empty: () => Promise<void>;
}

export interface DiskPromise {
  readonly title: string;
  readonly keeps: (place: DiskPlace) => Promise<void>;
}

/** What a ledger on disk promises besides. */
export const DISK_PROMISES: readonly DiskPromise[] = [
  {
    title: 'has everything again after it was closed',
    keeps: async ({ open }) => {
      const first = await open();
      await first.append([sighting('a'), checkIn('e', 'a')], [{ series: 'a', sweptAt: 1, mailsUntil: null }]);
      await first.keepDraft('d', 'half a sen');
      const view = await first.view('a');
      first.close();
      const second = await open();
      sameAs(idsOf(await second.allFacts()), ['e', sighting('a').id]);
      sameAs(await second.view('a'), view);
      sameAs([await second.draft('d'), (await second.marks()).length], ['half a sen', 1]);
      second.close();
    },
  },
  {
    title: 'tells the other panes which series changed, and not its own',
    keeps: async ({ open }) => {
      const channel = (name: string) => new BroadcastChannel(name);
      const [mine, other] = [await open({ channel }), await open({ channel })];
      const heardHere: unknown[] = [];
      mine.onOtherPane((series) => heardHere.push(series));
      const heard = new Promise((resolve) => other.onOtherPane(resolve));
      await mine.append([sighting('a')]);
      sameAs(await heard, ['a']);
      sameAs((await other.view('a'))?.occurrences.length, 1);
      sameAs(heardHere, []);
      mine.close();
      other.close();
    },
  },
  {
    title: 'loses nothing when two panes append at the same time',
    keeps: async ({ open }) => {
      const panes = [await open(), await open()];
      const appends = Array.from({ length: 30 }, (_, at) =>
        panes[at % 2]?.append([sighting('a', at % 5), checkIn(`e${at}`, `s${at % 7}`, at)]),
      );
      await Promise.all(appends);
      const [one] = panes;
      sameAs((await one?.allFacts())?.length, 35);
      isTrue((await one?.check()) === true, 'as counted');
      isTrue((await one?.rebuild()) === true, 'rebuilt as kept');
      for (const pane of panes) pane.close();
    },
  },
  {
    title: 'says that a log was lost when the database is empty and the witness knows of one',
    keeps: async ({ open, outside, empty }) => {
      const lossDetector = createMemorySmallStore();
      const first = await open({ lossDetector });
      isTrue(!first.lost, 'a first run is not a loss');
      await first.append([sighting('a'), checkIn('e', 'a')]);
      first.close();
      const before = await open({ lossDetector });
      isTrue(!before.lost, 'nothing was lost yet');
      before.close();
      await empty();
      outside.now = MONDAY + DAY;
      const emptied = await open({ lossDetector });
      sameAs([emptied.lost, emptied.loss], [true, { facts: 2, wroteAt: MONDAY }]);
      await emptied.append([sighting('a')]);
      emptied.close();
      const later = await open({ lossDetector });
      isTrue(later.lost, 'still to be told, though a sweep has filled it again');
      later.acceptLoss();
      later.close();
      const accepted = await open({ lossDetector });
      isTrue(!accepted.lost, 'told once');
      accepted.close();
    },
  },
  {
    title: 'lets go for a newer version, which keeps everything, and never writes to it again',
    keeps: async ({ open }) => {
      let told = 0;
      const old = await open({ onVersionChange: () => told++ });
      await old.append([checkIn('e', 'a')]);
      const newer = await open({ steps: [...UPGRADE_STEPS, (db) => void db.createObjectStore('tomorrow')] });
      sameAs(told, 1);
      sameAs(idsOf(await newer.allFacts()), ['e']);
      await rejectsWith('storage-newer', old.append([checkIn('f', 'a')]));
      await rejectsWith('storage-newer', open());
      sameAs(idsOf(await newer.allFacts()), ['e']);
      newer.close();
    },
  },
  {
    title: 'leaves the old log as it was when an upgrade fails, to be read and exported',
    keeps: async ({ open }) => {
      const old = await open();
      await old.append([checkIn('e', 'a')]);
      old.close();
      const broken = () => {
        throw new Error('a mistake in a step');
      };
      const reading = await open({ steps: [...UPGRADE_STEPS, broken] });
      sameAs((await reading.onScreen('a')).numbers, {}, 'numbers');
      sameAs(idsOf(await reading.allFacts()), ['e']);
      sameAs(idsOf(await reading.historyOf('a')), ['e'], 'history');
      await rejectsWith('storage-not-upgraded', reading.append([checkIn('f', 'a')]));
      reading.close();
      const again = await open();
      sameAs(idsOf(await again.allFacts()), ['e']);
      again.close();
    },
  },
];
