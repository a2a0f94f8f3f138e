import type { Fact } from '../../src/domain/facts/log/fact';
import type { Ledger } from '../../src/ledger/ledger';
import type { RoamPorts } from '../../src/tasks/roam/roam-ports';
import { NOT_ROAMING, rememberRoaming } from '../../src/tasks/roam/state';
import type { Own } from '../simulator/own-ports';
import { DAY } from '../simulator/time';
import { quickCipher, type SharedFolder } from '../tasks/roam/shared-folder';
import type { Write } from './model';

/** Who hears of every write of a ledger before it is asked for, and of its end. */
export interface Witness {
  readonly begin: (write: Write) => number | Promise<number>;
  readonly end: (number: number, fresh: readonly Fact[]) => void | Promise<void>;
  readonly fail: (number: number) => void | Promise<void>;
}

/** Everything asked of a ledger goes through here. */
export type Door = <Value>(ask: () => Promise<Value>) => Promise<Value>;

/** No other machine heeds a choice that deletes and was made over a month after its own clock (9). */
export const isTooFarAhead = ({ kind, id, recordedAt }: Fact, now: number): boolean =>
  kind === 'retention' && Math.max(recordedAt, Number.parseInt(id.slice(0, 9), 36)) > now + 31 * DAY;

/** A ledger of which every write is witnessed. */
export function watched(ledger: Ledger, witness: Witness, door: Door, clock: () => number): Ledger {
  const heard = (facts: readonly Fact[]) => facts.filter((fact) => !isTooFarAhead(fact, clock()));
  const write = async <Value>(
    what: Write,
    ask: () => Promise<Value>,
    freshIn: (value: Value) => readonly Fact[],
  ): Promise<Value> => {
    const number = await witness.begin(what);
    // Whoever dies here never hears: only what was refused is known not to be there.
    const value = await door(() =>
      ask().catch(async (cause: unknown) => {
        await witness.fail(number);
        throw cause;
      }),
    );
    await witness.end(number, freshIn(value));
    return value;
  };
  const append: Ledger['append'] = (facts, marks) =>
    write(
      { how: 'append', facts, ...(marks === undefined ? {} : { marks }) },
      () => ledger.append(facts, marks),
      (fresh) => fresh,
    );
  /** Out of a file, as what is entered here: what is known already stays as it is. */
  const bring: Ledger['bring'] = (facts) =>
    write(
      { how: 'append', facts: heard(facts) },
      () => ledger.bring(facts),
      (fresh) => fresh,
    );
  const merge: Ledger['merge'] = (facts) =>
    write(
      { how: 'merge', facts: heard(facts) },
      () => ledger.merge(facts),
      ({ fresh }) => fresh,
    );
  const through = (there: unknown): unknown =>
    typeof there === 'function' ? (...given: unknown[]) => door(() => there(...given)) : there;
  const outbox = Object.fromEntries(
    Object.entries(ledger.outbox).map(([name, does]) => [name, through(does)]),
  );
  const own: Readonly<Record<string, unknown>> = { append, bring, merge, outbox };
  const plain = ['close', 'onOtherPane', 'acceptLoss'];
  return new Proxy(ledger, {
    get: (target, name) =>
      own[String(name)] ??
      (plain.includes(String(name)) ? Reflect.get(target, name) : through(Reflect.get(target, name))),
  });
}

/** The same pane before a shared folder. */
export function roamPortsOf(
  { ports, ledger }: Own,
  folder: SharedFolder['port'],
  device: string,
  hear: (stamp: string) => void,
): RoamPorts {
  return {
    clock: ports.clock,
    ledger,
    folder,
    cipher: quickCipher,
    alone: ports.seal.alone,
    device,
    keys: async () => new Map(),
    keepKey: async () => undefined,
    hear,
    forgotten: async () =>
      (await ledger.limits())
        .map(({ id }) => id)
        .sort()
        .join(),
  };
}

/** As the switch does it. */
export const switchOn = (ledger: Ledger): Promise<void> =>
  rememberRoaming(ledger, { ...NOT_ROAMING, on: true });
