import './log.css';

import { useComputed } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { RecapEntry } from '../../domain/facts/decided/recap-entry';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import { isExcluded } from '../../domain/facts/things/outcomes';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { Instant } from '../../domain/time/time';
import { KeptLogs } from '../meeting/KeptLogs';
import { Button } from '../parts/controls/Button';
import { addIcon } from '../parts/icons/icons';
import { lazily } from '../parts/Lazy';
import { LongRows } from '../parts/long/LongRows';
import { useLongList } from '../parts/long/long-list';
import { Mark } from '../parts/Mark';
import { markOf } from '../parts/tile';
import { createLogState } from '../state/log';
import type { PaneState } from '../state/pane';
import { NOT_LOOKED_UP } from '../words/decide/told';
import { namesOf } from '../words/names';
import { outcomeWords } from '../words/outcomes';
import { Answers } from './Answers';
import { BackupReminder } from './BackupReminder';
import { CopyText } from './CopyText';
import { ExportMenu } from './ExportMenu';
import { ImportPart } from './ImportPart';

const Months = lazily(() => import('../letters/Months').then((part) => part.Months), 'quiet');

/** In a row of the log; more names than these would bury what happened. */
const NAMED = 4;
/** Height of a row, in px, before one was drawn. */
const ROW = 46;

/** Everything that happened, newest first; and the doors in and out. */
export function LogTab({ state }: { readonly state: PaneState }) {
  const log = useMemo(() => createLogState(state), [state]);
  const lineage = state.lineage.value;
  const { kept } = state.view.value;
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useComputed(() =>
    state.occurrences.value.filter((one) => hasHappened(one, state.now.value)).toReversed(),
  ).value;
  const told = useComputed(() => toldOf(state.view.value.recaps)).value;
  const list = useLongList(body, rows.length, ROW);
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
          <Button small icon={addIcon} onPress={state.writeDecision}>
            Log decision
          </Button>
        </div>
      </div>
      {log.text.value !== null && <CopyText text={log.text.value} onClose={closeText} />}
      <BackupReminder state={state} log={log} />
      <Answers state={state} log={log} />
      {rows.length > 0 && (
        <table class="table log-table" aria-rowcount={rows.length + 1}>
          <caption class="spoken">Attendance log</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">When</th>
              <th scope="col">What happened</th>
              <th scope="col" class="end">
                Min
              </th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={list.onKeyDown} onFocusIn={list.onFocusIn}>
            <LongRows
              list={list}
              of={rows}
              room={3}
              row={(row, at) => (
                <Row
                  key={row.key}
                  {...{ state, row, at }}
                  told={told.get(row.key)}
                  tabIndex={list.tabIndex(at)}
                />
              )}
            />
          </tbody>
        </table>
      )}
      <KeptLogs state={state} />
      {rows.length === 0 && (lineage !== null || kept.length === 0) && (
        <p class="quiet">Nothing has been recorded yet. An import can bring a log from another machine.</p>
      )}
      {lineage !== null && <Months state={state} lineage={lineage} />}
    </div>
  );
}

/** What is still to come is in the log only where something happened to it: a holiday ahead is not news. */
const hasHappened = ({ outcome, effective }: JudgedOccurrence, now: Instant): boolean =>
  outcome !== 'upcoming' && (effective.start <= now || !isExcluded(outcome));

/** The first recap of each occurrence that went. */
function toldOf(recaps: readonly RecapEntry[]): ReadonlyMap<OccurrenceKey, RecapEntry> {
  const gone = recaps.filter(({ step }) => step === 'sent' || step === 'unverified');
  return new Map(gone.toReversed().map((recap) => [recap.occurrence, recap]));
}

interface RowProps {
  readonly state: PaneState;
  readonly row: JudgedOccurrence;
  readonly at: number;
  readonly told: RecapEntry | undefined;
  readonly tabIndex: 0 | -1;
}

function Row({ state, row, at, told, tabIndex }: RowProps) {
  const time = state.time.value;
  const words = outcomeWords(row, time, state.now.value);
  return (
    <tr data-row={at} aria-rowindex={at + 2}>
      <th scope="row">
        <Button look="link" tabIndex={tabIndex} onPress={() => state.choose(row.key)}>
          {time.day(row.original.start)}
        </Button>
        <span class="quiet">{row.allDay ? 'all day' : time.time(row.effective.start)}</span>
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
            {told.step === 'unverified' && NOT_LOOKED_UP}
          </span>
        )}
      </td>
      <td class="end">{row.minutesTogether === null ? '–' : Math.round(row.minutesTogether)}</td>
    </tr>
  );
}
