import { createHash, createPublicKey } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';
import type { Host } from './hosts';

/** What the hosts of a network are asked for. */
export interface Heard {
  /** Addresses that a known host did not have. */
  readonly missing: string[];
  /** The hosts that answered, by name. */
  readonly spokenTo: Set<string>;
}

/** All there is of the internet: a proxy, behind which every host of a test answers with its own name. */
export interface Network {
  /** The proxy's address, for a profile of the browser. */
  readonly proxy: string;
  /** From now on these hosts answer; other names are nowhere. */
  readonly serve: (hosts: ReadonlyMap<string, Host>, heard: Heard) => void;
}

/** Made for this process alone. The browser is told to believe it, so that it keeps what it read as it does with others. */
const certificate = generate([{ name: 'commonName', value: 'the simulated internet' }], {
  keyType: 'ec',
  algorithm: 'sha256',
});

/** The switch with which a browser believes these hosts: the digest of their public key. */
export async function believed(): Promise<string> {
  const key = createPublicKey((await certificate).cert).export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
}

const HTTPS = ':443';

/**
 * Real connections, so that the browser's own cache, preflights and broken lines are what they are with Microsoft. It
 * lives as long as the process.
 */
export async function openNetwork(): Promise<Network> {
  let hosts: ReadonlyMap<string, Host> = new Map();
  let heard: Heard = { missing: [], spokenTo: new Set() };
  const { private: key, cert } = await certificate;
  const behind = createSecureServer({ key, cert, keepAliveTimeout: 0 }, (asked, response) => {
    void answer(asked, response, hosts, heard);
  });
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', ({ url = '' }: IncomingMessage, socket: Socket) => {
    // A window that goes takes its connections along.
    socket.on('error', () => socket.destroy());
    if (!url.endsWith(HTTPS) || !hosts.has(url.slice(0, -HTTPS.length)))
      return socket.end('HTTP/1.1 502 Nowhere\r\n\r\n');
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    behind.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  for (const server of [proxy, behind]) server.unref();
  return {
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    serve: (now, by) => {
      hosts = now;
      heard = by;
    },
  };
}

async function answer(
  asked: IncomingMessage,
  response: ServerResponse,
  hosts: ReadonlyMap<string, Host>,
  { missing, spokenTo }: Heard,
): Promise<void> {
  const { method = 'GET', headers, url = '/' } = asked;
  const name = headers.host ?? '';
  const address = `https://${name}${url}`;
  const body = await bodyOf(asked);
  if (method === 'OPTIONS' && headers['access-control-request-method'] !== undefined)
    return void response.writeHead(204, allowed(headers)).end();
  const host = hosts.get(name);
  spokenTo.add(name);
  // What the network does when it breaks is a promise that fails.
  const reply = await host?.(new Request(address, { method, headers: ownHeaders(headers), body })).catch(
    () => 'broken' as const,
  );
  if (reply === 'broken') return breakOff(asked.socket);
  if (reply === null) missing.push(address);
  const { status, headers: said, body: text } = reply ?? NOT_FOUND;
  response.writeHead(status, { ...UNLESS_SAID, 'Content-Length': text.length, ...said }).end(text);
}

/** Microsoft's hosts let the pages of others read what they say. */
const UNLESS_SAID = { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' };

const NOT_FOUND = { status: 404, headers: {}, body: Buffer.from('Not found') };

/** In the middle of the first line: of a line that breaks before it the browser tells nobody, and asks again by itself. */
const breakOff = (socket: Socket) => void socket.end('HTTP/1.1 ');

const allowed = (headers: IncomingMessage['headers']) => ({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '',
});

/** Those of the connection are the browser's and ours alone. */
const OF_CONNECTION = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

const ownHeaders = (headers: IncomingMessage['headers']): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    OF_CONNECTION.has(name) || typeof value !== 'string' ? [] : [[name, value] as [string, string]],
  );

/** Null where there is none. */
async function bodyOf(asked: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Buffer[] = [];
  for await (const piece of asked) pieces.push(piece as Buffer);
  return pieces.length === 0 ? null : new Uint8Array(Buffer.concat(pieces));
}
