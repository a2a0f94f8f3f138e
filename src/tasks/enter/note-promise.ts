import {
  checkPromise,
  checkPromiseWord,
  type PromiseDraft,
  type Promised,
  type PromiseFault,
  type PromiseSource,
  type PromiseWord,
} from '../../domain/facts/decided/promise';
import { isOwn, isSamePerson, type Owner, type Person } from '../../domain/facts/things/person';
import { ok, type Result } from '../../domain/result';
import type { Ports } from '../ports';
import { enter } from './own-entries';

/** Checks what somebody said they would do, and adds it (14.3). `with`: to whom, where the owner said so. */
export async function notePromise(
  ports: Ports,
  draft: PromiseDraft,
  from: PromiseSource & { readonly with?: Person },
  owner: Owner,
): Promise<Result<string, readonly PromiseFault[]>> {
  const now = ports.clock();
  const checked = checkPromise(draft, now, owner.zone);
  if (!checked.ok) return checked;
  const { with: to, mail, ...source } = from;
  const { whose } = checked.value;
  const isTo = to !== undefined && isOwn(owner, whose.key);
  // Of somebody else's it would outlive whoever wrote that mail and is erased.
  const isOfMail = mail !== undefined && (isTo || (to !== undefined && isSamePerson(whose, to)));
  return ok(
    await enter(ports, {
      kind: 'promise',
      ...{ ...checked.value, ...source, ...(isOfMail ? { mail } : {}), ...(isTo ? { to } : {}) },
      saidAt: now,
    }),
  );
}

/** What became of a promise. Gives the id of the entry, to be taken back. */
export async function sayOfPromise(
  ports: Ports,
  { id: promise, whose }: Pick<Promised, 'id' | 'whose'>,
  word: PromiseWord,
  owner: Owner,
): Promise<Result<string, readonly PromiseFault[]>> {
  const at = ports.clock();
  const checked = checkPromiseWord(word, at, owner.zone);
  if (!checked.ok) return checked;
  return ok(await enter(ports, { kind: 'promise-step', promise, whose, ...checked.value, at }));
}
