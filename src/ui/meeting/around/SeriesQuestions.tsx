import type { JudgedLineage } from '../../../domain/judge/judged/judged';
import { Button } from '../../parts/controls/Button';
import type { PaneState } from '../../state/pane';

interface SeriesQuestionsProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** Questions about the series as a whole; asked one at a time, before anything about an occurrence. */
export function SeriesQuestions({ state, lineage }: SeriesQuestionsProps) {
  const split = lineage.splitQuestions[0];
  const vanished = lineage.vanished[0];
  if (split !== undefined) return <SameMeeting state={state} split={split} lineage={lineage} />;
  return vanished === undefined ? null : <Vanished state={state} series={vanished} />;
}

interface SameMeetingProps extends SeriesQuestionsProps {
  readonly split: JudgedLineage['splitQuestions'][number];
}

function SameMeeting({ state, lineage, split }: SameMeetingProps) {
  const time = state.time.value;
  const answer = (same: boolean) =>
    state.attempt(() => state.actions.answerSameMeeting(split.earlier, split.later, same));
  const title = split.laterTitle === lineage.title ? 'It' : `“${split.laterTitle}”`;
  return (
    <section class="card asking" aria-labelledby="same-title">
      <h2 id="same-title">Same meeting?</h2>
      <p>
        {title} starts anew on {time.day(split.laterStart)} at {time.time(split.laterStart)}, with the same
        people. This looks like the same meeting going on.
      </p>
      <div class="actions">
        <Button look="primary" onPress={() => answer(true)}>
          Keep one history
        </Button>
        <Button onPress={() => answer(false)}>Keep apart</Button>
      </div>
    </section>
  );
}

const VANISHED_ANSWERS = [
  ['ended', 'It ended'],
  ['removed-by-me', 'I removed it'],
  ['still-alive', 'It still takes place'],
] as const;

function Vanished({ state, series }: { readonly state: PaneState; readonly series: string }) {
  return (
    <section class="card asking" aria-labelledby="vanished-title">
      <h2 id="vanished-title">Where did this series go?</h2>
      <p>It is not in the calendar any more, and no message was found.</p>
      <div class="actions">
        {VANISHED_ANSWERS.map(([said, words]) => (
          <Button key={said} onPress={() => state.attempt(() => state.actions.answerVanished(series, said))}>
            {words}
          </Button>
        ))}
      </div>
    </section>
  );
}
