import '../parts/sure.css';

import { useSignal } from '@preact/signals';

import type { WouldGo } from '../../domain/forget/what-would-go';
import { Button } from '../parts/controls/Button';
import type { ImportPlan } from '../port/actions';
import type { LogState } from '../state/log';
import type { PaneState } from '../state/pane';
import { goneWords } from '../words/keep/forgetting';
import { listWords } from '../words/times';

interface ImportQuestionProps {
  readonly state: PaneState;
  readonly log: LogState;
  readonly plan: ImportPlan;
}

/** What importing a file would do. Where something would go because of it, that comes first, and is asked about twice. */
export function ImportQuestion({ state, log, plan }: ImportQuestionProps) {
  const { wouldGo = null } = plan;
  const asked = useSignal(false);
  const press = () => {
    if (wouldGo === null || asked.value) return log.doImport();
    asked.value = true;
  };
  return (
    <div class="card">
      <h2>Import</h2>
      {wouldGo !== null && <Gone wouldGo={wouldGo} />}
      <p>
        {plan.added === 0 ? 'Nothing in it is new' : `${plan.added} new`}
        {`, ${plan.known} already here`}
        {plan.series.length > 0 && `; ${listWords(plan.series.slice(0, 3))}`}
        {plan.exportedAt !== null && `; exported ${state.time.value.longDay(plan.exportedAt)}`}.
        {wouldGo === null && ' Nothing that is here is overwritten.'}
      </p>
      <Forgetting plan={plan} />
      {asked.value && wouldGo !== null && (
        <div class="sure" role="group" aria-label="What would go">
          <p>Import it, although {goneWords(wouldGo)} would go? An export made first keeps them for you.</p>
        </div>
      )}
      <div class="actions">
        <Button look="primary" disabled={plan.added === 0 || log.busy.value} onPress={press}>
          {asked.value ? 'Yes, import, and let them go' : 'Import these'}
        </Button>
        <Button look={asked.value ? 'outline' : 'subtle'} onPress={log.clear}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function Gone({ wouldGo }: { readonly wouldGo: WouldGo }) {
  const { erases, reduces } = wouldGo;
  return (
    <p>
      <strong>Importing this takes something out of your log: {goneWords(wouldGo)}.</strong>
      {reduces &&
        ' The file keeps rows about people for a shorter time; what is older becomes counts by the month.'}
      {erases && ' Somebody was erased from the log this file is of, and would be erased here, too.'}
    </p>
  );
}

/** Whom the file still names and this log must not, and the other way round. */
function Forgetting({ plan }: { readonly plan: ImportPlan }) {
  const { forgotten = 0, erases = 0, wouldGo = null } = plan;
  return (
    <>
      {forgotten > 0 && (
        <p class="hint">
          {forgotten} {forgotten === 1 ? 'entry stays' : 'entries stay'} out: they are about somebody who was
          erased here.
        </p>
      )}
      {erases > 0 && wouldGo === null && (
        <p>
          {erases === 1 ? 'Somebody was' : `${erases} people were`} erased from the log this file is of.
          Importing it erases them here, too.
        </p>
      )}
    </>
  );
}
