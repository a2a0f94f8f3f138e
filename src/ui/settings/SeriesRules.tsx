import { useMemo } from 'preact/hooks';

import type { JudgedLineage } from '../../domain/judge/judged/judged';
import { type Member, STANDINGS } from '../../domain/judge/judged/members';
import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import type { PaneState } from '../state/pane';
import { createRulesState, type NumberRule, type RulesState } from '../state/rules';
import {
  type NumberRuleWords,
  ON_TIME_WORDS,
  STANDING_HINTS,
  STANDING_NAMES,
  THERE_FROM_WORDS,
} from '../words/keep/rules';
import { nameOf } from '../words/names';
import { EachPerson } from './EachPerson';

interface SeriesRulesProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
}

/** When somebody is on time and from when they were there (4.1), and who is needed (1). */
export function SeriesRules({ state, lineage }: SeriesRulesProps) {
  const rules = useMemo(() => createRulesState(state), [state]);
  return (
    <>
      <NumberField rule={rules.grace} words={ON_TIME_WORDS} />
      <NumberField rule={rules.threshold} words={THERE_FROM_WORDS} />
      <EachPerson
        what="Who is needed"
        all={lineage.members}
        personOf={({ person }) => person}
        isSet={({ standing }) => standing !== 'as-invited'}
      >
        {(member) => <StandingField key={member.person.key} rules={rules} member={member} />}
      </EachPerson>
    </>
  );
}

function NumberField({ rule, words }: { readonly rule: NumberRule; readonly words: NumberRuleWords }) {
  const { label, hint, fault } = words;
  return (
    <Field label={label} hint={hint} fault={rule.fault.value ? fault : undefined}>
      <input
        class="input number"
        type="number"
        inputMode="numeric"
        min={rule.from}
        max={rule.to}
        value={rule.shown()}
        onInput={(input) => rule.type(input.currentTarget.value)}
        onChange={(changed) => rule.set(changed.currentTarget.value)}
      />
    </Field>
  );
}

function StandingField({ rules, member }: { readonly rules: RulesState; readonly member: Member }) {
  const { person, standing } = member;
  const hint = STANDING_HINTS[standing];
  return (
    <Field label={`${nameOf(person)} is`} {...(hint !== undefined && { hint })}>
      <Choice
        of={STANDINGS.map((one) => [one, STANDING_NAMES[one]])}
        value={standing}
        onSet={(one) => rules.give(person, one)}
      />
    </Field>
  );
}
