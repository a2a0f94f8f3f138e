import type { Request as Asked, ConsoleMessage, Frame, Page, WebError } from 'playwright-core';
import { vi } from 'vitest';
import {
  createSimulatedGraph,
  type SimulatedGraph,
  type SimulatedGraphOptions,
} from '../simulator/graph/simulated-graph';
import type { OutlookFrame, SignInHabits } from '../simulator/outlook-web/frame-setup';
import type { HostHandle, HostSetup } from '../simulator/outlook-web/host-page';
import {
  bundled,
  type Cloud,
  hostsOf,
  PANE,
  PANE_OF_ONE_STORE,
  WORLDWIDE,
} from '../simulator/outlook-web/hosts';
import { formValues, initialValues } from '../simulator/outlook-web/initial-values';
import { openedOf, type Wanted } from '../simulator/outlook-web/opening';
import { PROFILES, type ProfileName } from '../simulator/outlook-web/profiles';
import { signInHost } from '../simulator/outlook-web/sign-in-host';
import { HOST, METHODS } from '../simulator/outlook-web/wire';
import { GONE } from '../simulator/send-through';
import { TENANT } from '../simulator/telling';
import type { Instant } from '../simulator/time';
import type { World } from '../simulator/world';
import { SAMPLE_NOW, sampleMonth } from '../simulator/worlds/sample-month';
import { installClock } from './clock';
import { type TakenContext, takeContext } from './context-pool';
import { watchShifts } from './shifts';

/** A draft is made by then, if one is, in ms. */
export const DRAFTED = 10_000;

export interface OutlookWebOptions {
  world?: World;
  now?: Instant;
  profile?: ProfileName;
  /** Whose Graph and sign-in page `config.json` names. */
  cloud?: Cloud;
  /** The highest Mailbox requirement set, where it is not the profile's. */
  mailbox?: string;
  item?: Wanted;
  signIn?: Partial<SignInHabits>;
  /** Who is signed in, where it is not the owner of the mailbox. */
  signedIn?: string;
  graph?: Partial<SimulatedGraphOptions>;
  /** What stands before Graph: its own answer, or null to let the request through. */
  challenge?: (request: Request) => Response | null;
  /** Outlook never says a word to the pane. */
  silent?: boolean;
  /** Calls of Office.js that this Outlook never answers. */
  mute?: readonly (keyof typeof METHODS)[];
  /** A script that runs in every frame before all others: what in this browser is otherwise. */
  before?: string;
}

/** The built pane in the real Office.js, inside a page that plays Outlook on the web. */
export interface OutlookWeb {
  page: Page;
  /** The pane's frame; asks anew, for it may have been loaded again. */
  pane: () => Frame;
  graph: SimulatedGraph;
  /** What the browser complained about: errors, and whatever the pane's policy refused. */
  complaints: string[];
  /** What moved in the pane by itself, or under the finger. */
  shifts: readonly string[];
  /** Requests to hosts that the product has no business with. */
  strangers: string[];
  /** The hosts that answered, by name. */
  spokenTo: ReadonlySet<string>;
  /** Addresses that a known host did not have. */
  missing: string[];
  /** Asks the page that plays Outlook. */
  host: <Value>(ask: (outlook: HostHandle) => Value) => Promise<Value>;
  /** Chooses another item, as a pinned pane hears it. */
  select: (wanted: Wanted) => Promise<void>;
  /** Opens another item as Outlook does with appointments: the pane is loaded anew. `mailbox`: under this address. */
  reopen: (wanted: Wanted, mailbox?: string) => Promise<void>;
  /** From now on Outlook hands out tokens of this person; what the pane holds already stays good. */
  handOutTokensOf: (person: string) => Promise<void>;
  /** From now on Graph keeps the pane waiting, until the returned way on is taken. */
  holdGraph: () => () => void;
  /** What the pane asked of the token bridge. */
  tokenRequests: () => Promise<{ method: string; scope: string; claims: string }[]>;
  /** Time goes by in the pane and in Exchange, in ms. */
  timePasses: (ms: number) => Promise<void>;
  /** The seconds in which a mail can be taken back go by, once it waits in the mailbox: they count from there (17). */
  undoTimePasses: () => Promise<void>;
  close: () => Promise<void>;
}

export async function openOutlookWeb(options: OutlookWebOptions = {}): Promise<OutlookWeb> {
  const { world = sampleMonth(), now = SAMPLE_NOW, silent = false, cloud = WORLDWIDE } = options;
  const profile = PROFILES[options.profile ?? 'web'];
  const home = profile.oneStore ? PANE_OF_ONE_STORE : PANE;
  const person = world.people.find(({ id }) => id === world.owner);
  if (person === undefined) throw new Error(`${world.name} has no owner`);
  const { name, address, zone } = person;
  const owner = { name, address, zone };
  const signedIn = world.people.find(({ id }) => id === options.signedIn) ?? person;
  const graph = createSimulatedGraph(world, { now, ...options.graph });

  const setupFor = async (wanted: Wanted, mailbox = owner.address): Promise<HostSetup> => {
    const opened = await openedOf(wanted, world, graph);
    return {
      paneUrl: `${home}/taskpane.html`,
      silent,
      mute: (options.mute ?? []).map((name) => METHODS[name]),
      sets: {
        Mailbox: options.mailbox ?? profile.mailbox,
        ...(profile.nestedAuth ? { NestedAppAuth: '1.1' } : {}),
      },
      values: initialValues(opened, { ...owner, address: mailbox }, profile),
      form: formValues(opened, profile),
    };
  };
  let setup = await setupFor(
    options.item ?? { open: 'appointment', title: 'daily sync', date: '2026-11-20' },
  );

  const taken = await takeContext(profile.storage ? 'partitioned' : 'denied', zone);
  const { context, page } = taken;
  let graphIsFree = Promise.resolve();
  const hosts = hostsOf(graph, world, {
    setup: () => setup,
    graphIsFree: () => graphIsFree,
    challenge: options.challenge ?? (() => null),
    cloud,
    pane: home,
    signIn: signInHost(signedIn, () => now, cloud),
  });
  const told = {
    complaints: [] as string[],
    strangers: [] as string[],
    missing: [] as string[],
    spokenTo: new Set<string>(),
  };
  taken.network.serve(hosts, told);
  const frameSetup: OutlookFrame = {
    account: {
      name: signedIn.name,
      address: signedIn.address,
      objectId: signedIn.objectId,
      tenant: TENANT,
    },
    nestedAuth: profile.nestedAuth,
    downloads: profile.downloads,
    habits: { token: 'silent', person: 'agrees', ...options.signIn },
  };
  const script = await bundled('frame-setup.ts');
  const scripts = [`window.outlookFrame = ${JSON.stringify(frameSetup)};\n${script}`, options.before ?? ''];
  for (const content of scripts) {
    const added = await context.addInitScript({ content });
    taken.beforeNext(() => added.dispose());
  }
  listen(taken, told, cloud, hosts);
  const { shifts, end } = await watchShifts(context);
  taken.beforeNext(end);
  taken.beforeNext(await installClock(page, now));
  await page.goto(`${HOST}/mail/`);

  const pane = (): Frame => {
    const found = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
    if (found === undefined) throw new Error('The pane has no frame');
    return found;
  };
  const timePasses = async (ms: number) => {
    graph.setNow(graph.now() + ms);
    await page.clock.fastForward(ms);
  };
  const isWaiting = () => {
    if (graph.mailbox(world.owner).drafts.every(({ waitsUntil }) => waitsUntil === null))
      throw new Error('no mail waits');
  };
  return {
    timePasses,
    undoTimePasses: async () => {
      // Where drafts may not be written it waits in the pane alone.
      await vi.waitFor(isWaiting, { timeout: DRAFTED }).catch(() => undefined);
      await timePasses(GONE);
    },
    page,
    pane,
    graph,
    ...told,
    shifts,
    host: (ask) => page.evaluate(`(${ask})(window.outlookHost)`) as ReturnType<OutlookWeb['host']> as never,
    select: async (wanted) => {
      if (wanted.open === 'several') await pane().evaluate(selecting, wanted);
      const { values } = await setupFor(wanted);
      const chosen = wanted.open === 'nothing' || wanted.open === 'several' ? null : values;
      await page.evaluate((next) => window.outlookHost.select(next), chosen);
    },
    handOutTokensOf: async (id) => {
      const other = world.people.find((one) => one.id === id);
      if (other === undefined) throw new Error(`nobody is ${id}`);
      const account = { name: other.name, address: other.address, objectId: other.objectId };
      await pane().evaluate((who) => void Object.assign(window.outlookFrame.account, who), account);
    },
    reopen: async (wanted, mailbox) => {
      setup = await setupFor(wanted, mailbox);
      await page.reload();
    },
    holdGraph: () => {
      let release = () => {};
      graphIsFree = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    tokenRequests: () => pane().evaluate('window.tokenRequests ?? []'),
    close: taken.giveBack,
  };
}

/**
 * Puts the call into the pane's Office.js, which is older than it: it takes a right to the whole mailbox, and without
 * one throws as every other call of that kind does.
 */
function selecting({ messages, told }: Extract<Wanted, { open: 'several' }>): void {
  Office.context.mailbox.getSelectedItemsAsync = (...asked: unknown[]) => {
    if (!told) throw new Error('Elevated permission is required to call the method: getSelectedItemsAsync.');
    const done = asked.at(-1) as (result: object) => void;
    const value = Array.from({ length: messages }, (_, at) => ({ itemId: `AAMk${at}`, itemType: 'message' }));
    setTimeout(() => done({ status: 'succeeded', value }));
  };
}

/** Of every page, and of every frame in it. */
function listen(
  { context, beforeNext }: TakenContext,
  { complaints, strangers }: Pick<OutlookWeb, 'complaints' | 'strangers'>,
  cloud: Cloud,
  known: ReadonlyMap<string, unknown>,
): void {
  const toError = (thrown: WebError) => complaints.push(thrown.error().message);
  const toConsole = (said: ConsoleMessage) => {
    // A refusal by Graph or by the sign-in service is an answer, which the pane deals with.
    const answers = Object.values(cloud).some((host) => said.location().url.startsWith(`${host}/`));
    if (said.type() === 'error' && !answers) complaints.push(`${said.text()} (${said.location().url})`);
  };
  const toRequest = (asked: Asked) => {
    const { protocol, host } = new URL(asked.url());
    if (protocol.startsWith('http') && !known.has(host)) strangers.push(`${asked.method()} ${asked.url()}`);
  };
  context.on('weberror', toError).on('console', toConsole).on('request', toRequest);
  beforeNext(() => context.off('weberror', toError).off('console', toConsole).off('request', toRequest));
}
