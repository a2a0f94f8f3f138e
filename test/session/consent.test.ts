import { describe, expect, test } from 'vitest';
import { CLOUDS, checkConfig } from '../../src/browser/config';
import { wait } from '../../src/browser/wait';
import { Trouble } from '../../src/domain/trouble';
import { CALLS } from '../../src/graph/client/permissions';
import { adminLinkOf, FIRST_SCOPES, isAllowed, NEEDS, sendingWay } from '../../src/session/consent';
import { SCOPES } from '../graph/scopes';

const CLIENT = '11111111-2222-3333-4444-555555555555';
const AUTH = 'https://pane.example/auth.html';

describe('What a feature asks for', () => {
  test.each(Object.entries(NEEDS))('%s asks for permissions of the table alone', (_, scopes) => {
    expect(scopes.length).toBeGreaterThan(0);
    expect(scopes.filter((scope) => !SCOPES.includes(scope))).toEqual([]);
  });

  test('the first sign-in asks for two of the table', () => {
    expect(FIRST_SCOPES).toEqual(['User.Read', 'Calendars.Read']);
    expect(FIRST_SCOPES.filter((scope) => !SCOPES.includes(scope))).toEqual([]);
  });
});

describe('What a sending could do', () => {
  test('needs no permission that was not asked for with it', () => {
    const { findMail, draft, draftThere, discard, send, sendMail } = CALLS;
    const scopes = [findMail, draft, draftThere, discard, send, sendMail].map(({ scope }) => scope);
    expect(new Set(scopes)).toEqual(new Set(NEEDS.send));
  });

  test.each([
    [['Mail.ReadWrite', 'Mail.Send'], 'sign-in-needed', 'once'],
    [['Mail.Send'], 'sign-in-needed', 'unverified'],
    [['Mail.ReadWrite'], 'sign-in-needed', 'none'],
    [[], 'consent-refused', 'none'],
    [[], 'admin-approval-needed', 'none'],
    [[], 'offline', null],
    [[], 'outlook-silent', null],
  ] as const)('with %j, and a silent answer of "%s" otherwise: %s', async (granted, otherwise, way) => {
    const token = async (scopes: readonly string[]) => {
      if (scopes.every((scope) => granted.some((one) => one === scope))) return 'token';
      throw new Trouble(otherwise, 'sign-in');
    };
    expect(await sendingWay((scopes) => isAllowed(token, scopes))).toBe(way);
  });
});

describe('The link for an administrator', () => {
  test.each([
    ['https://login.microsoftonline.com/common', 'https://login.microsoftonline.com/organizations/'],
    ['https://login.microsoftonline.com', 'https://login.microsoftonline.com/organizations/'],
    [
      'https://login.microsoftonline.com/northwind.example',
      'https://login.microsoftonline.com/northwind.example/',
    ],
    ['https://login.microsoftonline.us/common', 'https://login.microsoftonline.us/organizations/'],
  ])('of %s begins with %s, and says where to come back', (authority, begins) => {
    const link = adminLinkOf({ clientId: CLIENT, authority, graph: '' }, AUTH);
    expect(link).toBe(`${begins}adminconsent?client_id=${CLIENT}&redirect_uri=${encodeURIComponent(AUTH)}`);
  });

  test.each(Object.entries(CLOUDS).flatMap(([graph, hosts]) => hosts.map((host) => [graph, host] as const)))(
    'stays within the cloud of %s at %s',
    (graph, host) => {
      const config = checkConfig({
        clientId: CLIENT,
        graph: `https://${graph}/v1.0`,
        authority: `https://${host}/common`,
      });
      expect(new URL(adminLinkOf(config, AUTH)).host).toBe(host);
    },
  );
});

describe('A wait', () => {
  test('ends by itself', async () => {
    await expect(wait(1, new AbortController().signal)).resolves.toBeUndefined();
  });

  test('of a minute ends at once when it is called off, before or meanwhile', async () => {
    const stop = new AbortController();
    const waiting = wait(60_000, stop.signal);
    stop.abort('stopped');
    await expect(waiting).rejects.toBe('stopped');
    await expect(wait(60_000, stop.signal)).rejects.toBe('stopped');
  });
});
