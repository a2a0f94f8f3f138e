import type { Person } from '../../domain/facts/things/person';
import { type PromiseHistory, promisesWith } from '../../domain/promises/promise-history';
import type { Instant } from '../../domain/time/time';
import { quotedFor } from '../text/quoted-words';
import type { Wording } from '../text/wording';

/** What one person said they would do, and what the owner said they would do for them: a line each. */
export function promiseLines(
  promises: readonly PromiseHistory[],
  person: Person,
  { longDay, longDate, time }: Wording,
): readonly { readonly at: Instant; readonly said: string }[] {
  return promisesWith(promises, person).map(({ promise, steps }) => {
    const became = steps.map(({ step, by, at }) => {
      const to = step === 'moved' && by !== undefined ? ` to ${longDate(by)}` : '';
      return ` ${longDay(at)} ${time(at)}: ${step}${to}.`;
    });
    const said = `${promise.whose.name}, by ${longDate(promise.by)}: “${promise.text}”${quotedFor(promise.quoted, promise.text, person.name)}.${became.join('')}`;
    return { at: promise.saidAt, said };
  });
}
