import type { PointMail } from '../../domain/facts/decided/point';
import type { OccurrenceKey } from '../../domain/facts/things/occurrence';
import { Button } from '../parts/controls/Button';
import type { PaneState } from '../state/pane';
import type { PointsState } from '../state/points/points';
import { namesOf } from '../words/names';

interface UnsureMailsProps {
  readonly state: PaneState;
  readonly points: PointsState;
  readonly occurrence: OccurrenceKey;
}

/** Mails before this sync of which nobody knows whether they went: another machine pressed Send for them. */
export function UnsureMails({ state, points, occurrence }: UnsureMailsProps) {
  const here = new Set((state.view.value.outgoing ?? []).map(({ mailKey }) => mailKey));
  const mails = points.mails.value.filter(
    (one) => one.step === 'sending' && one.occurrence === occurrence && !here.has(one.mailKey),
  );
  const settle = (mail: PointMail, does: 'look' | 'discard') => async () => {
    await state.attempt(async () => (await state.actions.points()).settleBefore(mail, does));
    await points.load();
  };
  return (
    <>
      {mails.map((mail) => {
        const to = namesOf(mail.to);
        return (
          <div key={mail.mailKey} class="line">
            <p role="status">The mail to {to} before the sync may not have gone.</p>
            <div class="actions">
              <Button small label={`Look again: mail to ${to}`} onPress={settle(mail, 'look')}>
                Look again
              </Button>
              <Button look="subtle" small label={`Discard: mail to ${to}`} onPress={settle(mail, 'discard')}>
                Discard
              </Button>
            </div>
          </div>
        );
      })}
    </>
  );
}
