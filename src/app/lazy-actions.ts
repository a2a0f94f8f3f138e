import { clock } from '../browser/clock';
import type { ViewStore } from '../session/view-store';
import type { Actions } from '../ui/port/actions';

/**
 * The actions as the first view knows them: what the pane shows comes from the view store; every other verb waits for the
 * session, whose code (rules, ledger, tasks) is loaded while the first view is already painted.
 */
export function createLazyActions(viewStore: ViewStore, session: () => Promise<Actions>): Actions {
  const here: Pick<Actions, 'clock' | 'watch' | 'setTheme'> = {
    clock,
    watch: viewStore.watch,
    setTheme: (theme) => viewStore.show({ theme }),
  };
  return new Proxy(here as Actions, {
    get: (_, verb: keyof Actions) =>
      verb in here
        ? here[verb as keyof typeof here]
        : async (...asked: unknown[]) =>
            ((await session())[verb] as (...asked: unknown[]) => unknown)(...asked),
  });
}
