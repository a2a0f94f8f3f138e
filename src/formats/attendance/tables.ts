/** A line about one person: their whole time, or one stay. Times and duration as written. */
export interface Line {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly duration: string;
  readonly email: string;
  /** Sign-in name, where the form has it. */
  readonly signIn: string;
  /** Whole minutes, rounded up by the program, where that is how it writes a duration. */
  readonly minutes?: number;
}

/** What a program's file holds, told apart by its content. */
export interface Tables {
  readonly source: 'teams-csv' | 'zoom-csv';
  /** As the summary counts them; null where it does not. */
  readonly total: number | null;
  /** Start and end of the session as written; null where the summary has none. */
  readonly session: readonly [string, string] | null;
  /** One line a person, with first join and last leave; empty where a form has stays alone. */
  readonly participants: readonly Line[];
  /** One line a stay. */
  readonly stays: readonly Line[];
  /** One line a person, how long they were there in all, and not when. */
  readonly lengths: readonly Line[];
  /** Whether the columns say that their times are UTC. */
  readonly utc: boolean;
}

export type TableFault = 'form-of-2020' | 'form-unknown' | 'columns-unknown';
