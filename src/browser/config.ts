import { Trouble } from '../domain/trouble';
import { LIMITS } from '../patience/limits';
import { within } from '../patience/within';

/** What `config.json` beside the page says, so that one build serves every tenant. */
export interface Config {
  readonly clientId: string;
  readonly authority: string;
  readonly graph: string;
}

/** Microsoft's Graph hosts and the sign-in host of each cloud; nothing else is ever spoken to. */
export const CLOUDS: Readonly<Record<string, readonly string[]>> = {
  'graph.microsoft.com': ['login.microsoftonline.com'],
  'graph.microsoft.us': ['login.microsoftonline.us'],
  'dod-graph.microsoft.us': ['login.microsoftonline.us'],
  'microsoftgraph.chinacloudapi.cn': ['login.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
};

/** Reads and checks the configuration. Throws `wrong-configuration` with what is wrong, or `offline`. */
export async function readConfig(fetch: typeof globalThis.fetch): Promise<Config> {
  const silence = () => new Trouble('offline', 'config.json: no answer');
  return checkConfig(await within(LIMITS.config, silence, readJson(fetch)));
}

async function readJson(fetch: typeof globalThis.fetch): Promise<unknown> {
  const answer = await fetch('config.json', { cache: 'no-cache' }).catch((cause: unknown) => {
    throw new Trouble('offline', 'config.json', { cause });
  });
  if (!answer.ok) throw new Trouble('wrong-configuration', `config.json: ${answer.status}`);
  return answer.json().catch((cause: unknown) => {
    throw new Trouble('wrong-configuration', 'config.json is not JSON', { cause });
  });
}

/** Refuses a Graph host that is not Microsoft's, and a sign-in host that does not belong to it. */
export function checkConfig(said: unknown): Config {
  const { clientId, authority, graph } = (said ?? {}) as Record<string, unknown>;
  if (typeof clientId !== 'string' || !/^[0-9a-f-]{36}$/i.test(clientId)) {
    throw new Trouble('wrong-configuration', 'clientId is not an application id');
  }
  const graphUrl = httpsUrl(graph, 'graph');
  const signInHosts = Object.hasOwn(CLOUDS, graphUrl.host) ? CLOUDS[graphUrl.host] : undefined;
  if (signInHosts === undefined || graphUrl.pathname.replace(/\/$/, '') !== '/v1.0') {
    throw new Trouble('wrong-configuration', `graph is not a Microsoft Graph v1.0 address: ${graphUrl.host}`);
  }
  const authorityUrl = httpsUrl(authority, 'authority');
  if (!signInHosts.includes(authorityUrl.host)) {
    throw new Trouble(
      'wrong-configuration',
      `authority does not belong to ${graphUrl.host}: ${authorityUrl.host}`,
    );
  }
  return { clientId, authority: authorityUrl.href, graph: graphUrl.href.replace(/\/$/, '') };
}

function httpsUrl(value: unknown, name: string): URL {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.port !== '') {
    throw new Trouble('wrong-configuration', `${name} is not an https address`);
  }
  return url;
}
