import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/facts/log/fact';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { UNTIMED } from '../../src/domain/pace';
import { EVERYTHING, type LogScope } from '../../src/domain/tell/log-scope';
import { openMemoryLedger } from '../../src/ledger/ledger';
import { exportLog } from '../../src/session/actions/export';
import { createShownLogActions } from '../../src/session/actions/shown-log';
import type { Session } from '../../src/session/session';
import { wordingOf } from '../../src/ui/words/wording';
import { erasureOf } from '../at-once';
import { about, at, attendee, daily, dana, marcus, priya, refinement, sam } from '../domain/builders/facts';
import { decision } from '../domain/builders/judged-month';

const NOW = at('2026-11-20 12:00');
const sync = about(daily);
const atlas = about(refinement);
/** Seen beside kept ones; nobody keeps a log of it. */
const strangers = about({ ...daily, series: 'other', attendees: [attendee(sam)] });

const FACTS: readonly Fact[] = [
  ...[sync, atlas].map((one) => one.kept('start', '2026-10-20 09:00')),
  ...[sync, atlas, strangers].map((one) => one.seen()),
  ...[sync.sighted('2026-10-26'), atlas.sighted('2026-10-27'), strangers.sighted('2026-10-26')],
  ...[sync.noted('2026-10-26', '2026-10-26 15:40', 'we-met')],
  decision(1, { series: 'daily', occurrence: 'daily/2026-10-26', topic: 'Pricing', decidedAt: NOW }),
];

async function opened(more: readonly Fact[] = []) {
  const outside = { clock: () => NOW, judge: judging, rejudge, owner: () => priya, turns: UNTIMED };
  const ledger = await openMemoryLedger(outside);
  await ledger.keepSetting('owner', priya);
  await ledger.append([...FACTS, ...more]);
  const ports = { ledger, clock: () => NOW, turns: UNTIMED };
  const session = { ports, viewStore: { view: () => ({ owner: priya }) } } as unknown as Session;
  return { ledger, session, log: createShownLogActions(session) };
}

const WITH_DANA: LogScope = { kind: 'person', person: dana };

describe('The log beyond the meeting on screen', () => {
  test('offers everybody in the record of a kept log but the owner, and the topics that were decided about', async () => {
    const { log } = await opened([atlas.ruled({ leftOut: [sam.key] }, '2026-10-21 09:00')]);
    const { people, topics } = await log.choices();
    expect(people.map(({ name }) => name)).toEqual(['Dana', 'Marcus', 'Wei']);
    expect(topics).toEqual(['Pricing']);
  });

  test('is read with the name of each meeting, the newest last', async () => {
    const { log } = await opened();
    const days = async (scope: LogScope) =>
      (await log.read(scope, {}))?.rows
        .slice(0, 2)
        .map(({ occurrence, meeting }) => `${occurrence.date} ${meeting?.title}`);
    expect(await days(EVERYTHING)).toEqual([
      '2026-10-26 Priya/Marcus daily sync',
      '2026-10-27 Atlas refinement',
    ]);
    expect((await days(WITH_DANA))?.[0]).toBe('2026-10-27 Atlas refinement');
    expect(await days({ kind: 'topic', topic: 'pricing' })).toEqual(['2026-10-26 Priya/Marcus daily sync']);
  });

  test('is empty, and no fault, before anybody signed in', async () => {
    const { session } = await opened();
    const nobody = { ...session, viewStore: { view: () => ({ owner: null }) } } as unknown as Session;
    expect(await createShownLogActions(nobody).read(EVERYTHING, {})).toEqual({ rows: [], recaps: [] });
  });

  test('gives nothing where it was stopped', async () => {
    const { log } = await opened();
    expect(await log.read(EVERYTHING, { signal: { aborted: true } })).toBeNull();
  });
});

describe('An export of a part', () => {
  const out = async (session: Session, as: 'csv' | 'json' | 'copy', scope: LogScope) =>
    exportLog(session, as, scope, wordingOf('Europe/London', NOW), {});

  test('has a name that tells what it holds, but as JSON, which holds everything', async () => {
    const { session } = await opened();
    expect((await out(session, 'csv', WITH_DANA))?.name).toBe('loopkeeper-log with Dana 2026-11-20.csv');
    const json = await out(session, 'json', WITH_DANA);
    expect(json?.name).toBe('loopkeeper-log-2026-11-20.json');
    expect(await json?.file?.text()).toContain(marcus.address);
  });

  test('about somebody who was erased since gives out nothing, not even a name', async () => {
    const { ledger, session, log } = await opened();
    await ledger.append([
      erasureOf(FACTS, priya, dana, { id: 'erasure-1', recordedAt: NOW, role: 'colleague', salt: 'salt' }),
    ]);
    for (const as of ['csv', 'copy'] as const)
      expect(await out(session, as, WITH_DANA)).toEqual({
        name: '',
        text: null,
        file: null,
        forgotten: true,
      });
    expect(await log.read(WITH_DANA, {})).toBeNull();
    expect(JSON.stringify(await log.choices())).not.toMatch(/dana/i);
  });
});
