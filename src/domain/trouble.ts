import type { TroubleKind } from './trouble-rows';

/**
 * Something outside went wrong: the network, Graph, Outlook, the browser's database.
 * Thrown by adapters, turned into words by the pane in one place. `where` says what was asked
 * (never a token, never a name); `trace` carries the ids a person can give to support.
 */
export class Trouble extends Error {
  readonly kind: TroubleKind;
  readonly where: string;
  readonly trace: readonly string[];
  /** Scope that was missing, for 'not-permitted'. */
  readonly scope: string | undefined;
  /** The instant before which asking again helps nobody: Graph asked for a pause of minutes. */
  readonly until: number | undefined;

  constructor(
    kind: TroubleKind,
    where: string,
    more: { cause?: unknown; trace?: readonly string[]; scope?: string; until?: number | undefined } = {},
  ) {
    super(`${kind}: ${where}`, { cause: more.cause });
    this.name = 'Trouble';
    this.kind = kind;
    this.where = where;
    this.trace = more.trace ?? [];
    this.scope = more.scope;
    this.until = more.until;
  }
}

export const isTrouble = (thrown: unknown): thrown is Trouble => thrown instanceof Trouble;
