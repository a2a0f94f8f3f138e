import './points.css';

import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import type { PointHistory } from '../../domain/points/point-history';
import { openAt } from '../../domain/points/talked-about';
import { Button } from '../parts/controls/Button';
import { useFocusWithin } from '../parts/controls/keep-focus';
import type { PaneState } from '../state/pane';
import { createPointsState, linesWith } from '../state/points/points';
import { raisedWith } from '../words/points';
import { BeforeSync } from './BeforeSync';
import { PointForm } from './PointForm';
import { PointLine } from './PointLine';
import { TalkedAbout } from './TalkedAbout';
import { UnsureMails } from './UnsureMails';

interface PointsProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  readonly occurrence: JudgedOccurrence;
}

/** What is raised with the people of a meeting, and whether it was talked about once they have met (12). */
export function Points({ state, lineage, occurrence }: PointsProps) {
  const points = useMemo(() => createPointsState(state), [state]);
  const { loops, recaps } = state.view.value;
  const now = state.now.value;
  useEffect(() => {
    void points.load();
  }, [points, lineage, loops, recaps]);
  useEffect(() => {
    void points.tryAgain();
  }, [points, now]);
  const raising = useSignal(false);
  const raised = useSignal<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useFocusWithin(box, raising.value);
  const shown = useRef<readonly PointHistory[]>([]);
  const histories = points.histories.value;
  if (histories === null) return <div class="coming" hidden />;
  const known = new Set(histories.map(({ point }) => point.id));
  const open = openAt(lineage, occurrence, histories);
  shown.current = linesWith(shown.current, open, points.said.value, (id) => known.has(id));
  const others = occurrence.people
    .filter(({ isOwner, role }) => !isOwner && role !== 'resource')
    .map(({ person }) => person);
  const title = `Raised with ${raisedWith(lineage, occurrence)}`;
  const takeBack = async (id: string) => {
    if ((await state.attempt(() => state.actions.undo(id))) !== null) raised.value = null;
  };
  return (
    <section class="points" aria-label={title}>
      <TalkedAbout state={state} points={points} lineage={lineage} occurrence={occurrence} />
      <UnsureMails state={state} points={points} occurrence={occurrence.key} />
      <BeforeSync state={state} points={points} lineage={lineage} />
      {shown.current.length > 0 && (
        <>
          <h2 id="raised-title">
            {title} ({open.length})
          </h2>
          <ul class="point-list" aria-label={title}>
            {shown.current.map((one) => (
              <PointLine key={one.point.id} {...{ state, points, others }} history={one}>
                {raised.value === one.point.id && (
                  <Button
                    look="subtle"
                    small
                    label={`Undo: ${one.name}`}
                    onPress={() => takeBack(one.point.id)}
                  >
                    Undo
                  </Button>
                )}
              </PointLine>
            ))}
          </ul>
        </>
      )}
      <div ref={box}>
        {raising.value ? (
          <PointForm
            state={state}
            lineage={lineage}
            occurrence={occurrence}
            onSaved={(made) => {
              raised.value = made.id;
              raising.value = false;
            }}
            onClose={() => {
              raising.value = false;
            }}
          />
        ) : (
          <div class="actions">
            <Button
              look="subtle"
              small
              onPress={() => {
                raising.value = true;
              }}
            >
              Raise a point
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
