import { OwedList } from '../loops/OwedList';
import { OtherSituation } from '../meeting/first/OtherSituation';
import { Starting } from '../meeting/first/Starting';
import { Button } from '../parts/controls/Button';
import { addIcon } from '../parts/icons/icons';
import { MailLine } from '../parts/MailLine';
import type { PaneState } from '../state/pane';

/** What is owed over all meetings; below it what can be done about what is open in Outlook, where it is no kept meeting. */
export function Today({ state }: { readonly state: PaneState }) {
  const { loops, outgoing = [], lineage, situation, freshness } = state.view.value;
  const isKnown = loops !== undefined || state.view.value.owner === null;
  return (
    <>
      {!isKnown && situation.kind === 'starting' ? (
        <Starting progress={freshness.progress} />
      ) : (
        <section class="today" aria-labelledby="today-title">
          <h1 id="today-title">Open loops</h1>
          {state.owed.value === 0 && <p class="quiet">Nothing is owed now.</p>}
          <OwedList state={state}>
            {outgoing.length > 0
              ? outgoing.map((mail) => (
                  <li key={mail.id}>
                    <MailLine state={state} mail={mail} />
                  </li>
                ))
              : null}
          </OwedList>
          <div class="actions">
            <Button small icon={addIcon} onPress={state.writeDecision}>
              Log decision
            </Button>
          </div>
        </section>
      )}
      {lineage === null && situation.kind !== 'starting' && <OtherSituation state={state} />}
    </>
  );
}
