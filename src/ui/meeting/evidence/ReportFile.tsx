import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { JudgedOccurrence } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import { Field } from '../../parts/controls/Field';
import type { FileTimes } from '../../port/attendance-actions';
import type { PaneState } from '../../state/pane';
import { ATTENDANCE_FAULT_WORDS, shiftWords } from '../../words/keep/attendance-file';

interface ReportFileProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
  readonly onDone: () => void;
}

interface Asked {
  readonly file: Blob;
  readonly readings: readonly FileTimes[];
}

/** The list of who was there that a program lets a person download, for the chosen occurrence. */
export function ReportFile({ state, occurrence, onDone }: ReportFileProps) {
  const fault = useSignal<string | undefined>(undefined);
  const asked = useSignal<Asked | null>(null);
  const read = async (file: Blob, shift?: number) => {
    const answer = await state.attempt(() => state.actions.importAttendance(occurrence.key, file, shift));
    if (answer === null) return;
    asked.value = answer.ok && answer.value !== null ? { file, readings: answer.value } : null;
    fault.value = answer.ok ? undefined : ATTENDANCE_FAULT_WORDS[answer.fault];
    if (answer.ok && answer.value === null) onDone();
  };
  return (
    <div class="form">
      <Field
        label="Report file"
        hint="The CSV that Teams offers under Attendance, or Zoom's list of participants. It is read here and sent nowhere."
        fault={fault.value}
      >
        <input
          class="input file"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(changed) => {
            const file = changed.currentTarget.files?.[0];
            if (file !== undefined) void read(file);
          }}
        />
      </Field>
      {asked.value !== null && (
        <WhichTimes
          {...{ state, occurrence }}
          {...asked.value}
          onChoose={(file, shift) => read(file, shift)}
        />
      )}
    </div>
  );
}

interface WhichTimesProps extends Asked {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
  readonly onChoose: (file: Blob, shift: number) => Promise<void>;
}

/** 3.1: the file names no zone, and read by another clock it fits this occurrence better. Never taken silently. */
function WhichTimes({ state, occurrence, file, readings, onChoose }: WhichTimesProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  // The question comes from a choice of the person's, and is where they go on.
  useEffect(() => box.current?.querySelector('button')?.focus(), [file]);
  const time = state.time.value;
  const from = ({ start, end }: FileTimes['session']) =>
    `${time.day(start)} ${time.time(start)} to ${time.time(end)}`;
  return (
    <fieldset ref={box} class="check-in">
      <legend>When was this session?</legend>
      <p class="hint">
        This file names no time zone. This meeting was planned for {from(occurrence.effective)}; the computer
        that made the file may have shown another time of day.
      </p>
      {readings.map(({ shift, session }) => (
        <Button key={shift} onPress={() => onChoose(file, shift)}>
          {shiftWords(shift)}: {from(session)}
        </Button>
      ))}
    </fieldset>
  );
}
