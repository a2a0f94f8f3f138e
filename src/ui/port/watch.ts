/** What work is given to tell how far it is, and to hear that it is to end (`Watched` of the domain). */
export interface Watch {
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}
