import { expect, test } from 'vitest';

import type { LookBack } from '../../src/domain/facts/entered/look-back';
import { createLettersActions } from '../../src/session/actions/letters';
import type { Session } from '../../src/session/session';
import { step } from '../domain/builders/consult-facts';
import { decision, judged, lineageOf } from '../domain/builders/judged-month';
import { PRIYA, utc } from '../domain/builders/readings';

const lineage = lineageOf([judged('2026-10-29', 'cancelled-short-notice')]);
const made = decision(11, { occurrence: 'daily/2026-10-29' });
const atlas = (outcome: 'held' | 'not-held-no-message') =>
  judged('2026-11-05', outcome, { key: 'atlas/2026-11-05', series: 'atlas' });
const steps = [
  step('reopened', '2026-11-04T09:00', { decision: 'd11' }),
  step('decided', '2026-11-05T15:00', { decision: 'd11', occurrence: 'atlas/2026-11-05' }),
];

async function decisionsTold(elsewhere: ReturnType<typeof atlas>) {
  const frozen: LookBack[] = [];
  const session = {
    ports: {
      ledger: {
        ownEntries: async () => steps,
        append: async (facts: readonly LookBack[]) => frozen.push(...facts),
      },
      seal: { stamp: () => 'stamp', sha256: async () => 'hash' },
      clock: () => utc('2026-11-20T18:00'),
    },
    viewStore: {
      view: () => ({
        lineage: frozen.length === 0 ? lineage : null,
        ...{
          owner: { ...PRIYA, zone: 'Europe/London' },
          decisions: [made],
          recaps: [],
          elsewhere: [elsewhere],
        },
      }),
    },
    owed: async () => undefined,
  } as unknown as Session;
  await createLettersActions(session).lookBack('2026-10', { keep: '', drop: '', delegate: '' });
  const told = frozen[0]?.numbers.find(({ name }) => name === 'decisions-told');
  return [told?.count, told?.of];
}

test('13.1 a look-back freezes as told who was there where it was decided, in whichever kept meeting', async () => {
  expect(await decisionsTold(atlas('held'))).toEqual([1, 1]);
  expect(await decisionsTold(atlas('not-held-no-message'))).toEqual([0, 1]);
});
