/**
 * Runs in the pane's frame before everything else and bends three things of the browser to the simulated world:
 * the clock, the way to Microsoft Graph, and the bridge over which Outlook hands out tokens. The server writes
 * `simulatedNow` above it.
 */
import { createTokenBridge } from './token-bridge';

interface SimulatedNow {
  now: number;
  ticking: boolean;
  online: boolean;
  owner: { name: string; address: string; objectId: string; tenant: string };
}

declare global {
  interface Window {
    simulatedNow: SimulatedNow;
    nestedAppAuthBridge: unknown;
    letTimePass: (ms: number) => void;
  }
}

const { now, ticking, online, owner } = window.simulatedNow;
const loadedAt = performance.now();
let passed = 0;
const worldNow = () => Math.floor(passed + (ticking ? now + performance.now() - loadedAt : now));
/** Where the clock stands still, a test lets time go by. */
window.letTimePass = (ms) => {
  if (!ticking) passed += ms;
};

const WorldDate = new Proxy(Date, {
  apply: () => new WorldDate().toString(),
  construct: (real, args, target) =>
    Reflect.construct(real, args.length === 0 ? [worldNow()] : args, target) as Date,
  get: (real, name) => (name === 'now' ? worldNow : Reflect.get(real, name)),
});
Date.prototype.constructor = WorldDate;
window.Date = WorldDate;

let connected = online;
Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => connected });
window.addEventListener('message', ({ source, data }) => {
  if (source !== window.parent || data?.simulated !== 'network') return;
  connected = data.online === true;
  window.dispatchEvent(new Event(connected ? 'online' : 'offline'));
});

/** Microsoft Graph, and the server from which OneDrive hands files out. */
const PLACES = [
  ['https://graph.microsoft.com/', '/graph/'],
  ['https://northwind-my.sharepoint.example/', '/drive/'],
] as const;
const realFetch = window.fetch.bind(window);
window.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  const place = PLACES.find(([start]) => address.startsWith(start));
  if (place === undefined) return realFetch(input, init);
  if (!connected) return Promise.reject(new TypeError('Failed to fetch'));
  const here = `${location.origin}${place[1]}${address.slice(place[0].length)}`;
  return realFetch(input instanceof Request ? new Request(here, input) : here, init);
};

window.nestedAppAuthBridge = createTokenBridge(owner, worldNow, () => connected);
