import { describe, expect, test } from 'vitest';
import { CALLS, type GraphCall } from '../../../src/graph/client/permissions';
import { BY_HAND } from '../../simulator/graph/conformance/offences';
import { GRAPH, ownerGraph } from '../owner-graph';
import { SCOPES } from '../scopes';

const calls: readonly (readonly [string, GraphCall])[] = Object.entries(CALLS);

describe('The table of calls', () => {
  const ask = (call: GraphCall, scopes: string[]) => {
    const { simulated } = ownerGraph({ scopes });
    const path = call.path.replace(/\{\w+\}/g, 'AAkA');
    const body = call.method === 'POST' ? { method: 'POST', body: '{}' } : { method: call.method };
    const headers = { [BY_HAND]: 'test', Authorization: 'Bearer t', 'Content-Type': 'application/json' };
    return simulated.answer(new Request(`${GRAPH}${path}`, { ...body, headers }));
  };

  test.each(calls)('%s needs its permission, and no other', async (_, call) => {
    expect((await ask(call, [])).status).toBe(403);
    const allowed = await ask(call, [call.scope]);
    expect(allowed.status).not.toBe(403);
    expect(await allowed.text()).not.toContain('segment');
  });

  test.each(calls)('%s says why it is made and what is lost without it, in sentences', (_, call) => {
    for (const text of [call.why, call.without]) expect(text).toMatch(/^[A-Z].+\.$/);
  });

  test('marks as harmless what may be asked twice', () => {
    const harmful = calls.filter(([, call]) => !call.idempotent).map(([name]) => name);
    expect(harmful.sort()).toEqual(['draft', 'send', 'sendMail']);
  });

  test('asks for no permission an administrator has to grant by definition', () => {
    expect([...SCOPES].sort()).toEqual([
      'Calendars.Read',
      'Files.ReadWrite.AppFolder',
      'Mail.Read',
      'Mail.ReadWrite',
      'Mail.Send',
      'MailboxSettings.Read',
      'OnlineMeetingArtifact.Read.All',
      'OnlineMeetings.Read',
      'User.Read',
    ]);
  });
});
