import { isTrouble, type Trouble } from '../../domain/trouble';
import type { TroubleKind } from '../../domain/trouble-rows';
import { TROUBLES } from '../../domain/trouble-rows';

export const afterDraft = (kind: TroubleKind) => TROUBLES[kind].mail.draft;
export const afterSending = (kind: TroubleKind) => TROUBLES[kind].mail.sending;

/** What was thrown, where it is one of the troubles that are foreseen; anything else is thrown on. */
export function troubleIn(thrown: unknown): Trouble {
  if (isTrouble(thrown)) return thrown;
  throw thrown;
}
