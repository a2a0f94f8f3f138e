import { describe, expect, test } from 'vitest';
import { takeBackPressed } from '../../../src/tasks/send/press';
import { sendRecap } from '../../../src/tasks/send/send-recap';
import { MINUTE } from '../../simulator/time';
import { asksIn, BO, copiesTo, lastStepsIn, mortal, SECOND, sendingDesk, stayOpen, toEach } from './desk';

/** An administrator takes away the right to look into the mailbox; sending stays allowed. */
const forbid = ({ graph }: Awaited<ReturnType<typeof sendingDesk>>) => {
  graph.scopes.clear();
  for (const scope of ['User.Read', 'MailboxSettings.Read', 'Mail.Send']) graph.scopes.add(scope);
};

/** Whatever step a pane came to, then the mailbox may not be looked into any more. */
async function eachStep(
  then: (desk: Awaited<ReturnType<typeof sendingDesk>>, wasKept: boolean, step: number) => Promise<void>,
) {
  for (let step = 1; step < 60; step += 1) {
    const desk = await sendingDesk();
    const pane = mortal(desk.ports, step);
    const sending = sendRecap(pane.ports, toEach(BO)).then(() => 'done' as const);
    const end = await Promise.race([sending, pane.died.then(() => 'died' as const)]);
    const wasKept = (await desk.ledger.pressed.all()).length > 0;
    desk.pass(SECOND);
    forbid(desk);
    await then(desk, wasKept, step);
    if (end === 'done') break;
  }
}

describe('17 A mailbox that may not be looked into any more', () => {
  test('what was never told to go goes without a key; what was is asked about in the end, and never twice', async () => {
    const ends = new Set<string>();
    await eachStep(async (desk, wasKept, step) => {
      const ports = await desk.reopened();
      await stayOpen(desk, ports, 30 * MINUTE);
      const [asks = 'settled'] = await asksIn(ports);
      if (wasKept) ends.add(asks ?? 'without an end');
      if (wasKept && asks === 'settled') expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(1);
      expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBeLessThanOrEqual(1);
    });
    expect([...ends].sort()).toEqual(['settled', 'unknown']);
  });

  test('an Undo ends: it is taken back, or it is asked about as it may have gone', async () => {
    const ends = new Set<string>();
    await eachStep(async (desk, wasKept, step) => {
      const ports = await desk.reopened();
      await takeBackPressed(
        ports,
        (await ports.ledger.pressed.all()).map(({ id }) => id),
      );
      await stayOpen(desk, ports, 30 * MINUTE);
      const [asks = 'settled'] = await asksIn(ports);
      if (wasKept) ends.add(asks ?? 'without an end');
      if (wasKept && asks === 'settled') {
        expect(copiesTo(desk.graph, 'bo'), `step ${step}`).toBe(0);
        expect(await lastStepsIn(ports), `step ${step}`).not.toContain('sending');
      }
    });
    expect([...ends].sort()).toEqual(['settled', 'unknown']);
  });
});
