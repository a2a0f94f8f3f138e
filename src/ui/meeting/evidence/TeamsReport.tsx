import { useSignal } from '@preact/signals';

import type { JudgedOccurrence } from '../../../domain/judge/judged/judged';
import { Field } from '../../parts/controls/Field';
import type { PaneState } from '../../state/pane';
import { TEAMS_CSV_FAULT_WORDS } from '../../words/keep/teams-csv';

interface TeamsReportProps {
  readonly state: PaneState;
  readonly occurrence: JudgedOccurrence;
  readonly onDone: () => void;
}

/** The attendance report that Teams lets a person download, for the chosen occurrence. */
export function TeamsReport({ state, occurrence, onDone }: TeamsReportProps) {
  const fault = useSignal<string | undefined>(undefined);
  const read = async (file: Blob) => {
    const answer = await state.attempt(() => state.desk.importTeamsCsv(occurrence.key, file));
    if (answer === null) return;
    fault.value = answer.ok ? undefined : TEAMS_CSV_FAULT_WORDS[answer.fault];
    if (answer.ok) onDone();
  };
  return (
    <div class="form">
      <Field
        label="Report file"
        hint="The CSV that Teams offers under Attendance. It is read here and sent nowhere."
        fault={fault.value}
      >
        <input
          class="input file"
          type="file"
          accept=".csv,text/csv"
          onChange={(changed) => {
            const file = changed.currentTarget.files?.[0];
            if (file !== undefined) void read(file);
          }}
        />
      </Field>
    </div>
  );
}
