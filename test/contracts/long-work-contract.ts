import type { Fact } from '../../src/domain/facts/log/fact';
import { Stopped, type Turns, type Watched } from '../../src/domain/pace';
import type { Ledger } from '../../src/ledger/ledger';
import { idsOf, isTrue, sameAs } from './check';
import type { LedgerPromise } from './ledger-contract';
import { plainJudge, stepwise } from './plain-judge';
import { away, checkIn, decision, erasure, sighting } from './sample-facts';

/** A clock by which a few steps take too long: the ledger rests far more often than a person needs it to. */
export function restless(): Turns {
  let now = 0;
  return {
    now: () => {
      now += 3;
      return now;
    },
    letIn: async () => {},
  };
}

/** More pages than are made anew in one transaction, in two meetings. */
const MANY: readonly Fact[] = [
  ...Array.from({ length: 501 }, (_, day) => sighting('long', day)),
  sighting('short'),
  decision('d1', 'short', 1),
];

/** Everything a person could see of the log. */
const shownIn = async (ledger: Ledger) => ({
  facts: await ledger.allFacts(),
  views: [await ledger.view('long'), await ledger.view('short'), await ledger.view('a')],
  limits: await ledger.limits(),
  kept: await ledger.keptSeries(),
  draft: await ledger.draft('recap'),
});

/** Ends the work when it has told how far it is so many times; gives all that it told. */
function endedAfter(times: number): Watched & { readonly told: number[] } {
  const told: number[] = [];
  return {
    told,
    onProgress: (done, of) => void told.push(done / of),
    signal: {
      get aborted() {
        return told.length >= times;
      },
    },
  };
}

const isStopped = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    (cause: unknown) => {
      if (cause instanceof Stopped) return true;
      throw cause;
    },
  );

/** What long work in the log promises whoever waits for it. */
export const LONG_WORK_PROMISES: readonly LedgerPromise[] = [
  {
    title: 'tells how far looking through it and making it anew are, from little to all, and never backwards',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append(MANY);
      for (const work of [ledger.check, ledger.rebuild]) {
        const watched = endedAfter(Number.POSITIVE_INFINITY);
        isTrue(await work(watched), 'as kept');
        sameAs(
          watched.told,
          watched.told.toSorted((a, b) => a - b),
          'told in order',
        );
        isTrue((watched.told[0] ?? 1) <= 0.5 && watched.told.at(-1) === 1, 'from little to all');
      }
    },
  },
  {
    title: 'lets in what is entered while it is made anew, and both are there in the end',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append(MANY);
      const entered: Promise<readonly Fact[]>[] = [];
      let ended = false;
      let cameBefore = false;
      const onProgress = () => {
        if (entered.length > 0) return;
        const tap = ledger.append([checkIn('tap', 'short')]);
        entered.push(tap);
        void tap.then(() => {
          cameBefore = !ended;
        });
      };
      isTrue(await ledger.rebuild({ onProgress }), 'as kept');
      ended = true;
      sameAs((await Promise.all(entered)).flat().length, 1, 'entered');
      isTrue(cameBefore, 'the tap did not wait for the end');
      sameAs((await ledger.view('short'))?.occurrences[0]?.outcome, 'held');
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title: 'loses nothing wherever making it anew is ended, and is whole when that is done again',
    keeps: async ({ open }) => {
      const ledger = await open();
      await ledger.append(MANY);
      const before = await shownIn(ledger);
      const all = endedAfter(Number.POSITIVE_INFINITY);
      await ledger.rebuild(all);
      for (const times of [1, Math.ceil(all.told.length / 2), all.told.length - 1]) {
        isTrue(await isStopped(ledger.rebuild(endedAfter(times))), `ended at ${times}`);
        sameAs(await shownIn(ledger), before, `ended at ${times}`);
      }
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title: 'takes an erasure back whole wherever it is ended, and erases whoever it is when it is not',
    keeps: async ({ open }) => {
      const ledger = await open();
      const told = [sighting('a'), sighting('a', 1), checkIn('e1', 'a'), sighting('b')];
      await ledger.append(told);
      await ledger.keepDraft('recap', { text: 'Dear Marcus' });
      const before = await shownIn(ledger);
      const gone = erasure('x1', 'Marcus', told);
      let times = 0;
      while (await isStopped(ledger.append([gone], [], endedAfter(times)))) {
        sameAs(await shownIn(ledger), before, `ended at ${times}`);
        isTrue(await ledger.check(), `as counted, ended at ${times}`);
        times += 1;
      }
      isTrue(times > 4, 'it could be ended in many places');
      sameAs(idsOf(await ledger.limits()), ['x1']);
      sameAs(await ledger.draft('recap'), null);
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title: 'erases also what was entered while it looked for what has to go',
    keeps: async ({ open }) => {
      const ledger = await open();
      const told = [sighting('a'), sighting('a', 1), sighting('b')];
      await ledger.append(told);
      const entered: Promise<readonly Fact[]>[] = [];
      const onProgress = () => {
        if (entered.length === 0) entered.push(ledger.append([away('w', 'Marcus'), sighting('late')]));
      };
      await ledger.append([erasure('x1', 'Marcus', told)], [], { onProgress });
      sameAs((await Promise.all(entered)).flat().length, 2, 'entered meanwhile');
      isTrue(!/marcus/i.test(JSON.stringify(await ledger.allFacts())), 'nothing names them');
      isTrue((await ledger.check()) && (await ledger.rebuild()), 'as counted and rebuilt');
    },
  },
  {
    title: 'shows no view made from what was erased, though judging it again fails',
    keeps: async ({ open }) => {
      let broken = false;
      const judge = stepwise((...given) => {
        if (broken) throw new Error('a mistake in the rules');
        return plainJudge(...given);
      });
      const ledger = await open({ judge });
      const told = [sighting('a', 0, { title: 'Marcus' }), sighting('b', 0, { title: 'Dana' })];
      await ledger.append(told);
      broken = true;
      await ledger.append([erasure('x1', 'Marcus', told)]);
      sameAs(await ledger.view('a'), null);
      isTrue(
        (await ledger.view('b')) === null || !/marcus/i.test(JSON.stringify(await ledger.view('b'))),
        'b',
      );
      broken = false;
      await ledger.rebuild();
      isTrue(!/marcus/i.test((await ledger.view('a'))?.title ?? 'Marcus'), 'judged again without them');
    },
  },
];
