import type { Instant } from '../../../domain/time/time';
import type { Ending, FolderNews, UnsealedQuestion } from '../../port/roaming-actions';
import { agoWords, listWords } from '../times';
import { goneWords } from './forgetting';

/** A number with its noun; null for none. */
const counted = (count: number, one: string, more: string): string | null =>
  count === 0 ? null : count === 1 ? one : `${count} ${more}`;

/** What is odd about the folder, a sentence or two each. None of it stops the others. */
export function newsWords({
  damaged,
  tooLarge,
  otherKey,
  left,
  older,
  falseEnding,
}: FolderNews): readonly string[] {
  const said = [
    [
      counted(damaged, 'One file in the folder could not', 'files in the folder could not'),
      'be read, or not wholly. What is there stays as it is.',
    ],
    [
      counted(tooLarge, 'One file in the folder is', 'files in the folder are'),
      'larger than any that Loopkeeper writes, and not downloaded.',
    ],
    [
      counted(otherKey, 'One file in the folder is', 'files in the folder are'),
      'sealed with a passphrase that was not given here, and not read.',
    ],
    [
      counted(left, 'One file in the folder is', 'files in the folder are'),
      'not sealed, and left unread as you chose.',
    ],
    [
      counted(older, 'One file in the folder was', 'files in the folder were'),
      'put back to an earlier state. Nothing is lost by it: what was read from there is in the log, and the Outlook that wrote there writes it again.',
    ],
    [
      falseEnding ? 'A file in the folder says' : null,
      'that the protection has ended, but nobody with the key wrote it. The files stay protected.',
    ],
  ];
  return said.flatMap(([who, what]) => (who === null ? [] : [`${who} ${what}`]));
}

/** What files that nobody sealed would do to the log, before they may. */
export function bringsWords({ brings, files }: UnsealedQuestion): readonly string[] {
  const { entries, observations, changes, people, choices, wouldGo } = brings;
  const isOne = Object.keys(files).length === 1;
  const news = [
    counted(entries, 'one entry', 'entries'),
    counted(observations, 'one observation', 'observations'),
    counted(changes, 'another version of one that is here', 'other versions of what is here'),
  ].filter((one) => one !== null);
  const whom = counted(people, 'one person', 'people');
  return [
    `${counted(Object.keys(files).length, 'One file in the folder is', 'files in the folder are')} not sealed with your passphrase: written by an Outlook of yours that did not know it yet, or by somebody else.`,
    ...(news.length === 0
      ? []
      : [`${isOne ? 'It' : 'They'} would bring ${listWords(news)}${whom === null ? '' : ` about ${whom}`}.`]),
    ...(choices === 0
      ? []
      : [
          wouldGo === null
            ? `${isOne ? 'It' : 'They'} would change what is kept; of what is here now nothing would go.`
            : `${isOne ? 'It' : 'They'} would take something out of your log: ${goneWords(wouldGo)}.`,
        ]),
  ];
}

export const endingWords = ({ at }: Ending, now: Instant): string =>
  `The protection was ended on another of your Outlooks, ${agoWords(at, now)}. Until you answer, this one goes on sealing what it writes.`;
