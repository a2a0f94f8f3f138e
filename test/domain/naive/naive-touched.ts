import type { Worded } from '../../../src/domain/agree/touched';
import type { AgreedTopic } from '../../../src/domain/facts/decided/agreement';

const SCRIPTS = [
  /\p{scx=Han}/u,
  /\p{scx=Hira}|\p{scx=Kana}/u,
  /\p{scx=Thai}/u,
  /\p{scx=Lao}/u,
  /\p{scx=Khmer}/u,
];
const SPACELESS = [...SCRIPTS, /\p{scx=Myanmar}/u];

interface Word {
  readonly text: string;
  readonly script: number;
}

/** Rule 11.2 as it reads, character by character and without a thought for time: what the quick rule is held against. */
export function naiveTouches({ topic, examples }: AgreedTopic, decision: Worded): boolean {
  const texts = [
    decision.text,
    decision.why,
    ...(decision.options ?? []).flatMap(({ option, notChosen }) => [option, notChosen]),
  ];
  const isOwn = nameOf(topic) !== '' && nameOf(topic) === nameOf(decision.topic);
  return (
    isOwn || [topic, ...partsOf(examples)].some((passage) => occurs(wordsOf(passage), texts.map(wordsOf)))
  );
}

function occurs(wanted: readonly Word[], texts: readonly (readonly Word[])[]): boolean {
  if (wanted.length === 0) return false;
  const isLong = ({ text, script }: Word) =>
    script >= 0 || [...text].filter((one) => !/\p{M}/u.test(one)).length >= 3;
  if (!wanted.some(isLong)) {
    return texts.some((words) =>
      words.some((_, at) => wanted.every(({ text }, further) => words[at + further]?.text === text)),
    );
  }
  return wanted.every(({ text, script }) =>
    texts
      .flat()
      .some((word) =>
        script >= 0 ? word.script === script && word.text.includes(text) : word.text === text,
      ),
  );
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let isOpen = false;
  for (const one of plain(text)) {
    const script = SPACELESS.findIndex((each) => each.test(one));
    const last = words.at(-1);
    if (!/[\p{L}\p{N}\p{M}]/u.test(one)) isOpen = false;
    else if (isOpen && last?.script === script) words[words.length - 1] = { text: last.text + one, script };
    else {
      words.push({ text: one, script });
      isOpen = true;
    }
  }
  return words;
}

/** Without case, width, accents and what nobody sees. */
const plain = (text: string): string =>
  [
    ...[...text.normalize('NFKC')]
      .filter((one) => !/\p{Default_Ignorable_Code_Point}/u.test(one))
      .join('')
      .toUpperCase()
      .toLowerCase()
      .replaceAll('ς', 'σ')
      .normalize('NFD'),
  ]
    .filter(
      (one) =>
        !(
          /\p{M}/u.test(one) &&
          /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/.test(one)
        ),
    )
    .join('')
    .normalize('NFC');

const nameOf = (topic: string): string =>
  plain(topic)
    .split(/\s+/)
    .filter((one) => one !== '')
    .join(' ');

/** Lines, and what stands between commas and semicolons, character by character. */
function partsOf(examples: string): readonly string[] {
  const parts = [''];
  const all = [...examples];
  for (const [at, one] of all.entries()) {
    const isMark = ',;،؛、，；､﹐﹑﹔፣၊'.includes(one);
    const isInNumber = /\p{Nd}/u.test(all[at - 1] ?? '') && /\p{Nd}/u.test(all[at + 1] ?? '');
    if ('\r\n\u2028\u2029'.includes(one) || (isMark && !isInNumber)) parts.push('');
    else parts[parts.length - 1] += one;
  }
  return parts;
}
