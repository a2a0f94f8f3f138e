import { describe, expect, test } from 'vitest';
import type { FaultAnswer } from '../simulator/graph/faults';
import { ownerGraph } from './owner-graph';

const SCOPES = ['User.Read', 'Files.ReadWrite.AppFolder'];
const MOST = 1_000;
const NAME = 'ledger-ab12cd34-2026-11.jsonl';
const refused = (code: number, name: string): FaultAnswer => ({
  kind: 'error',
  code,
  name,
  message: 'as seen',
});
const seen = ({ simulated }: ReturnType<typeof ownerGraph>) =>
  simulated.requests.map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/v1.0/me', '')}`);

describe('The folder in OneDrive', () => {
  test('lists, reads and replaces files with the folder permission alone', async () => {
    const { graph } = ownerGraph({ scopes: SCOPES });
    const { folder } = graph;
    expect(await folder.list()).toEqual([]);
    const first = await folder.write(NAME, '{"a":"ä"}\n');
    const [file] = await folder.list();
    expect(file).toMatchObject({ name: NAME, tag: first, size: 11 });
    expect(file && (await folder.read(file, MOST))).toEqual({ text: '{"a":"ä"}\n' });
    const second = await folder.write(NAME, '{"a":2}\n');
    expect(second).not.toBe(first);
    // The address of the earlier listing hands out what is there now.
    expect(file && (await folder.read(file, MOST))).toEqual({ text: '{"a":2}\n' });
    await folder.remove(NAME);
    await folder.remove(NAME);
    expect(await folder.list()).toEqual([]);
    expect(file && (await folder.read(file, MOST))).toBe('gone');
  });

  test('hands the token to Graph only, never to the server that hands out the files', async () => {
    const own = ownerGraph({ scopes: SCOPES });
    await own.graph.folder.write(NAME, 'text');
    const [file] = await own.graph.folder.list();
    expect(file && (await own.graph.folder.read(file, MOST))).toEqual({ text: 'text' });
    const last = own.simulated.requests.at(-1);
    expect(last?.url).toContain('sharepoint');
    expect(last?.headers).not.toHaveProperty('authorization');
  });

  test('takes in no more of a file than it may weigh, whether the listing says so or only what arrives', async () => {
    const own = ownerGraph({ scopes: SCOPES });
    await own.graph.folder.write(NAME, 'x'.repeat(2_000));
    const [file] = await own.graph.folder.list();
    if (file === undefined) throw new Error('not listed');
    const before = own.simulated.requests.length;
    expect(await own.graph.folder.read(file, MOST)).toBe('too-large');
    expect(own.simulated.requests.length).toBe(before);
    expect(await own.graph.folder.read({ ...file, size: 1 }, MOST)).toBe('too-large');
    expect(await own.graph.folder.read(file, 2_000)).toEqual({ text: 'x'.repeat(2_000) });
  });

  test('looks at a folder that was never looked at, and says where nobody has a drive', async () => {
    const fresh = ownerGraph({ habits: { appFolder: 'fresh' } });
    expect(await fresh.graph.folder.list()).toEqual([]);
    expect(seen(fresh).filter((one) => one !== 'GET ')).toEqual([
      'GET /drive/special/approot/children',
      'GET /drive/special/approot',
      'GET /drive/special/approot/children',
    ]);
    const without = ownerGraph({ habits: { appFolder: 'no-drive' } });
    await expect(without.graph.folder.list()).rejects.toMatchObject({ kind: 'no-drive' });
  });

  test.each([
    [409, 'resourceModified'],
    [412, 'notAllowed'],
    [423, 'resourceLocked'],
  ])('tries again where a file is in use: %i %s', async (code, name) => {
    const passing = ownerGraph({
      faults: [{ method: 'PUT', path: /content/, times: 2, answer: refused(code, name) }],
    });
    expect(await passing.graph.folder.write(NAME, 'text')).not.toBe('');
    expect(passing.waits.length).toBe(2);
    const staying = ownerGraph({ faults: [{ method: 'PUT', path: /content/, answer: refused(code, name) }] });
    await expect(staying.graph.folder.write(NAME, 'text')).rejects.toMatchObject({ kind: 'busy' });
  });

  test.each([
    ['is throttled', { kind: 'throttled', retryAfter: '2' }],
    ['loses the answer of a writing', { kind: 'done-but-lost' }],
    ['finds the gateway asleep', { kind: 'gateway-html' }],
  ] as const)('goes on when it %s', async (_, answer) => {
    const own = ownerGraph({ faults: [{ method: 'PUT', path: /content/, times: 1, answer }] });
    expect(await own.graph.folder.write(NAME, 'text')).not.toBe('');
    expect(own.simulated.files.size).toBe(1);
  });

  test('tries a broken download again', async () => {
    const own = ownerGraph({
      faults: [{ path: /download\.aspx/, times: 2, answer: { kind: 'unavailable' } }],
    });
    await own.graph.folder.write(NAME, 'text');
    const [file] = await own.graph.folder.list();
    expect(file && (await own.graph.folder.read(file, MOST))).toEqual({ text: 'text' });
  });

  test.each([
    [507, 'quotaLimitReached', 'drive-full'],
    [403, 'accessDenied', 'not-permitted'],
  ])('says what %i %s means', async (code, name, kind) => {
    const own = ownerGraph({ faults: [{ method: 'PUT', path: /content/, answer: refused(code, name) }] });
    await expect(own.graph.folder.write(NAME, 'text')).rejects.toMatchObject({ kind });
  });
});
