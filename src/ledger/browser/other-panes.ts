import type { SeriesId } from '../../domain/facts/things/occurrence';

/** What is needed of a `BroadcastChannel`. */
export interface Channel {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (kind: 'message', heard: (event: { readonly data: unknown }) => void) => void;
  readonly close: () => void;
}

export type Heard = (series: readonly SeriesId[]) => void;

/** Tells the other panes of this browser which series have changed. None named: everything may have. */
export interface OtherPanes {
  readonly tell: (series: readonly SeriesId[]) => void;
  readonly listen: (heard: Heard) => () => void;
  readonly close: () => void;
}

export function createOtherPanes(channel: Channel | null): OtherPanes {
  const listeners = new Set<Heard>();
  channel?.addEventListener('message', ({ data }) => {
    const series = seriesIn(data);
    if (series) for (const heard of listeners) heard(series);
  });
  return {
    tell: (series) => channel?.postMessage({ changed: series }),
    listen: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    close: () => channel?.close(),
  };
}

/** Another pane may run another version of the product: what it says is checked. */
function seriesIn(message: unknown): readonly SeriesId[] | null {
  const changed = (message as { changed?: unknown } | null)?.changed;
  const isIds = Array.isArray(changed) && changed.every((id) => typeof id === 'string');
  return isIds ? changed : null;
}
