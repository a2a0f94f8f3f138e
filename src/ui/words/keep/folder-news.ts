import type { Instant } from '../../../domain/time/time';
import type { Ending, FolderNews, UnsealedQuestion } from '../../port/roaming-actions';
import { agoWords, listWords } from '../times';
import { goneWords } from './forgetting';

/** A number with its noun; null for none. */
const counted = (count: number, one: string, more: string): string | null =>
  count === 0 ? null : count === 1 ? one : `${count} ${more}`;

/** One file, or several: each a whole sentence, as `is` and `are` stand where they do in English alone. */
const NEWS = {
  damaged: {
    one: 'One file in the folder could not be read in full. It stays as it is.',
    more: (count: number) => `${count} files in the folder could not be read in full. They stay as they are.`,
  },
  tooLarge: {
    one: 'One file in the folder is larger than any that Loopkeeper writes. It was not downloaded.',
    more: (count: number) =>
      `${count} files in the folder are larger than any that Loopkeeper writes. They were not downloaded.`,
  },
  otherKey: {
    one: 'One file in the folder is protected with another passphrase. It was not read.',
    more: (count: number) =>
      `${count} files in the folder are protected with another passphrase. They were not read.`,
  },
  left: {
    one: 'One file in the folder is not protected. It is left unread, as you chose.',
    more: (count: number) =>
      `${count} files in the folder are not protected. They are left unread, as you chose.`,
  },
  older: {
    one: 'One file in the folder was put back to an earlier state. Nothing is lost: your log has what was read from it, and the Outlook that wrote it writes it again.',
    more: (count: number) =>
      `${count} files in the folder were put back to an earlier state. Nothing is lost: your log has what was read from them, and the Outlooks that wrote them write them again.`,
  },
} as const;

const FALSE_ENDING =
  'A file in the folder says that the protection has ended, but nobody with the key wrote it. The files stay protected.';

/** What is odd about the folder, a sentence or two each. None of it stops the others. */
export function newsWords({ falseEnding, ...counts }: FolderNews): readonly string[] {
  const kinds = Object.keys(NEWS) as (keyof typeof NEWS)[];
  return [
    ...kinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => (counts[kind] === 1 ? NEWS[kind].one : NEWS[kind].more(counts[kind]))),
    ...(falseEnding ? [FALSE_ENDING] : []),
  ];
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
    isOne
      ? 'One file in the folder is not protected with your passphrase. An Outlook of yours that did not know it yet wrote it, or somebody else did.'
      : `${Object.keys(files).length} files in the folder are not protected with your passphrase. An Outlook of yours that did not know it yet wrote them, or somebody else did.`,
    ...(news.length === 0
      ? []
      : [`${isOne ? 'It' : 'They'} would bring ${listWords(news)}${whom === null ? '' : ` about ${whom}`}.`]),
    ...(choices === 0
      ? []
      : [
          wouldGo === null
            ? `${isOne ? 'It' : 'They'} would change what is kept, but nothing that is here now would go.`
            : `${isOne ? 'It' : 'They'} would take something out of your log: ${goneWords(wouldGo)}.`,
        ]),
  ];
}

export const endingWords = ({ at }: Ending, now: Instant): string =>
  `The protection was ended on another of your Outlooks, ${agoWords(at, now)}. Until you answer, this one goes on protecting what it writes.`;
