import { Button } from '../parts/Button';
import { LongWork } from '../parts/LongWork';
import type { ImportPlan } from '../state/desk';
import type { LogState } from '../state/log';
import type { PaneState } from '../state/pane';
import { listWords } from '../words/times';

/** Whom the file still names and this log must not, and the other way round. */
function Forgetting({ plan }: { readonly plan: ImportPlan }) {
  const { forgotten = 0, erases = 0 } = plan;
  return (
    <>
      {forgotten > 0 && (
        <p class="hint">
          {forgotten} {forgotten === 1 ? 'entry stays' : 'entries stay'} out: they are about somebody who was
          erased here.
        </p>
      )}
      {erases > 0 && (
        <p>
          {erases === 1 ? 'Somebody was' : `${erases} people were`} erased from the log this file is of.
          Importing it erases them here, too.
        </p>
      )}
    </>
  );
}

interface AnswersProps {
  readonly state: PaneState;
  readonly log: LogState;
}

/** What came of an export or an import. */
export function Answers({ state, log }: AnswersProps) {
  const plan = log.plan.value;
  const fault = log.fault.value;
  return (
    <div class="answers">
      <LongWork work={log.work} said={log.said.value} />
      {fault !== null && (
        <p class="fault" role="alert">
          This file could not be read{fault.line === null ? '' : `, line ${fault.line}`}: {fault.why}. Nothing
          was imported.
        </p>
      )}
      {plan !== null && (
        <div class="card">
          <h2>Import</h2>
          <p>
            {plan.added === 0 ? 'Nothing in it is new' : `${plan.added} new`}
            {`, ${plan.known} already here`}
            {plan.series.length > 0 && `; ${listWords(plan.series.slice(0, 3))}`}
            {plan.exportedAt !== null && `; exported ${state.time.value.longDay(plan.exportedAt)}`}. Nothing
            that is here is overwritten.
          </p>
          <Forgetting plan={plan} />
          <div class="actions">
            <Button look="primary" disabled={plan.added === 0 || log.busy.value} onPress={log.doImport}>
              Import these
            </Button>
            <Button look="subtle" onPress={log.clear}>
              Cancel
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
