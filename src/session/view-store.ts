import type { PaneView } from '../ui/port/view';

/** Holds the view the pane shows, and tells everybody who watches when it changes. */
export interface ViewStore {
  readonly view: () => PaneView;
  readonly show: (change: Partial<PaneView>) => void;
  readonly freshness: (change: Partial<PaneView['freshness']>) => void;
  readonly watch: (changed: (view: PaneView) => void) => () => void;
}

export function createViewStore(first: PaneView): ViewStore {
  let view = first;
  const watchers = new Set<(view: PaneView) => void>();
  const show = (change: Partial<PaneView>) => {
    view = { ...view, ...change };
    for (const tell of watchers) tell(view);
  };
  return {
    view: () => view,
    show,
    freshness: (change) => show({ freshness: { ...view.freshness, ...change } }),
    watch: (changed) => {
      watchers.add(changed);
      changed(view);
      return () => watchers.delete(changed);
    },
  };
}
