import type { Scene } from '../ui/desk/scene';

/** Holds the scene the pane shows, and tells everybody who watches when it changes. */
export interface Stage {
  readonly scene: () => Scene;
  readonly show: (change: Partial<Scene>) => void;
  readonly freshness: (change: Partial<Scene['freshness']>) => void;
  readonly watch: (changed: (scene: Scene) => void) => () => void;
}

export function createStage(first: Scene): Stage {
  let scene = first;
  const watchers = new Set<(scene: Scene) => void>();
  const show = (change: Partial<Scene>) => {
    scene = { ...scene, ...change };
    for (const tell of watchers) tell(scene);
  };
  return {
    scene: () => scene,
    show,
    freshness: (change) => show({ freshness: { ...scene.freshness, ...change } }),
    watch: (changed) => {
      watchers.add(changed);
      changed(scene);
      return () => watchers.delete(changed);
    },
  };
}
