import { createAlmanac } from '../../src/almanac/holidays';
import { nextStamp } from '../../src/domain/facts/log/log';
import type { Owner } from '../../src/domain/facts/things/person';
import { judging, rejudge } from '../../src/domain/judge/verdict/judge';
import { UNTIMED } from '../../src/domain/pace';
import type { Gate } from '../../src/graph/client/gate';
import { createGraph } from '../../src/graph/graph';
import { createAlone } from '../../src/ledger/browser/locks';
import { type Ledger, openMemoryLedger } from '../../src/ledger/ledger';
import { forgetfulGraph } from '../../src/tasks/log/forgetful-graph';
import type { Ports } from '../../src/tasks/ports';
import type { SimulatedGraph } from './graph/simulated-graph';
import type { Instant } from './time';

export interface OwnOptions {
  readonly clock: () => Instant;
  /** A ledger that is already there: what a pane finds that is opened again. */
  readonly ledger?: Ledger;
  /** Locks shared with another pane. */
  readonly alone?: Ports['seal']['alone'];
  readonly device?: string;
  /** The latest stamp of the device, shared by its panes. */
  readonly stamps?: { last: string | null };
  /** Four requests at a time over all panes of a browser. */
  readonly gate?: Gate;
}

export interface Own {
  readonly ports: Ports;
  readonly ledger: Ledger;
  readonly owner: Owner;
}

/** The pane's own ports without a browser: the real Graph client, tasks and rules; a ledger in memory. */
export async function openPorts(graph: SimulatedGraph, options: OwnOptions): Promise<Own> {
  const { clock, device = 'replay00', alone = createAlone(undefined) } = options;
  let owner: Owner | null = null;
  const ledger =
    options.ledger ?? (await openMemoryLedger({ clock, judge: judging, rejudge, owner: () => owner }));
  const stamps = options.stamps ?? { last: null };
  const ports: Ports = {
    clock,
    ledger,
    graph: forgetfulGraph(
      createGraph({
        fetch: (input, init) => graph.answer(new Request(input, init)),
        graph: 'https://graph.microsoft.com/v1.0',
        token: async () => ({ token: 'simulated', account: null }),
        isOurs: async () => true,
        clock,
        wait: async () => undefined,
        newId: () => crypto.randomUUID(),
        browserZone: 'UTC',
        ...(options.gate === undefined ? {} : { gate: options.gate }),
      }),
      ledger,
    ),
    almanac: createAlmanac(),
    seal: {
      stamp: () => {
        const next = nextStamp(stamps.last, clock(), device);
        stamps.last = next;
        return next;
      },
      newKey: () => crypto.randomUUID(),
      sha256: async (text) => {
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
        return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      },
      alone,
    },
    turns: UNTIMED,
  };
  owner = await ports.graph.owner();
  await ledger.keepSetting('owner', owner);
  return { ports, ledger, owner };
}
