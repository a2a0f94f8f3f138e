import { Button } from '../parts/controls/Button';
import type { PaneState } from '../state/pane';

/** The logs there are, by name: each opens, whatever Outlook shows. */
export function KeptLogs({ state }: { readonly state: PaneState }) {
  const { kept, lineage } = state.view.value;
  if (lineage !== null || kept.length === 0) return null;
  return (
    <section aria-labelledby="kept-logs">
      <h2 id="kept-logs">You keep a log of</h2>
      <ul class="plain">
        {kept.map(({ lineage: series, title }) => (
          <li key={series}>
            <Button look="link" onPress={() => state.openLog(series)}>
              {title === '' ? 'A meeting without a title' : title}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Above a log that was opened by its name: it is not what Outlook shows, and there is a way back. */
export function OpenedByName({ state }: { readonly state: PaneState }) {
  const { situation, lineage } = state.view.value;
  if (lineage === null || situation.kind !== 'kept' || situation.byName !== true) return null;
  return (
    <p class="message-line">
      This log was opened by its name.{' '}
      <Button look="link" onPress={() => state.attempt(() => state.actions.openLog(null))}>
        Back to what is open in Outlook
      </Button>
    </p>
  );
}
