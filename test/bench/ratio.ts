/** One line of the table: what we need, and what the named peer needs for the same, in one run. */
export interface Ratio {
  what: string;
  value: number;
  /** Of both values: `ms`, `KB`. */
  unit: string;
  peer: string;
  peerValue: number;
}
