import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { PointHistory } from '../../domain/points/point-history';
import { askedAfter } from '../../domain/points/talked-about';
import { Button } from '../parts/controls/Button';
import type { PaneState } from '../state/pane';
import { linesWith, type PointsState } from '../state/points/points';
import { PointAnswer } from './PointAnswer';
import { PointSaid } from './PointSaid';

interface TalkedAboutProps {
  readonly state: PaneState;
  readonly points: PointsState;
  readonly lineage: JudgedLineage;
  readonly occurrence: JudgedOccurrence;
}

/** Once people have met, of each open point: was it talked about (12.3)? */
export function TalkedAbout({ points, lineage, occurrence }: TalkedAboutProps) {
  const shown = useRef<readonly PointHistory[]>([]);
  const histories = points.histories.value ?? [];
  const known = new Set(histories.map(({ point }) => point.id));
  const asked = askedAfter(lineage, occurrence, histories);
  shown.current = linesWith(shown.current, asked, points.said.value, (id) => known.has(id));
  if (shown.current.length === 0) return null;
  return (
    <fieldset class="talked-about">
      <legend>Talked about?</legend>
      <ul class="point-list">
        {shown.current.map((one) => (
          <li key={one.point.id}>
            <Asked points={points} history={one} occurrence={occurrence} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface AskedProps {
  readonly points: PointsState;
  readonly history: PointHistory;
  readonly occurrence: JudgedOccurrence;
}

function Asked({ points, history, occurrence: { key } }: AskedProps) {
  const more = useSignal(false);
  const { point, name } = history;
  const said = points.said.value[point.id];
  if (said !== undefined) return <PointSaid points={points} said={said} />;
  const say = (step: 'talked-about' | 'not-yet') => points.say(history, { step, occurrence: key, words: '' });
  const busy = points.busy.value;
  return (
    <>
      <p class="point-text">
        <span class="number">{name}</span> {point.text}
      </p>
      {more.value ? (
        <PointAnswer
          points={points}
          history={history}
          label="What was said"
          word={{ step: 'talked-about', occurrence: key }}
          onClose={() => {
            more.value = false;
          }}
        />
      ) : (
        <div class="actions" role="group" aria-label={name}>
          <Button small disabled={busy} onPress={() => say('talked-about')}>
            Yes
          </Button>
          <Button
            small
            disabled={busy}
            onPress={() => {
              more.value = true;
            }}
          >
            Yes, and …
          </Button>
          <Button look="subtle" small disabled={busy} onPress={() => say('not-yet')}>
            Not yet
          </Button>
        </div>
      )}
    </>
  );
}
