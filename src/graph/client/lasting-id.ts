import { Trouble } from '../../domain/trouble';
import type { GraphClient } from './client';
import { refusalOf } from './errors';
import { isImmutable } from './item-id';
import { fieldsOf, listOf, textOf } from './json';
import { CALLS } from './permissions';

/** Gone, or an id this mailbox cannot read (of another mailbox, or of another form). */
export const isAbsent = (thrown: unknown): boolean =>
  (thrown instanceof Trouble && thrown.kind === 'not-found') ||
  ['errorinvalididmalformed', 'erroriteminvalidid', 'errorinvalidid'].includes(refusalOf(thrown)?.code ?? '');

/** The form of an id that survives a move to another folder; null where there is none. */
export async function lastingId(client: GraphClient, id: string): Promise<string | null> {
  if (id === '' || isImmutable(id)) return null;
  try {
    const answer = await client({
      call: CALLS.translateIds,
      body: { inputIds: [id], sourceIdType: 'restId', targetIdType: 'restImmutableEntryId' },
    });
    const target = textOf(fieldsOf(listOf(answer.value)[0])?.targetId);
    return target === id ? null : target;
  } catch (thrown) {
    if (isAbsent(thrown) || refusalOf(thrown)?.http === 400) return null;
    throw thrown;
  }
}
