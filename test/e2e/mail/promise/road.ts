import type { BrowserContext, Route } from 'playwright-core';

/** What becomes of a request on its way to the mailbox. `unheard`: it is done, and nobody hears the answer. */
export type Fate =
  | 'lost'
  | 'unheard'
  | 'cut'
  | 'cut-after'
  | { readonly status: number; readonly code: string };

export interface Wish {
  readonly method?: string;
  readonly path: RegExp;
  readonly fate: Fate;
  /** Of the first such request alone. */
  readonly once?: true;
  /** What happens in the world before it arrives. */
  readonly before?: () => Promise<void>;
  /** What happens once it met its fate. */
  readonly meanwhile?: () => Promise<void>;
}

/** The way from all panes of a browser to the mailbox; a test puts things in it. */
export interface Road {
  /** Resolves when the first request has met its fate. */
  readonly put: (wish: Wish) => Promise<void>;
  readonly clear: () => void;
}

interface Put extends Wish {
  met: boolean;
  readonly tell: () => void;
}

const TO_MAIL = /\/graph\/v1\.0\/me\/(messages|sendMail|mailFolders)/;

export async function roadOf(context: BrowserContext): Promise<Road> {
  let wishes: Put[] = [];
  await context.route(TO_MAIL, async (route) => {
    const asked = route.request();
    const path = decodeURIComponent(asked.url());
    const wish = wishes.find(
      ({ method = asked.method(), path: wanted, once, met }) =>
        method === asked.method() && wanted.test(path) && !(met && once === true),
    );
    if (wish === undefined) return route.fallback();
    wish.met = true;
    await wish.before?.();
    await meet(route, wish.fate);
    await wish.meanwhile?.();
    wish.tell();
  });
  return {
    put: (wish) =>
      new Promise((resolve) => {
        wishes.unshift({ ...wish, met: false, tell: resolve });
      }),
    clear: () => {
      wishes = [];
    },
  };
}

/** A request that is never answered is given up with its page. */
async function meet(route: Route, fate: Fate): Promise<void> {
  switch (fate) {
    case 'lost':
      return;
    case 'unheard':
      await route.fetch();
      return;
    case 'cut':
      return route.abort('connectionreset');
    case 'cut-after':
      await route.fetch();
      return route.abort('connectionreset');
  }
  const { status, code } = fate;
  const error = { error: { code, message: 'Not today.' } };
  return route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(error) });
}
