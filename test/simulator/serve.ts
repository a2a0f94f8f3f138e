import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { bundleOutlook, type Served } from './bundles';
import { DOWNLOADS } from './graph/resources/drive';
import { paneFile } from './pane-files';
import { createSimulatedOffice, type SimulatedOffice } from './simulated-office';
import { at, type Instant } from './time';
import type { World } from './world';
import { sampleMonth } from './worlds/sample-month';

/** Fri 20 Nov 2026, 15:40 in London: the last daily sync of the sample month is on. */
export const START = at('2026-11-20 15:40', 'Europe/London');

export interface SimulatorOptions {
  /** 0 chooses a free one. */
  port?: number;
  world?: World;
  start?: Instant;
  /** Whether the world's clock goes on in real time. */
  ticking?: boolean;
}

export interface Simulator {
  url: string;
  office: SimulatedOffice;
  close: () => Promise<void>;
}

const json = (value: unknown): Served => ({ kind: 'application/json', body: JSON.stringify(value) });

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The address in Microsoft's cloud that a path of ours stands for. */
function cloudAddress({ pathname, search }: URL): string | null {
  const [, place, path = ''] = /^\/(graph|drive)\/(.*)$/.exec(pathname) ?? [];
  if (place === undefined) return null;
  return `${place === 'graph' ? 'https://graph.microsoft.com' : DOWNLOADS}/${path}${search}`;
}

/** The request as Microsoft Graph, or OneDrive's own server, would get it. */
async function graphRequest(request: IncomingMessage, address: string): Promise<Request> {
  const { method = 'GET', headers } = request;
  const body = await bodyOf(request);
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string' && name !== 'host' && name !== 'connection') sent.set(name, value);
  }
  const bare = method === 'GET' || method === 'HEAD';
  return new Request(address, { method, headers: sent, ...(bare ? {} : { body: new Uint8Array(body) }) });
}

async function passOn(
  office: SimulatedOffice,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
) {
  const asked = await graphRequest(request, address);
  // Cut off, as a network does it: no status, no words.
  const answer = await office.graph(asked).catch((cause: unknown) => {
    if (cause instanceof TypeError) return null;
    throw cause;
  });
  if (answer === null) return void response.destroy();
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

async function control(office: SimulatedOffice, request: IncomingMessage, url: URL): Promise<Served | null> {
  const what = `${request.method} ${url.pathname.slice('/simulator/'.length)}`;
  const told = async () => JSON.parse((await bodyOf(request)).toString() || '{}') as Record<string, unknown>;
  switch (what) {
    case 'GET clock':
      return json(office.clock());
    case 'POST clock': {
      const { now, ticking } = await told();
      await office.turnClock(Number(now), ticking !== false);
      return json(office.clock());
    }
    case 'POST network':
      office.setOnline((await told()).online !== false);
      return json({});
    case 'POST act': {
      const { person, path, body } = await told();
      return json({ status: await office.act(String(person), String(path), body as object) });
    }
    case 'POST reset':
      await office.reset();
      return json({});
    case 'GET state.json':
      return json(await office.state(url.searchParams.get('mailbox')));
    case 'GET log.json':
      return { kind: 'application/json', body: await office.log() };
    default:
      return null;
  }
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, world = sampleMonth(), start = START, ticking = true } = options;
  const files = await bundleOutlook();
  const office = createSimulatedOffice(world, start, ticking);

  const find = async (request: IncomingMessage, url: URL): Promise<Served | null> => {
    const { pathname } = url;
    if (pathname === '/') office.wake();
    if (pathname.startsWith('/pane/')) return paneFile(pathname.slice('/pane'.length));
    const file = files.get(pathname);
    // The frame's clock, network and owner stand above the script that puts them to use.
    if (pathname === '/simulator/world.js' && file) {
      const script = Buffer.from(file.body as Uint8Array).toString();
      return { ...file, body: `window.simulatedNow = ${JSON.stringify(office.frame())};\n${script}` };
    }
    return file ?? (pathname.startsWith('/simulator/') ? control(office, request, url) : null);
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const refuse = (code: number, words: string) =>
      response.writeHead(code, { 'Content-Type': 'text/plain; charset=utf-8' }).end(words);
    const address = cloudAddress(url);
    const work =
      address !== null
        ? passOn(office, request, response, address)
        : find(request, url).then((found) => {
            if (found === null) return refuse(404, 'Not found');
            return response
              .writeHead(200, { 'Content-Type': found.kind, 'Cache-Control': 'no-store' })
              .end(found.body);
          });
    work.catch((cause: unknown) => {
      const words = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      process.stderr.write(`${request.method} ${request.url}: ${words}\n`);
      if (!response.headersSent) refuse(500, words);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${chosen}`,
    office,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function main(): Promise<void> {
  const given = process.env.PORT ?? '3030';
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535) {
    process.stderr.write(`PORT must be a number up to 65535, not "${given}".\n`);
    process.exit(1);
  }
  try {
    const { url } = await startSimulator({ port });
    process.stdout.write(`\n  Loopkeeper beside a meeting in a simulated Outlook:\n\n    ${url}\n\n`);
    process.stdout.write('  No account, no network, no certificate. Ctrl+C ends it.\n');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    process.stderr.write(`Port ${port} is busy. Choose another one: PORT=${port + 1} npm start\n`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
