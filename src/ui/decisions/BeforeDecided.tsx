import './ask/inset.css';

import { useSignal } from '@preact/signals';

import { aheadOfAll, type Concern } from '../../domain/agree/concerns';
import type { StepDraft } from '../../domain/agree/consult-drafts';
import type { DecisionHistory } from '../../domain/agree/decision-history';
import { askedSoFar } from '../../domain/agree/waiting';
import { isSamePerson, type Person } from '../../domain/facts/things/person';
import { Button } from '../parts/controls/Button';
import { FindSomebody } from '../parts/controls/FindSomebody';
import { Icon } from '../parts/icons/Icon';
import { checkCircleIcon, infoIcon } from '../parts/icons/more-icons';
import type { ConsultState } from '../state/decide/consult';
import type { LaterOccasion } from '../state/decide/later-occasion';
import { fewOf, MOST_PEOPLE } from '../state/few';
import type { PaneState } from '../state/pane';
import { ANSWER_WORDS, concernWords, noReplyWords, placeTime } from '../words/decide/decisions';
import { firstNameOf, nameOf } from '../words/names';
import type { OpenedDetail } from './detail';
import { MadeIn } from './MadeIn';

interface BeforeDecidedProps {
  readonly state: PaneState;
  readonly consult: ConsultState;
  readonly history: DecisionHistory;
  readonly people: readonly Person[];
  readonly later: LaterOccasion;
  readonly onOpen: (what: OpenedDetail) => void;
}

/**
 * What is known before it is decided: who wanted to be heard and was or was not, who was asked, and the next step.
 * Nothing is decided by time alone; the owner says so.
 */
export function BeforeDecided({ state, consult, history, people, later, onOpen }: BeforeDecidedProps) {
  const concerns = consult.concernsOf(history, later.there.value);
  const ahead = aheadOfAll(concerns);
  const take = (draft: StepDraft) =>
    state.attempt(async () =>
      (await state.actions.consult()).takeStep(history.decision, {
        ...draft,
        occurrence: later.occurrence.peek(),
      }),
    );
  const noReply = concerns.flatMap(({ standing, asked }) =>
    standing === 'no-reply' && asked !== null ? [asked.request.mailKey] : [],
  );
  const toAsk = concerns.filter(
    ({ ahead: how, standing, person }) =>
      how === 'wait' && standing !== 'waiting' && askedSoFar(history, person).mayAgain,
  );
  return (
    <section class="inset before-decided" aria-label="Before you decide">
      {concerns.map((concern) => (
        <p class={concern.ahead === 'clear' ? 'standing heard' : 'standing'} key={concern.person.key}>
          <Icon of={concern.ahead === 'clear' ? checkCircleIcon : infoIcon} />
          <span>{concernWords(concern, state.time.value)}</span>
        </p>
      ))}
      <Others state={state} history={history} concerns={concerns} />
      <MadeIn later={later} {...(ahead === 'wait' ? { label: 'To be decided in' } : {})} />
      <div class="actions">
        {ahead === 'wait' ? (
          toAsk.map(({ person, standing }, at) => (
            <Button
              key={person.key}
              look={at === 0 ? 'primary' : 'outline'}
              small
              onPress={() => onOpen({ kind: 'ask', person })}
            >
              {standing === 'not-asked' ? `Ask ${firstNameOf(person)}` : `Ask ${firstNameOf(person)} again`}
            </Button>
          ))
        ) : (
          <Button
            look="primary"
            small
            onPress={() =>
              take({ step: 'decided', reason: '', noReply: ahead === 'on-silence' ? noReply : [] })
            }
          >
            {ahead === 'on-silence' ? 'Go ahead as agreed' : 'Mark as decided'}
          </Button>
        )}
        <Button small onPress={() => onOpen({ kind: 'answer' })}>
          Record an answer
        </Button>
        {history.standing !== 'held' && (
          <Button small onPress={() => take({ step: 'held', reason: '', noReply })}>
            Hold
          </Button>
        )}
      </div>
      <div class="actions">
        <AskSomebody people={people} concerns={concerns} onOpen={onOpen} />
        {ahead === 'wait' && (
          <Button look="link" small onPress={() => onOpen({ kind: 'unheard' })}>
            Decide all the same…
          </Button>
        )}
      </div>
    </section>
  );
}

/** People who were asked though nothing was agreed with them about the topic. */
function Others({
  state,
  history,
  concerns,
}: Pick<BeforeDecidedProps, 'state' | 'history'> & { readonly concerns: readonly Concern[] }) {
  const time = state.time.value;
  const others = history.asked.filter(
    ({ request }) => !concerns.some(({ person }) => isSamePerson(person, request.person)),
  );
  const lines = others.map(({ request, answer, standing }) => {
    const name = nameOf(request.person);
    const words =
      answer !== null
        ? `${name} answered “${ANSWER_WORDS[answer.said]}” on ${time.day(answer.at)}.`
        : standing === 'waiting'
          ? `${name} was asked on ${time.day(request.askedAt)}; answer by ${placeTime(request.deadline, request.zone)}.`
          : `${name}: ${noReplyWords(request)}.`;
    return { key: request.id, words };
  });
  return (
    <>
      {lines.map(({ key, words }) => (
        <p class="standing" key={key}>
          <Icon of={infoIcon} />
          <span>{words}</span>
        </p>
      ))}
    </>
  );
}

interface AskSomebodyProps {
  readonly people: readonly Person[];
  readonly concerns: readonly Concern[];
  readonly onOpen: (what: OpenedDetail) => void;
}

function AskSomebody({ people, concerns, onOpen }: AskSomebodyProps) {
  const free = people.filter((person) => !concerns.some((one) => isSamePerson(one.person, person)));
  const search = useSignal('');
  if (free.length === 0) return null;
  const shown = fewOf(free, { personOf: (person) => person, isSet: () => false }, search.value);
  const choice = (
    <select
      class="input ask-somebody"
      aria-label="Ask somebody"
      value=""
      onChange={(changed) => {
        const person = free.find(({ key }) => key === changed.currentTarget.value);
        changed.currentTarget.value = '';
        if (person !== undefined) onOpen({ kind: 'ask', person });
      }}
    >
      <option value="">Ask somebody…</option>
      {shown.map((person) => (
        <option key={person.key} value={person.key}>
          {nameOf(person)}
        </option>
      ))}
    </select>
  );
  if (free.length <= MOST_PEOPLE) return choice;
  return (
    <>
      <FindSomebody label="Ask somebody" count={free.length} search={search} />
      {choice}
    </>
  );
}
