import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';

import type { Decision } from '../../src/domain/facts/decided/decision';
import type { RecapEntry } from '../../src/domain/facts/decided/recap-entry';
import type { Fact } from '../../src/domain/facts/log/fact';
import { occurrenceKey } from '../../src/domain/facts/things/occurrence';
import { keyEndedName } from '../../src/domain/forget/roaming';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { UNTIMED } from '../../src/domain/pace';
import { DAY } from '../../src/domain/time/time';
import { readAttendanceFile } from '../../src/formats/attendance/attendance-file';
import { csvText } from '../../src/formats/table/csv';
import { openMemoryLedger } from '../../src/ledger/ledger';
import { planImport } from '../../src/tasks/log/import-log';
import type { Ports } from '../../src/tasks/ports';
import { takeAnswers } from '../../src/tasks/read/take-answers';
import { done, ids, note, OPENLY, sealedLog } from '../attacks/sealed-log';
import { checkIn, keeping, MONDAY, OWNER, sighting } from '../contracts/sample-facts';
import { about, at, daily, dana, judge, occurrenceOn } from '../domain/builders/facts';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { openPorts } from '../simulator/own-ports';
import { sampleMonth } from '../simulator/worlds/sample-month';

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/data/attacks');
const bytesOf = (file: string): Uint8Array => readFileSync(path.join(FOLDER, file));
const textOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');

/** A log with ids of every kind that a file could guess at: a kept meeting, looked at and noted day by day. */
async function keptLog() {
  const facts: Fact[] = [
    keeping('keeping-000001', 'a', 'start', MONDAY - 100 * DAY),
    ...Array.from({ length: 40 }, (_, day) => [
      { ...sighting('a', -day), id: `sighting-${String(2 * day + 3).padStart(6, '0')}` },
      checkIn(`check-in-${String(2 * day + 4).padStart(6, '0')}`, 'a', -day),
    ]).flat(),
  ];
  const clock = () => MONDAY + DAY;
  const ledger = await openMemoryLedger({ clock, judge: judging, rejudge, owner: () => OWNER });
  await ledger.append(facts);
  const ports = { ledger, clock, turns: UNTIMED } as unknown as Ports;
  const held = async () => (await ledger.allFacts()).map(({ id }) => id).sort();
  return { ledger, ports, held };
}

/** What has to become of each file, by what it is called: others of the same kinds are tried, too. */
const CONDUCT: readonly (readonly [name: RegExp, conduct: string, shows: (file: string) => Promise<void>])[] =
  [
    [/^import-.*\.json$/, 'is refused whole, with the line, and takes nothing', importIsRefused],
    [
      /^roaming-.*\.jsonl$/,
      'is asked about in a sealed log as far as it may say anything, and takes nothing in any',
      roamingIsAsked,
    ],
    [/^forged-answer.*\.json$/, 'is no answer', answerIsNone],
    [/^forged-cancellation.*\.txt$/, 'is a question, and the calendar counts', cancellationIsAsked],
    [/^key-downgrade.*\.txt$/, 'makes nobody write openly', keyStays],
    [/^teams-quotes.*\.txt$/, 'is a fault in words', quotesAreAFault],
    [/\.csv$/, 'starts no formula when its cells are exported', tableIsDefused],
  ];

async function importIsRefused(file: string) {
  const { ledger, ports, held } = await keptLog();
  const before = await held();
  const plan = await planImport(ports, textOf(file));
  expect(plan).toMatchObject({ ok: false });
  expect(plan.ok ? null : plan.fault.line).toBeGreaterThan(9);
  const { facts } = JSON.parse(textOf(file)) as { readonly facts: readonly Fact[] };
  await ledger.merge(facts);
  await ledger.bring(facts);
  expect(await held()).toEqual(before);
}

async function roamingIsAsked(file: string) {
  const name = `ledger-evil-2026-11.${file.split('.').at(-1)}`;
  const sealed = await sealedLog();
  sealed.folder.edit(name, textOf(file));
  await done(sealed.laptop);
  expect(await ids(sealed.laptop)).toEqual(sealed.log);
  // What it may not delete is not even asked about; anything else beside it is.
  sealed.folder.edit(name, `${textOf(file).trimEnd()}\n${JSON.stringify(checkIn('zz-e1', 'a', 2))}\n`);
  expect(Object.keys((await done(sealed.laptop)).news.unsealed?.files ?? {})).toEqual([name]);
  expect(await ids(sealed.laptop)).toEqual(sealed.log);
  const { ledger, held } = await keptLog();
  const before = await held();
  const lines = textOf(file).trim().split('\n').slice(1);
  await ledger.merge(lines.map((line) => JSON.parse(line) as Fact));
  expect(await held()).toEqual(before);
}

async function answerIsNone(file: string) {
  const sent = at('2026-11-18 16:20');
  const on = { series: 'daily', occurrence: occurrenceKey('daily', '2026-11-18'), recordedAt: sent } as const;
  const decision: Decision = {
    ...{ kind: 'decision', id: 'd13', ...on, number: 13, text: 'The launch moves', why: '' },
    ...{ accountable: dana, topic: '', informed: [], decidedAt: sent },
  };
  const mail = JSON.parse(textOf(file)) as {
    readonly subject: string;
    readonly parentFolderId: string;
    readonly sender: { readonly emailAddress: { readonly address: string } };
    readonly from: { readonly emailAddress: { readonly address: string; readonly name: string } };
  };
  const { address, name } = mail.from.emailAddress;
  const told: RecapEntry = {
    ...{ kind: 'recap', id: 'r1', ...on, mailKey: 'r1', step: 'sent', subject: 'INFO', bodyHash: '' },
    ...{ to: [{ key: address, name, address }], decisions: ['d13'], sentAt: sent, messageId: null },
  };
  const graph = createSimulatedGraph(sampleMonth(), { now: at('2026-11-19 09:00') });
  const { ports } = await openPorts(graph, { clock: () => at('2026-11-19 09:00') });
  await ports.ledger.append([decision, told]);
  const given = { from: 'marcus', to: 'priya', subject: mail.subject } as const;
  graph.arrives({
    ...given,
    ...{ folder: mail.parentFolderId as 'junkemail', sender: mail.sender.emailAddress.address },
  });
  // Junk is no source; and where a rule has moved it to the inbox, the other sender is a question.
  graph.arrives({ ...given, sender: mail.sender.emailAddress.address });
  await takeAnswers(ports);
  expect((await ports.ledger.ownEntries()).filter(({ kind }) => kind === 'answer')).toEqual([]);
}

async function cancellationIsAsked(file: string) {
  const [, key = ''] = /key:([^,]+)/.exec(textOf(file)) ?? [];
  const [, name = ''] = /name:'([^']+)'/.exec(textOf(file)) ?? [];
  const sync = about(daily);
  const day = '2026-11-18';
  const forged = sync.cancelledBy(day, `${day} 14:55`, { from: { key, name, address: key } });
  const lineage = judge([sync.seen(), sync.sighted(day), forged], 'daily', at(`${day} 18:00`));
  const one = occurrenceOn(lineage, day);
  expect(one).toMatchObject({ outcome: 'not-recorded', changedBy: null, notice: null });
  expect(one.questions).toContain('mail-doubted');
}

async function keyStays(file: string) {
  expect(textOf(file)).toContain('-ended.json');
  for (const content of ['', '{}', textOf(file)]) {
    const { folder, laptop, desk, id } = await sealedLog();
    folder.edit(keyEndedName(id), content);
    for (const device of [laptop, desk]) {
      await note(device, 2);
      expect((await done(device)).news).toMatchObject({ falseEnding: true, ending: null });
    }
    expect(folder.text()).not.toMatch(OPENLY);
  }
}

async function quotesAreAFault() {
  const occurrenceSpan = { start: MONDAY, end: MONDAY + DAY / 24 };
  const quotes = new TextEncoder().encode(`"${'""'.repeat(5_000_000)}`);
  expect(readAttendanceFile(quotes, { occurrenceSpan, zone: 'UTC' })).toMatchObject({ ok: false });
}

async function tableIsDefused(file: string) {
  const cells = papaparse.parse<string[]>(textOf(file).replace(/^\uFEFF/, ''), {
    delimiter: ',',
    quoteChar: '"',
  }).data;
  for (const delimiter of [',', ';', '\t', '|']) {
    const text = csvText(cells).replace(/^\uFEFF/, '');
    const read = papaparse.parse<string[]>(text, { delimiter, quoteChar: '"' }).data.flat();
    expect(read.filter((cell) => /^\s*[=+\-@]/.test(cell.normalize('NFKC')))).toEqual([]);
  }
}

describe('Every attack that once worked', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'README.md');

  test('has its conduct named here', () => {
    expect(files.filter((file) => !CONDUCT.some(([name]) => name.test(file)))).toEqual([]);
    expect(files.filter((file) => bytesOf(file).length > 0).length).toBeGreaterThan(8);
  });

  describe.each(CONDUCT)('%s', (name, conduct, shows) => {
    test.each(files.filter((file) => name.test(file)))(`%s ${conduct}`, shows);
  });
});
