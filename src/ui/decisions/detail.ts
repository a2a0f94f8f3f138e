import type { DecisionHistory } from '../../domain/agree/decision-history';
import type { Person } from '../../domain/facts/things/person';
import type { ConsultState } from '../state/decide/consult';
import type { PaneState } from '../state/pane';

/** What is done to a decision with a reason. */
export type Reasoned = 'reopened' | 'superseded' | 'unheard';

export interface DetailProps {
  readonly state: PaneState;
  readonly consult: ConsultState;
  readonly history: DecisionHistory;
}

/** What is open below a decision; only one at a time. */
export type OpenedDetail =
  | { readonly kind: 'ask'; readonly person: Person }
  | { readonly kind: 'answer' }
  | { readonly kind: Reasoned }
  | null;
