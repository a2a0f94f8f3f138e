import { Banner } from '../../parts/Banner';
import { Button } from '../../parts/controls/Button';
import type { PaneState } from '../../state/pane';
import { lossWords } from '../../words/keep/report-loss';

/** Attendance reports that Microsoft will delete before they were read; a reading under way may be reading them. */
export function ReportLossBanner({ state }: { readonly state: PaneState }) {
  const { freshness, reportLoss } = state.view.value;
  if (reportLoss == null || freshness.reading) return null;
  const mayNot = freshness.missing.some(({ feature }) => feature === 'reports');
  const read = () => (mayNot ? state.actions.allow('reports') : state.actions.refresh());
  return (
    <Banner
      tone="warning"
      action={
        <Button small onPress={() => state.attempt(read)}>
          Read them now
        </Button>
      }
    >
      {lossWords(reportLoss, state.time.value, state.now.value)}
    </Banner>
  );
}
