import { describe, expect, test } from 'vitest';
import { checkConfig, readConfig } from '../../src/browser/config';
import { isTrouble } from '../../src/domain/trouble';

const GOOD = {
  clientId: '00000000-0000-0000-0000-000000000000',
  authority: 'https://login.microsoftonline.com/common',
  graph: 'https://graph.microsoft.com/v1.0',
};

const refused = (change: Record<string, unknown>): string => {
  try {
    checkConfig({ ...GOOD, ...change });
  } catch (thrown) {
    return isTrouble(thrown) ? thrown.kind : String(thrown);
  }
  return 'taken';
};

describe('config.json', () => {
  test.each([
    ['the global cloud', {}],
    [
      'US Government L4',
      { graph: 'https://graph.microsoft.us/v1.0', authority: 'https://login.microsoftonline.us/x' },
    ],
    [
      'US Government L5',
      { graph: 'https://dod-graph.microsoft.us/v1.0', authority: 'https://login.microsoftonline.us/x' },
    ],
    [
      'China',
      {
        graph: 'https://microsoftgraph.chinacloudapi.cn/v1.0',
        authority: 'https://login.chinacloudapi.cn/x',
      },
    ],
    ['a slash at the end', { graph: 'https://graph.microsoft.com/v1.0/' }],
  ])('is taken for %s', (_what, change) => {
    expect(refused(change)).toBe('taken');
  });

  test.each([
    ['a Graph host that is not Microsoft’s', { graph: 'https://graph.microsoft.com.evil.example/v1.0' }],
    ['plain http', { graph: 'http://graph.microsoft.com/v1.0' }],
    ['another port', { graph: 'https://graph.microsoft.com:8443/v1.0' }],
    ['a name before the host', { graph: 'https://me@graph.microsoft.com/v1.0' }],
    ['another version of Graph', { graph: 'https://graph.microsoft.com/beta' }],
    ['a sign-in host of another cloud', { authority: 'https://login.microsoftonline.us/common' }],
    ['a sign-in host that is not Microsoft’s', { authority: 'https://login.example/common' }],
    ['no client id', { clientId: '' }],
    ['a host that is a word of the language', { graph: 'https://constructor/v1.0' }],
    ['something that is no text', { graph: 7 }],
  ])('is refused for %s', (_what, change) => {
    expect(refused(change)).toBe('wrong-configuration');
  });

  test.each([
    ['that is no JSON', new Response('<html>'), 'wrong-configuration'],
    ['that is not there', new Response('', { status: 404 }), 'wrong-configuration'],
  ])('%s says so', async (_what, answer, kind) => {
    const thrown: unknown = await readConfig(async () => answer).catch((cause: unknown) => cause);
    expect(isTrouble(thrown) && thrown.kind).toBe(kind);
  });

  test('without a network is "offline"', async () => {
    const thrown: unknown = await readConfig(async () => {
      throw new TypeError('Failed to fetch');
    }).catch((cause: unknown) => cause);
    expect(isTrouble(thrown) && thrown.kind).toBe('offline');
  });
});
