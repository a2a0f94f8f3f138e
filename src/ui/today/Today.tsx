import './today.css';

import { OwedList } from '../loops/OwedList';
import { useOwed } from '../loops/use-owed';
import { OtherSituation } from '../meeting/first/OtherSituation';
import { Starting } from '../meeting/first/Starting';
import { Button } from '../parts/controls/Button';
import { addIcon } from '../parts/icons/icons';
import { MailLine } from '../parts/MailLine';
import type { PaneState } from '../state/pane';
import { isSentInLine } from '../state/sending';
import { Next } from './Next';
import { Untold } from './Untold';

/** What is owed over all meetings, what comes next and who has something untold; below it what can be done about what is open in Outlook, where it is no kept meeting. */
export function Today({ state }: { readonly state: PaneState }) {
  const { loops, lineage, owner, situation, freshness } = state.view.value;
  const isKnown = loops !== undefined || owner === null;
  // Both come together: what is owed would push down what is open.
  if (!isKnown && freshness.trouble === null) return <Starting progress={freshness.progress} />;
  return (
    <>
      <OpenLoops state={state} />
      <Next state={state} />
      <Untold state={state} />
      {lineage === null && situation.kind !== 'starting' && <OtherSituation state={state} />}
    </>
  );
}

function OpenLoops({ state }: { readonly state: PaneState }) {
  const owed = useOwed(state);
  const mails = (state.view.value.outgoing ?? []).filter((mail) => !isSentInLine(state, mail));
  return (
    <section class="today" aria-labelledby="today-title">
      <div class="head-row">
        <h1 id="today-title">Open loops</h1>
        <p role="status">
          {owed.news > 0 && (
            <Button look="link" onPress={owed.openAgain}>
              {owed.news === 1 ? 'Show 1 new line' : `Show ${owed.news} new lines`}
            </Button>
          )}
        </p>
      </div>
      {state.owed.value === 0 && owed.lines.length === 0 && <p class="quiet">Nothing is owed now.</p>}
      <OwedList state={state} owed={owed}>
        {mails.length > 0
          ? mails.map((mail) => (
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
  );
}
