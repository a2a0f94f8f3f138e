import './log.css';

import { useEffect, useMemo, useRef } from 'preact/hooks';
import { KeptLogs } from '../meeting/KeptLogs';
import { Button } from '../parts/controls/Button';
import { addIcon } from '../parts/icons/icons';
import { Later } from '../parts/Later';
import { lazily } from '../parts/Lazy';
import { createLogState } from '../state/log';
import type { PaneState } from '../state/pane';
import { Answers } from './Answers';
import { BackupReminder } from './BackupReminder';
import { CopyText } from './CopyText';
import { ExportMenu } from './ExportMenu';
import { ImportPart } from './ImportPart';
import { LogTable } from './LogTable';
import { Showing } from './Showing';
import { createShowing } from './showing-state';

const Months = lazily(() => import('./Months').then((part) => part.Months), 'quiet');

/** Everything that happened, newest first; and the doors in and out. */
export function LogTab({ state }: { readonly state: PaneState }) {
  const log = useMemo(() => createLogState(state), [state]);
  const showing = useMemo(() => createShowing(state), [state]);
  const lineage = state.lineage.value;
  const { loops, kept, decisions, owner } = state.view.value;
  // What is owed is looked at again whenever anything of the log is otherwise, here or in another pane.
  const known = [lineage, loops, kept, decisions];
  useEffect(() => void showing.lookAgain(), known);
  useEffect(() => void showing.readOn(), [showing.name.value, ...known]);
  useEffect(() => showing.work.stop, []);
  const head = useRef<HTMLDivElement>(null);
  const closeText = () => {
    log.clear();
    head.current?.querySelector('button')?.focus();
  };
  const shown = showing.shown.value;
  return (
    <div class="log">
      <div class="head-row" ref={head}>
        <h1>Log</h1>
        <div class="actions">
          {owner !== null && <ExportMenu log={log} scope={showing.scope.value} />}
          <ImportPart log={log} />
          <Button icon={addIcon} onPress={state.writeDecision}>
            Log decision
          </Button>
        </div>
      </div>
      {log.text.value !== null && <CopyText text={log.text.value} onClose={closeText} />}
      <BackupReminder state={state} log={log} />
      <Answers state={state} log={log} />
      <Showing showing={showing} />
      <Later>
        {shown !== null && <LogTable state={state} shown={shown} kind={showing.scope.value.kind} />}
        <KeptLogs state={state} />
        {lineage !== null && <Months state={state} lineage={lineage} />}
      </Later>
    </div>
  );
}
