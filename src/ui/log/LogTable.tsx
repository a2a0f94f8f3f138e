import { useMemo, useRef } from 'preact/hooks';
import type { Telling } from '../../domain/facts/decided/catch-up-entry';
import type { OccurrenceKey, SeriesId } from '../../domain/facts/things/occurrence';
import { isExcluded } from '../../domain/facts/things/outcomes';
import type { JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { LogScope } from '../../domain/tell/log-scope';
import type { Instant } from '../../domain/time/time';
import { Button } from '../parts/controls/Button';
import { LongRows } from '../parts/long/LongRows';
import { useLongList } from '../parts/long/long-list';
import { Mark } from '../parts/Mark';
import { markOf } from '../parts/tile';
import type { ShownLog, ShownRow } from '../port/shown-log-actions';
import type { PaneState } from '../state/pane';
import { NOT_LOOKED_UP } from '../words/decide/told';
import { NOTHING_SHOWN } from '../words/log-scope';
import { namesOf } from '../words/names';
import { outcomeWords } from '../words/outcomes';

/** In a row of the log; more names than these would bury what happened. */
const NAMED = 4;
/** Height of a row, in px, before one was drawn. */
const ROW = 46;

interface LogTableProps {
  readonly state: PaneState;
  readonly shown: ShownLog;
  readonly kind: LogScope['kind'];
}

/** What happened, newest first. */
export function LogTable({ state, shown, kind }: LogTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const now = state.now.value;
  const rows = useMemo(
    () => shown.rows.filter(({ occurrence }) => hasHappened(occurrence, now)).toReversed(),
    [shown, now],
  );
  const told = useMemo(() => toldOf(shown.recaps), [shown]);
  const list = useLongList(body, rows.length, ROW);
  if (rows.length === 0) return <p class="quiet">{NOTHING_SHOWN[kind]}</p>;
  return (
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
              key={row.occurrence.key}
              {...{ state, row, at }}
              told={told.get(row.occurrence.key)}
              tabIndex={list.tabIndex(at)}
            />
          )}
        />
      </tbody>
    </table>
  );
}

/** What is still to come is in the log only where something happened to it: a holiday ahead is not news. */
const hasHappened = ({ outcome, effective }: JudgedOccurrence, now: Instant): boolean =>
  outcome !== 'upcoming' && (effective.start <= now || !isExcluded(outcome));

/** The first recap of each occurrence that went. */
function toldOf(recaps: readonly Telling[]): ReadonlyMap<OccurrenceKey | null, Telling> {
  const gone = recaps.filter(({ step }) => step === 'sent' || step === 'unverified');
  return new Map(gone.toReversed().map((recap) => [recap.occurrence, recap]));
}

interface RowProps {
  readonly state: PaneState;
  readonly row: ShownRow;
  readonly at: number;
  readonly told: Telling | undefined;
  readonly tabIndex: 0 | -1;
}

function Row({ state, row: { occurrence: row, meeting }, at, told, tabIndex }: RowProps) {
  const time = state.time.value;
  const words = outcomeWords(row, time, state.now.value);
  return (
    <tr data-row={at} aria-rowindex={at + 2}>
      <th scope="row">
        <Button look="link" tabIndex={tabIndex} onPress={() => goTo(state, row.key, meeting?.series ?? null)}>
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
        {meeting !== null && (
          <span class="quiet log-told">
            {meeting.title === '' ? 'A meeting without a title' : meeting.title}
          </span>
        )}
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

/** To an occurrence, in the log of another meeting where it is one of that. */
async function goTo(state: PaneState, key: OccurrenceKey, series: SeriesId | null): Promise<void> {
  if (series !== null && state.lineage.peek()?.series.includes(series) !== true) await state.openLog(series);
  if (state.occurrences.peek().some((one) => one.key === key)) state.choose(key);
}
