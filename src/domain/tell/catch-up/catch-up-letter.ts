import type { Person } from '../../facts/things/person';
import type { Language } from '../../language';
import type { OfferedFrom } from './offered-from';
import type { ToldIn } from './told-in';

/** A catch-up as it would go now. */
export interface CatchUpLetter {
  readonly to: readonly [Person];
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  /** What it calls its decisions and questions, for the answers. */
  readonly names: readonly string[];
  readonly told: readonly ToldIn[];
  /** What it tells, each in the state in which it tells it. */
  readonly states: readonly string[];
  /** From when it is offered in their rhythm; null: at once. */
  readonly offered: OfferedFrom | null;
}
