import './log.css';

import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { isExcluded } from '../../domain/facts/outcomes';
import type { JudgedOccurrence } from '../../domain/judge/judged';
import type { Instant } from '../../domain/time/time';
import { markOf } from '../meeting/tile';
import { Button } from '../parts/Button';
import { lazily } from '../parts/Lazy';
import { Mark } from '../parts/Mark';
import { createLogState } from '../state/log';
import type { PaneState } from '../state/pane';
import { namesOf } from '../words/names';
import { outcomeWords } from '../words/outcomes';
import { Answers } from './Answers';
import { BackupReminder } from './BackupReminder';
import { CopyText } from './CopyText';
import { ExportMenu } from './ExportMenu';
import { ImportPart } from './ImportPart';

const Months = lazily(() => import('../letters/Months').then((part) => part.Months), 'quiet');

const PAGE = 50;
/** In a row of the log; more names than these would bury what happened. */
const NAMED = 4;

/** Everything that happened, newest first; and the doors in and out. */
export function LogTab({ state }: { readonly state: PaneState }) {
  const log = useMemo(() => createLogState(state), [state]);
  const shown = useSignal(PAGE);
  const now = state.now.value;
  const lineage = state.lineage.value;
  const rows = state.occurrences.value.filter((one) => hasHappened(one, now)).toReversed();
  const head = useRef<HTMLDivElement>(null);
  const closeText = () => {
    log.clear();
    head.current?.querySelector('button')?.focus();
  };
  return (
    <div class="log">
      <div class="head-row" ref={head}>
        <h1>Log</h1>
        <div class="actions">
          {lineage !== null && <ExportMenu log={log} />}
          <ImportPart log={log} />
        </div>
      </div>
      {log.text.value !== null && <CopyText text={log.text.value} onClose={closeText} />}
      <BackupReminder state={state} log={log} />
      <Answers state={state} log={log} />
      {rows.length > 0 && (
        <table class="table log-table">
          <caption class="spoken">Attendance log</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What happened</th>
              <th scope="col" class="end">
                Min
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown.value).map((row) => (
              <Row key={row.key} state={state} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length === 0 && (
        <p class="quiet">Nothing has been recorded yet. An import can bring a log from another machine.</p>
      )}
      {rows.length > shown.value && (
        <Button
          onPress={() => {
            shown.value += PAGE;
          }}
        >
          Show {Math.min(PAGE, rows.length - shown.value)} more
        </Button>
      )}
      {lineage !== null && <Months state={state} lineage={lineage} />}
    </div>
  );
}

/** What is still to come is in the log only where something happened to it: a holiday ahead is not news. */
const hasHappened = ({ outcome, effective }: JudgedOccurrence, now: Instant): boolean =>
  outcome !== 'upcoming' && (effective.start <= now || !isExcluded(outcome));

interface RowProps {
  readonly state: PaneState;
  readonly row: JudgedOccurrence;
}

function Row({ state, row }: RowProps) {
  const time = state.time.value;
  const words = outcomeWords(row, time, state.now.value);
  const told = state.scene.value.recaps.find(
    ({ occurrence, step }) => occurrence === row.key && (step === 'sent' || step === 'unverified'),
  );
  return (
    <tr>
      <th scope="row">
        <Button look="link" onPress={() => state.choose(row.key)}>
          {time.day(row.original.start)}
        </Button>
        <span class="quiet">{time.time(row.effective.start)}</span>
      </th>
      <td>
        <span class="log-what">
          <Mark name={markOf(row.outcome)} />
          <span>
            {words.charAt(0).toUpperCase() + words.slice(1)}
            {row.disputed && ', disputed'}
          </span>
        </span>
        {told !== undefined && (
          <span class="quiet log-told">
            Told {namesOf(told.to, NAMED)} {time.day(told.sentAt ?? told.recordedAt)}{' '}
            {time.time(told.sentAt ?? told.recordedAt)}
          </span>
        )}
      </td>
      <td class="end">{row.minutesTogether === null ? '–' : Math.round(row.minutesTogether)}</td>
    </tr>
  );
}
