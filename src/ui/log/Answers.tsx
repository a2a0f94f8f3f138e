import { Button } from '../parts/controls/Button';
import { LongWork } from '../parts/long/LongWork';
import { saveFile } from '../parts/save-file';
import type { LogState } from '../state/log';
import type { PaneState } from '../state/pane';
import { WHY_DIGESTS } from '../words/keep/file-check';
import { ImportQuestion } from './ImportQuestion';

interface AnswersProps {
  readonly state: PaneState;
  readonly log: LogState;
}

/** What came of an export or an import. */
export function Answers({ state, log }: AnswersProps) {
  const plan = log.plan.value;
  const fault = log.fault.value;
  const beside = log.beside.value;
  return (
    <div class="answers">
      <LongWork work={log.work} said={log.said.value} />
      {beside !== null && (
        <>
          <div class="actions">
            <Button look="subtle" small onPress={() => saveFile(beside.name, beside.file)}>
              Save its digests
            </Button>
          </div>
          <p class="hint">{WHY_DIGESTS}</p>
        </>
      )}
      {fault !== null && (
        <p class="fault" role="alert">
          This file could not be read{fault.line === null ? '' : `, line ${fault.line}`}: {fault.why}. Nothing
          was imported.
        </p>
      )}
      {plan !== null && <ImportQuestion state={state} log={log} plan={plan} />}
    </div>
  );
}
