import { beforeAll, describe, expect, test } from 'vitest';
import { logCsv, logJson, logRows } from '../at-once';

import { readTable } from '../formats/table/read-csv';
import { sampleMonth } from '../simulator/worlds/sample-month';
import { disputes, imports, quotes, sets, weMet } from './hand';
import { type Tale, tell } from './teller';

/** Four weeks of a daily sync of two, lived by its attendee: the real Graph client, tasks and rules. */
const EXPECTED = {
  '2026-10-26': 'held',
  '2026-10-27': 'not-held-no-message',
  '2026-10-28': 'held-part',
  '2026-10-29': 'cancelled-short-notice 10 min',
  '2026-10-30': 'cancelled-with-notice 4320 min',
  '2026-11-02': 'held',
  '2026-11-03': 'held-moved 20 min',
  '2026-11-04': 'excluded-away',
  '2026-11-05': 'excluded-away',
  '2026-11-06': 'held',
  '2026-11-09': 'not-held-no-message',
  '2026-11-10': 'cancelled-short-notice 90 min',
  '2026-11-11': 'excluded-holiday',
  '2026-11-12': 'excluded-own-absence 420 min',
  '2026-11-13': 'held-part',
  '2026-11-16': 'not-held-no-message',
  '2026-11-17': 'held-reinstated 1290 min',
  '2026-11-18': 'cancelled-short-notice 1 min',
  '2026-11-19': 'not-recorded',
  '2026-11-20': 'held',
};

const lastMet = weMet('daily-1530', '2026-11-20');
let lived: Tale;
beforeAll(async () => {
  lived = await tell(sampleMonth()).lives().taps('2026-11-20 16:05', lastMet).until('2026-11-20 16:06');
});

const ALL = [
  'went-ahead',
  'there-when-it-started',
  'notice-given',
  'short-or-no-notice',
  'minutes-together',
  'moves',
  'short-notice-moves',
  'coverage',
] as const;

const numbers = (tale: Tale) => Object.fromEntries(ALL.map((name) => [name, tale.measure(name)]));

describe('the month of the stories', () => {
  test('has twenty rows, each with its outcome and its exact notice', () => {
    expect(lived.outcomes()).toEqual(EXPECTED);
  });

  test('gives exactly its numbers', () => {
    expect(numbers(lived)).toEqual({
      'went-ahead': '8 of 15 (53 %, 30–75)',
      'there-when-it-started': '8 of 11 (73 %, 43–90)',
      'notice-given': '1 of 7',
      'short-or-no-notice': '6 of 15 (40 %, 20–64)',
      'minutes-together': '202 of 450 (45 %)',
      moves: '1',
      'short-notice-moves': '1',
      coverage: '15 of 16 (94 %, 72–99)',
    });
  });
});

describe('the month as a file', () => {
  test('the table tells each occurrence once for each of its people, with the same outcome and notice', () => {
    const now = lived.hand.ports.clock();
    const started = { ...lived.lineage, judgedAt: now };
    const table = readTable(logCsv(logRows([started], { decisions: [], recaps: [] }, { app: '1.0.0' })));
    const past = table.filter((row) => Date.parse(row.effective_start_utc ?? '') <= now);
    expect(past).toHaveLength(40);
    const told = past.map((row) => [
      (row.original_start_utc ?? '').slice(0, 10),
      row.notice_min === '' ? row.outcome : `${row.outcome} ${row.notice_min} min`,
    ]);
    expect(Object.fromEntries(told)).toEqual(EXPECTED);
  });

  test('brought to another machine, the log says the same', async () => {
    const { ports } = lived.hand;
    const [facts, owner] = [await ports.ledger.allFacts(), await ports.graph.owner()];
    const text = logJson({ facts, owner, exportedAt: ports.clock(), app: '1.0.0' });
    const there = await tell(sampleMonth()).taps('2026-11-20 16:06', imports(text)).until('2026-11-20 16:06');
    expect(await there.of('daily')).toEqual(lived.lineage);
    expect(await there.hand.ports.ledger.view(there.hand.seriesOf('daily'))).toEqual(lived.lineage);
  });
});

describe('story 14: nobody checked in on Thu 19 Nov', () => {
  test('two days later it may still be noted, and says that it was: 9 of 16', async () => {
    const tale = await lived
      .goesOn()
      .taps('2026-11-21 11:00', weMet('daily-1530', '2026-11-19'))
      .until('2026-11-21 12:00');
    const row = tale.on('2026-11-19');
    expect(row.outcome).toBe('held');
    expect(row.checkIn?.at).toBe(tale.hand.clock('2026-11-21 11:00'));
    expect(tale.measure('went-ahead')).toBe('9 of 16 (56 %, 33–77)');
    expect(tale.measure('coverage')).toBe('16 of 16 (100 %, 81–100)');
  });
});

describe('story 15: Marcus says that he was in the lobby on 27 Oct', () => {
  const words = '27 Oct: I was in the lobby 15:00–15:06, please note it.';

  test('his words stand beside hers and change nothing', async () => {
    const quoted = quotes('daily', '2026-10-27', 'marcus', words);
    const tale = await lived.goesOn().taps('2026-11-20 16:10', quoted).until('2026-11-20 16:30');
    expect(tale.on('2026-10-27')).toMatchObject({ outcome: 'not-held-no-message', otherPersonNote: words });
    expect(tale.on('2026-10-27').evidence).toEqual(['own-check-in', 'other-person-note']);
    expect(tale.measure('went-ahead')).toBe('8 of 15 (53 %, 30–75)');
  });

  test('once she marks the row as disputed, it stays and counts nowhere: 8 of 14, 8 of 10', async () => {
    const tale = await lived
      .goesOn()
      .taps('2026-11-20 16:10', quotes('daily', '2026-10-27', 'marcus', words))
      .taps('2026-11-20 16:12', disputes('daily', '2026-10-27', 'We remember it differently.'))
      .until('2026-11-20 16:30');
    expect(tale.on('2026-10-27')).toMatchObject({
      outcome: 'not-held-no-message',
      disputed: true,
      otherPersonNote: words,
    });
    expect(numbers(tale)).toMatchObject({
      'went-ahead': expect.stringMatching(/^8 of 14 /),
      'there-when-it-started': expect.stringMatching(/^8 of 10 /),
      coverage: expect.stringMatching(/^14 of 15 /),
    });
  });
});

describe('changing what counts as short notice', () => {
  test.each([
    ['the default', undefined, 3],
    ['less than 24 h', { minutes: 1440 }, 3],
    ['less than 1 h', { minutes: 60 }, 2],
    ['less than 5 min', { minutes: 5 }, 1],
  ] as const)(
    'under %s re-classifies at once: of four cancellations %# are short',
    async (_, window, short) => {
      const rule = window === undefined ? [] : [sets('daily', { window })];
      const { lineage } = await lived
        .goesOn()
        .taps('2026-11-20 16:10', ...rule)
        .until('2026-11-20 16:30');
      const cancelled = lineage.occurrences.filter(({ outcome }) => outcome.startsWith('cancelled'));
      expect(cancelled).toHaveLength(4);
      expect(cancelled.filter(({ outcome }) => outcome === 'cancelled-short-notice')).toHaveLength(short);
    },
  );

  test('and changed back it is as it was: no fact was rewritten', async () => {
    const tale = await lived
      .goesOn()
      .taps('2026-11-20 16:10', sets('daily', { window: { minutes: 5 } }))
      .taps('2026-11-20 16:11', sets('daily', { window: 'same-day-or-12h' }))
      .until('2026-11-20 16:30');
    expect(tale.outcomes()).toEqual(EXPECTED);
  });
});
