import { useSignal } from '@preact/signals';
import { type Earned, freerForAMonth } from '../../domain/agree/earned-trust';
import type { Agreement, AgreementDraft, Level } from '../../domain/facts/decided/agreement';
import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { Button } from '../parts/controls/Button';
import { undoIcon } from '../parts/icons/icons';
import { useEarned } from '../state/lookups/earned';
import type { PaneState } from '../state/pane';
import { askingsWords, freerWords, keepWords } from '../words/decide/earned';
import { firstNameOf } from '../words/names';
import { ProposalLetter } from './ProposalLetter';

interface EarnedTrustProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** What came of asking first, where there is enough of it to say so (15). */
export function EarnedTrust({ state, lineage }: EarnedTrustProps) {
  const earned = useEarned(state, lineage);
  const made = useSignal<Agreement | null>(null);
  if (earned.length === 0 && made.value === null) return null;
  const close = () => {
    made.value = null;
  };
  const suggest = (one: Earned, level: Level) =>
    state.attempt(async () => {
      const saved = await (await state.actions.consult()).propose(one.agreement.series, draftOf(one, level));
      if (saved.ok) made.value = saved.value;
    });
  return (
    <section class="talk" aria-label="Asking first">
      <h3>Asking first</h3>
      <ul class="plain talk">
        {earned.map((one) => (
          <li class="talk" key={`${one.agreement.id} ${one.topic.topic}`}>
            <p>{askingsWords(one)}</p>
            {made.value === null && <Suggestion one={one} onSuggest={(level) => suggest(one, level)} />}
          </li>
        ))}
      </ul>
      {made.value !== null && <Suggested state={state} agreement={made.value} onDone={close} />}
    </section>
  );
}

interface SuggestionProps {
  readonly one: Earned;
  readonly onSuggest: (level: Level) => unknown;
}

function Suggestion({ one, onSuggest }: SuggestionProps) {
  const { suggests } = one;
  if (suggests === null) return null;
  if (suggests === 'keep') return <p class="hint">{keepWords(one)}</p>;
  return (
    <>
      <p class="hint">{freerWords(one, suggests)}</p>
      <div class="actions">
        <Button small onPress={() => onSuggest(suggests)}>
          Suggest it for a month
        </Button>
      </div>
    </>
  );
}

interface SuggestedProps {
  readonly state: PaneState;
  readonly agreement: Agreement;
  readonly onDone: () => void;
}

/** It holds once their yes is recorded; until then it is a proposal like any other. */
function Suggested({ state, agreement, onDone }: SuggestedProps) {
  const name = firstNameOf(agreement.person);
  return (
    <>
      <p role="status">
        Version {agreement.version} is written down as a proposal. It holds for a month once {name}’s yes is
        recorded.
      </p>
      <div class="actions">
        <Button
          look="subtle"
          small
          icon={undoIcon}
          onPress={async () => {
            await state.attempt(() => state.actions.undo(agreement.id));
            onDone();
          }}
        >
          Undo
        </Button>
      </div>
      <ProposalLetter state={state} agreement={agreement} onDone={onDone} />
    </>
  );
}

const draftOf = (one: Earned, level: Level): AgreementDraft => {
  const { person, answerDays, silence, reachAt, zone } = one.agreement;
  return {
    ...{ person, silence, reachAt, topics: freerForAMonth(one, level) },
    answerDays: answerDays === null ? '' : String(answerDays),
    zone: zone ?? '',
  };
};
