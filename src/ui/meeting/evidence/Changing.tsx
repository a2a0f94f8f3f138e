import { lazily } from '../../parts/Lazy';
import type { AboutCheckIn } from '../about';

const ReportFile = lazily(() => import('./ReportFile').then((part) => part.ReportFile));
const ReasonForm = lazily(() => import('./ReasonForm').then((part) => part.ReasonForm));

/** What was chosen under `Change`, but for `Adjust`, which belongs to the check-in. */
export function Changing({ state, occurrence, checkIn: { changing, why } }: AboutCheckIn) {
  const { value: change } = changing;
  const close = () => {
    changing.value = null;
  };
  // What was added stands among the reasons.
  const showAdded = () => {
    close();
    why.value = true;
  };
  if (change === null || change === 'Adjust') return null;
  const about = { state, occurrence };
  if (change === 'Add report') return <ReportFile {...about} onDone={showAdded} />;
  return <ReasonForm key={change} {...about} kind={change} onSaved={showAdded} onLeave={close} />;
}
