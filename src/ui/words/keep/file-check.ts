import type { FileCheck, LineFault } from '../../../formats/log/chain';

/** More lines are counted, not named. */
const NAMED = 20;

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

/** What came of holding a file against its digests, a sentence each; null: there are none that can be read. */
export function fileCheckWords(check: FileCheck | null): readonly string[] {
  if (check === null)
    return ['There are no digests in this file. Choose a JSON export, or a CSV together with its digests.'];
  const { lines, faults, sealed } = check;
  const more = faults.length - NAMED;
  return [
    ...(faults.length === 0 ? [`All ${lines} lines are as they were written.`] : []),
    ...faults.slice(0, NAMED).map(faultWords),
    ...(more > 0 ? [`${more} more are not as they were written.`] : []),
    ...(sealed ? [] : ['The digests themselves were changed.']),
  ];
}

/** What no such chain can show (13.8). */
export const NOT_SHOWN =
  'Somebody who computes the digests anew can change anything, and it does not show here. The proof are the mails: each side finds them in their own mailbox.';
