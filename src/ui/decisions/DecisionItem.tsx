import { useEffect, useRef } from 'preact/hooks';
import { decisionName } from '../../domain/facts/decided/decision';
import { datingOf } from '../../domain/facts/log/dating';
import { isOfLineage } from '../../domain/judge/judged/of-lineage';
import { hearersOf, tellingMails } from '../../domain/measure/hearing';
import { Button } from '../parts/controls/Button';
import { lazily } from '../parts/Lazy';
import { TopicName } from '../parts/TopicName';
import { toldWords } from '../words/decide/told';
import { nameOf } from '../words/names';
import { CLOCK_AHEAD } from '../words/reasons';
import { Badges } from './Badges';
import type { DetailProps } from './detail';

const DecisionDetail = lazily(() => import('./DecisionDetail').then((part) => part.DecisionDetail));

interface DecisionItemProps extends DetailProps {
  readonly at: number;
  readonly of: number;
  readonly tabIndex: 0 | -1;
}

/** One decision in the list, folded or open. */
export function DecisionItem({ at, of, tabIndex, ...props }: DecisionItemProps) {
  const { state, consult, history } = props;
  const { decision, standing, decidedAt } = history;
  const { accountable, topic } = decision;
  const badges = `badges-${decision.id}`;
  const open = consult.opened.value === decision.id;
  const head = useRef<HTMLButtonElement>(null);
  // It may be wanted from a page that stands over this list.
  const wanted = state.wanted.value;
  useEffect(() => {
    if (wanted !== decision.id) return;
    state.wanted.value = null;
    consult.opened.value = decision.id;
    head.current?.focus();
  }, [wanted]);
  return (
    <li class="decision" data-row={at} aria-setsize={of} aria-posinset={at + 1}>
      <Badges id={badges} state={state} consult={consult} history={history} />
      <p class="decision-meta">
        <span class="number">{decisionName(decision)}</span>{' '}
        {state.time.value.day(decidedAt ?? decision.decidedAt)}
        {datingOf(decision)?.clockAhead === true && CLOCK_AHEAD}
        {topic !== '' && (
          <>
            {' · '}
            <TopicName state={state} topic={consult.calledNow(topic)} tabIndex={tabIndex} />
          </>
        )}
        {' · '}
        {nameOf(accountable)}
      </p>
      <button
        type="button"
        class="decision-text"
        ref={head}
        tabIndex={tabIndex}
        aria-expanded={open}
        aria-describedby={badges}
        aria-label={`${decisionName(decision)} ${decision.text}`}
        onClick={() => {
          consult.opened.value = open ? null : decision.id;
        }}
      >
        {decision.text}
      </button>
      {!open && decision.why !== '' && <p class="quiet clipped">{decision.why}</p>}
      {standing === 'decided' && <Told {...props} />}
      {open && <DecisionDetail {...props} />}
    </li>
  );
}

function Told({ state, consult, history }: DetailProps) {
  const time = state.time.value;
  const { decision } = history;
  const { owner, oneToOnes = [], elsewhere = [] } = state.view.value;
  const recaps = consult.recapsOf(decision);
  const mails = tellingMails(history, recaps);
  const { occurrence } = decision;
  const home = state.occurrences.value.find(({ key }) => key === occurrence);
  const homes = new Map([...elsewhere, ...state.occurrences.value].map((one) => [one.key, one]));
  const lineage = state.lineage.value;
  const isHere = lineage !== null && isOfLineage(lineage, decision);
  const hearers = hearersOf(history, {
    ...{ homes, oneToOnes, recaps, owner, views: consult.views.value },
    // Who is needed here is nobody to hear of what another meeting decided.
    needed: isHere ? lineage.people : [],
  });
  const isOutside = decision.series === null;
  const isKnown = isOutside || (isHere && (occurrence === null || home !== undefined));
  const untold = hearers.filter((one) => one.told === null).map(({ person }) => person);
  const words = toldWords({ mails, untold, isHeard: hearers.length > 0, isKnown }, time);
  if (words === '') return null;
  return (
    <p class="decision-told">
      {words}{' '}
      {untold.length > 0 && occurrence !== null && home !== undefined && (
        <Button look="link" onPress={() => state.choose(occurrence)}>
          Go to the recap
        </Button>
      )}
    </p>
  );
}
