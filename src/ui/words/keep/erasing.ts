import type { ErasePlan } from '../../desk/keeper-desk';
import { listWords } from '../times';

/** What erasing somebody does, said before it is done (9). */
export function eraseWords(name: string, { alone, decisions }: ErasePlan): readonly string[] {
  const named = [...new Set(alone)].filter((title) => title !== '').map((title) => `“${title}”`);
  return [
    `The name and addresses of ${name} go from this log, with all rows, notes, reports and drafts that are about them, here and in every later export.`,
    ...(alone.length === 0
      ? []
      : [
          `The log of ${named.length === 0 ? 'meetings' : listWords(named)} with nobody else ends. Only ${(named.length || alone.length) === 1 ? 'its' : 'their'} decisions stay.`,
        ]),
    decisionWords(decisions),
    'An older export brings nothing of them back, and this cannot be undone. Files and mails that have left this log are not changed.',
  ];
}

function decisionWords(decisions: number): string {
  if (decisions === 0) return 'No decision names them.';
  return decisions === 1 ? '1 decision names them and stays.' : `${decisions} decisions name them and stay.`;
}
