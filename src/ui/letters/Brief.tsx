import { useMemo } from 'preact/hooks';

import { agreementViews } from '../../domain/agree/agreed';
import { isSamePerson } from '../../domain/facts/things/person';
import { measuresOf } from '../../domain/measure/measures';
import { measuresOfPerson, ownSide } from '../../domain/measure/measures-of-person';
import { chronologyOfPerson } from '../../domain/tell/chronology';
import { SOMEBODY } from '../../domain/tell/disguise';
import { type ConditionState, conditionsFor, isReady } from '../../domain/tell/escalation';
import { chronicleLines } from '../../formats/paper/chronology-lines';
import { escalationBrief } from '../../formats/paper/escalation-brief';
import type { Paper } from '../../formats/paper/paper';
import { othersIn } from '../../formats/paper/subject-lines';
import { othersLeft, withoutOthers } from '../../formats/paper/without-others';
import { OwnCounts } from '../own-side/OwnCounts';
import { AlsoNamed } from '../parts/controls/AlsoNamed';
import { Button } from '../parts/controls/Button';
import { inMeeting } from '../state/go-to';
import { CONDITION_WORDS } from '../words/decide/escalation';
import { alikeLines } from '../words/keep/erasing';
import { wordingOf } from '../words/wording';
import { useNamesChanged } from './names-changed';
import { PaperView } from './PaperView';
import type { TalkProps } from './talk';

/** What a third person could read: only when everything gentler was done, and then as a chronology. */
export function Brief(props: TalkProps) {
  const { state, lineage, person, record } = props;
  const { gestures, agreements } = record;
  const states = conditionsFor({ lineage, gestures, agreements }, person, state.now.value);
  return isReady(states) ? <Ready {...props} /> : <Missing {...props} states={states} />;
}

interface MissingProps extends TalkProps {
  readonly states: readonly ConditionState[];
}

function Missing({ state, lineage, record, decisions, states }: MissingProps) {
  const reading = states.find(({ condition }) => condition === 'own-side-read');
  return (
    <>
      <p class="hint">
        A page for a third person comes last, when these are done, in this order. It is a chronology, not a
        verdict.
      </p>
      <ol class="conditions" aria-label="What comes first">
        {states.map((one) => (
          <li key={one.condition} class={one.met ? 'met' : 'open'}>
            <span class="spoken">{one.met ? 'Done: ' : 'Still to do: '}</span>
            {CONDITION_WORDS[one.condition](one)}
          </li>
        ))}
      </ol>
      {reading?.met === false && (
        <>
          <OwnCounts
            state={inMeeting(state, lineage)}
            lineage={lineage}
            decisions={decisions}
            record={record}
          />
          <div class="actions">
            <Button
              small
              onPress={() =>
                state.attempt(async () =>
                  (await state.actions.letters()).note(lineage.id, 'read-own-side', [], true),
                )
              }
            >
              I have read my side
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function Ready({ state, lineage, person, record, decisions }: TalkProps) {
  const { owner } = state.view.value;
  const now = state.now.value;
  const zone = state.zone.value;
  const page = useMemo(
    () => pageOf({ state, lineage, person, record, decisions }),
    [lineage, person.key, record, decisions, zone, now],
  );
  // Whoever reads it has nothing to do with the others: they are letters, as in somebody's own copy.
  const hiding = useMemo(() => {
    const shown = owner === null ? [person] : [owner, person];
    return { shown, others: othersIn(record, shown) };
  }, [person.key, owner?.key, record]);
  const alike = useMemo(() => alikeLines(othersLeft(page, hiding), 'On the page'), [page, hiding]);
  const changed = useNamesChanged(alike);
  return (
    <>
      <AlsoNamed whom="somebody else" alike={alike} changed={changed} instead={SOMEBODY} />
      <PaperView state={state} paper={withoutOthers(page, { ...hiding, alsoNames: [...changed.value] })} />
    </>
  );
}

function pageOf({ state, lineage, person, record, decisions }: Omit<TalkProps, 'onDone'>): Paper {
  const now = state.now.value;
  const wording = wordingOf(state.zone.value, now, state.view.value.owner?.name);
  const { recaps, agreements } = record;
  const steps = chronologyOfPerson({ ...record, lineage }, person, now);
  return escalationBrief({
    ...{ lineage, person, wording },
    measures: lineage.oneToOne
      ? measuresOf(lineage, decisions, recaps, undefined, record)
      : measuresOfPerson(lineage, person).measures,
    own: ownSide(lineage, decisions, recaps, { ...record, now }),
    agreement:
      agreementViews(agreements, now).find(({ agreement }) => isSamePerson(agreement.person, person)) ?? null,
    lines: chronicleLines(steps, record.decisions, wording),
  });
}
