import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { DecisionHistory } from '../../domain/agree/decision-history';
import { lastRequests } from '../../domain/facts/decided/consulting';
import { decisionName } from '../../domain/facts/decided/decision';
import { dateOf } from '../../domain/facts/things/occurrence';
import { eachOnce } from '../../domain/facts/things/people';
import type { Person } from '../../domain/facts/things/person';
import type { Instant } from '../../domain/time/time';
import { sourceWords } from '../../formats/text/quoted-words';
import { Button } from '../parts/controls/Button';
import { PersonName } from '../parts/PersonName';
import { TopicName } from '../parts/TopicName';
import { NotePromise } from '../promises/NotePromise';
import { Promises } from '../promises/Promises';
import { peopleOf } from '../state/decide/at-hand';
import type { ConsultState } from '../state/decide/consult';
import { createLaterOccasion } from '../state/decide/later-occasion';
import { usePromises } from '../state/lookups/promises';
import type { PaneState } from '../state/pane';
import { calendarDay } from '../words/calendar-days';
import { REACH_WORDS } from '../words/decide/decisions';
import { namesOf } from '../words/names';
import { AnswerForm } from './ask/AnswerForm';
import { AskForm } from './ask/AskForm';
import { Unsure } from './ask/Unsure';
import { BeforeDecided } from './BeforeDecided';
import { Chronology } from './Chronology';
import type { DetailProps, OpenedDetail } from './detail';
import { MarkdownOut } from './MarkdownOut';
import { StepForm } from './StepForm';

/** One decision in full: what was said, who was to be heard, what is to be done, and everything that happened. */
export function DecisionDetail({ state, consult, history }: DetailProps) {
  const opened = useSignal<OpenedDetail>(null);
  const open = (what: OpenedDetail) => {
    opened.value = what;
  };
  const { decision, standing } = history;
  const later = useMemo(
    () => createLaterOccasion(state, placeableFrom(history)),
    [decision.id, history.since, standing],
  );
  const close = () => open(null);
  const people = peopleToAsk(state, history);
  const promises = (usePromises(state) ?? []).filter(({ promise }) => promise.decision === decision.id);
  const unsure = lastRequests(
    consult.unsure.value.filter((request) => request.decision === decision.id),
  ).filter(({ step }) => step === 'sending');
  const what = opened.value;
  const isOpen = standing !== 'decided' && standing !== 'superseded';
  return (
    <div class="decision-detail">
      <Facts state={state} consult={consult} history={history} />
      <Concerned state={state} history={history} />
      {what?.kind !== 'ask' &&
        unsure.map((request) => <Unsure key={request.id} state={state} request={request} />)}
      {isOpen && <BeforeDecided {...{ state, consult, history, people, later }} onOpen={open} />}
      {!isOpen && (
        <div class="actions">
          {standing === 'decided' && (
            <>
              <Button small onPress={() => open({ kind: 'answer' })}>
                Record an answer
              </Button>
              <Button look="subtle" small onPress={() => open({ kind: 'superseded' })}>
                Replace…
              </Button>
            </>
          )}
          <Button look="subtle" small onPress={() => open({ kind: 'reopened' })}>
            Reopen…
          </Button>
        </div>
      )}
      {what?.kind === 'ask' && (
        <AskForm state={state} decision={decision} person={what.person} onDone={close} />
      )}
      {what?.kind === 'answer' && (
        <AnswerForm state={state} decision={decision} people={people} onDone={close} />
      )}
      {(what?.kind === 'reopened' || what?.kind === 'superseded' || what?.kind === 'unheard') && (
        <StepForm
          key={what.kind}
          state={state}
          decision={decision}
          does={what.kind}
          later={later}
          others={replacements(consult, history)}
          onDone={close}
        />
      )}
      <Promises state={state} label={`Promises from ${decisionName(decision)}`} histories={promises} />
      <NotePromise state={state} place={{ name: decision.id, decision: decision.id, people }} />
      <Chronology state={state} consult={consult} history={history} />
      <MarkdownOut state={state} consult={consult} history={history} />
    </div>
  );
}

/** Going ahead on silence, nobody decided before the time to answer was over. */
const placeableFrom = ({ since, asked }: DecisionHistory): Instant =>
  Math.max(
    since,
    ...asked.filter(({ standing }) => standing === 'no-reply').map(({ request }) => request.deadline),
  );

/** Whose decision it is too: who was asked, owns it, or should hear of it. */
function Concerned({ state, history: { decision, asked } }: Pick<DetailProps, 'state' | 'history'>) {
  const own = state.view.value.owner?.key;
  const people = eachOnce([
    ...asked.map(({ request }) => request.person),
    decision.accountable,
    ...decision.informed,
    ...(decision.responsible ?? []),
    ...(decision.consulted ?? []),
  ]).filter(({ key }) => key !== own);
  if (people.length === 0) return null;
  return (
    <p class="hint">
      {'People: '}
      {people.flatMap((person) => [<PersonName key={person.key} state={state} person={person} />, ' '])}
    </p>
  );
}

/** Everybody of the meeting and of the decision but the owner of the log; whoever was asked first. */
function peopleToAsk(state: PaneState, { decision, asked }: DecisionHistory): readonly Person[] {
  const own = state.view.value.owner?.key;
  const all = [
    ...asked.map(({ request }) => request.person),
    ...peopleOf(state, decision.occurrence),
    decision.accountable,
    ...decision.informed,
    ...(decision.responsible ?? []),
    ...(decision.consulted ?? []),
  ];
  return [...new Map(all.map((person) => [person.key, person])).values()].filter(({ key }) => key !== own);
}

const replacements = (consult: ConsultState, { decision }: DecisionHistory) =>
  consult.histories.value
    .filter((other) => other.decision.id !== decision.id && other.standing !== 'superseded')
    .map((other) => other.decision)
    .toReversed();

/** Machines that could not hear of each other gave one number twice. */
const sharedNumberWords = (decision: DecisionHistory['decision']): string =>
  decision.twin === undefined
    ? ''
    : `Two of your machines gave ${decisionName({ number: decision.number })} before they exchanged their logs. ` +
      `This one was logged later, so it is ${decisionName(decision)} everywhere now. A mail that went before says ` +
      `${decisionName({ number: decision.number })}.`;

function Facts({
  state,
  consult,
  history: { decision, touched },
}: Pick<DetailProps, 'state' | 'consult' | 'history'>) {
  const { options = [], impact, responsible = [], consulted = [], revisitOn, undoUntil } = decision;
  const topics = [...new Set(touched.filter((topic) => topic !== '').map(consult.calledNow))];
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    ['Why', decision.why],
    ...options.map(
      ({ option, notChosen }) =>
        ['Not chosen', notChosen === '' ? option : `${option}: ${notChosen}`] as const,
    ),
    ['Impact on people', impact?.people ?? ''],
    ['Money', impact?.money ?? ''],
    ['Dates', impact?.dates ?? ''],
    [
      'Touches',
      topics.length === 0
        ? ''
        : topics.flatMap((topic) => [<TopicName key={topic} state={state} topic={topic} />, ' ']),
    ],
    ['Reaches', decision.reach === undefined ? '' : REACH_WORDS[decision.reach]],
    ['Should be heard first', decision.nobodyFirst === true ? 'Nobody, as you said' : ''],
    ['Who does it', namesOf(responsible)],
    ['Heard before', namesOf(consulted)],
    ['Who should hear', namesOf(decision.informed)],
    ['Easy to undo until', undoUntil === undefined ? '' : calendarDay(undoUntil)],
    ['Look at it again on', revisitOn === undefined ? '' : calendarDay(revisitOn)],
    ['Found in', decision.quoted === undefined ? '' : sourceWords(decision.quoted, decision.text)],
    ['Its number', sharedNumberWords(decision)],
    ['From the meeting on', decision.occurrence === null ? '' : calendarDay(dateOf(decision.occurrence))],
  ];
  const said = facts.filter(([, text]) => text !== '');
  if (said.length === 0) return null;
  return (
    <dl class="decision-facts">
      {said.map(([name, text], at) => (
        <div key={`${name} ${at}`}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
