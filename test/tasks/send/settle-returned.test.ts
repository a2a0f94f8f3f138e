import { describe, expect, test } from 'vitest';

import type { InputRequest } from '../../../src/domain/facts/decided/consulting';
import { isJournalled, type Journalled } from '../../../src/domain/facts/decided/pressed';
import { undoAll } from '../../../src/tasks/enter/own-entries';
import { settleReturned } from '../../../src/tasks/send/settle-returned';
import { request } from '../../domain/builders/consult-facts';
import { recap } from '../../domain/builders/judged-month';
import { pointMail } from '../../domain/builders/point-facts';
import { utc } from '../../domain/builders/readings';
import { createSimulatedGraph } from '../../simulator/graph/simulated-graph';
import { openPorts } from '../../simulator/own-ports';
import { sampleMonth } from '../../simulator/worlds/sample-month';

const NOW = utc('2026-12-09T10:00');
const ID = '<1@contoso.example>';
const MAIL = {
  ...{ mailKey: 'k', subject: 'INFO: Vendor B', bodyHash: 'abc' },
  ...{ messageId: 'AAMk', conversation: 'talk', internetMessageId: ID },
};
const part = { kind: 'catch-up', occurrence: null } as const;

/** Each kind of mail, as it went. */
const MAILS: readonly (readonly [string, readonly Journalled[]])[] = [
  ['a recap', [recap('', '2026-11-18', 'sent', { ...MAIL, decisions: ['d14'], called: ['D-014'] })]],
  ['a question', [request({ ...MAIL, decision: 'd14', called: 'D-014' })]],
  ['a mail before the sync', [pointMail(['p1'], ['P-001'], '2026-11-18T09:00', MAIL)]],
  [
    'a catch-up about two meetings',
    ['daily', null].map((series) => ({ ...recap('', '2026-11-18', 'sent', MAIL), ...part, series })),
  ],
];

/** These mails went, and came back. */
async function returned(mails: readonly Journalled[]) {
  const { ports } = await openPorts(createSimulatedGraph(sampleMonth(), { now: () => NOW }), {
    clock: () => NOW,
  });
  for (const step of ['sent', 'came-back'] as const)
    await ports.ledger.append(mails.map((one): Journalled => ({ ...one, step, id: ports.seal.stamp() })));
  const entered = async (ids: readonly string[]) =>
    (await ports.ledger.ownEntries()).filter(isJournalled).filter(({ id }) => ids.includes(id));
  return { ports, entered };
}

describe('Told otherwise, after a mail came back (13.8)', () => {
  test.each(MAILS)('%s leaves nothing of the mail that did not arrive in what is noted', async (_, mails) => {
    const { ports, entered } = await returned(mails);
    const noted = await entered(await settleReturned(ports, 'k', 'told'));
    expect(noted.map(({ step }) => step)).toEqual(mails.map(() => 'by-hand'));
    for (const mark of [ID, 'INFO: Vendor B', 'AAMk', 'talk', 'abc'])
      expect(JSON.stringify(noted)).not.toContain(mark);
    // What it was about, and what that was called, stays.
    const about = (all: readonly Journalled[]) =>
      all.map(({ step: _s, id: _i, recordedAt: _r, ...one }) => ('called' in one ? one.called : null));
    expect(about(noted)).toEqual(about(mails));
  });

  test.each(MAILS)('%s is told once, and came back again once that is undone', async (_, mails) => {
    const { ports } = await returned(mails);
    const noted = await settleReturned(ports, 'k', 'told');
    expect(await settleReturned(ports, 'k', 'told')).toEqual([]);
    await undoAll(ports, noted);
    expect(await settleReturned(ports, 'k', 'set-aside')).toHaveLength(mails.length);
  });
});

describe('A question that is asked by hand, after its mail came back (11.4)', () => {
  const ahead = utc('2026-12-20T12:00');
  test.each<[string, Partial<InputRequest>, Partial<InputRequest>]>([
    [
      'has as many of their working days as before, from now on',
      { workingDays: 2, deadline: utc('2026-11-16T22:00') },
      { workingDays: 2, deadline: utc('2026-12-11T22:00') },
    ],
    [
      'keeps a date of the owner’s choice that lies ahead',
      { workingDays: null, deadline: ahead },
      { workingDays: null, deadline: ahead },
    ],
    [
      'has three of their working days where that date is over',
      { workingDays: null, deadline: utc('2026-11-16T22:00') },
      { workingDays: 3, deadline: utc('2026-12-14T22:00') },
    ],
  ])('%s', async (_, asked, now) => {
    const { ports, entered } = await returned([request({ ...MAIL, ...asked })]);
    const [noted] = await entered(await settleReturned(ports, 'k', 'told'));
    expect(noted).toMatchObject({ ...now, step: 'by-hand', askedAt: NOW, zone: 'America/New_York' });
  });
});
