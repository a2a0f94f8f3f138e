/**
 * Sees to it that what Send was pressed for goes, as long as a pane of this mailbox is open in this browser, on whatever
 * item: when the pane opens, when its time has come, when the network or the person is back, and after every entry,
 * which may have made a mail untrue.
 */
export interface Courier {
  /** Works off what there is to do now; never throws. */
  readonly goOn: () => Promise<void>;
  /** Says what is on its way. */
  readonly show: () => Promise<void>;
  readonly settle: (ids: readonly string[], does: 'look' | 'send' | 'discard') => Promise<void>;
}
