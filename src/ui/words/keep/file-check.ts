import type { FileCheck, LineFault } from '../../../formats/log/chain';

const faultWords = (fault: LineFault): string => {
  switch (fault.what) {
    case 'changed':
      return `Line ${fault.line} was changed.`;
    case 'added':
      return `Line ${fault.line} was added.`;
    case 'moved':
      return `Line ${fault.line} was moved: it was line ${fault.from}.`;
    case 'left-out':
      return `Line ${fault.from} was left out.`;
  }
};

/** What came of holding a file against its digests; the lines one by one. */
export interface FileCheckWords {
  readonly said: string;
  readonly lines: readonly string[];
}

/** Null: there are no digests that can be read. */
export function fileCheckWords(check: FileCheck | null): FileCheckWords {
  if (check === null)
    return {
      said: 'There are no digests in this file. Choose a JSON export, or a CSV together with its digests.',
      lines: [],
    };
  const { lines, faults, faulty, sealed } = check;
  const named = faults.map(faultWords);
  // Digests that do not belong together prove nothing, neither way.
  if (!sealed)
    return {
      said:
        faulty === 0
          ? 'The digests themselves were changed, so they do not show whether the lines are as they were written.'
          : 'The digests themselves were changed. Compared with them as they are now:',
      lines: named,
    };
  if (faulty === 0)
    return {
      said:
        lines === 1 ? 'The one line is as it was written.' : `All ${lines} lines are as they were written.`,
      lines: [],
    };
  const said =
    faulty === 1 ? '1 line is not as it was written.' : `${faulty} lines are not as they were written.`;
  return {
    said: faulty > faults.length ? `${said} These are the first ${faults.length}:` : said,
    lines: named,
  };
}

/** What a check can show, beside its button. */
export const CHECKED_HERE =
  'This shows whether a line of a JSON export, or of a CSV chosen together with its digests, was changed. The file is not kept.';

/** Why the digests of a table are saved as well. */
export const WHY_DIGESTS =
  'With its digests, “Check a file” in Settings shows later whether a line of the table was changed, left out or moved.';

/** What no such chain can show (13.8). */
export const NOT_SHOWN =
  'Somebody who computes the digests anew can change anything, and it does not show here. The mails are the proof: each side finds them in their own mailbox.';
