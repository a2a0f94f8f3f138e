import type { Fact } from '../../src/domain/facts/log/fact';
import { MOST_LEDGER_BYTES } from '../../src/domain/forget/roaming';
import { factLines, roamingFile } from '../../src/formats/log/roaming-file';
import { checkIn, erasure, sighting } from '../contracts/sample-facts';
import type { Dice } from '../simulator/dice';
import { quickCipher, type SharedFolder } from '../tasks/roam/shared-folder';

/** What nobody with a key wrote: it would stand out in any log. */
export const FORGED = 'forged';

/** An honest log as it would like to have it: with lines of its own, and with what deletes. */
const forgedFacts = (id: number): readonly Fact[] => [
  checkIn(`zz-${FORGED}${id}`, FORGED, id % 5),
  sighting(FORGED, id % 5),
  { kind: 'reduced', id: `zz-r${FORGED}`, recordedAt: 1, series: 'a', until: '9999-12', months: [] },
  { kind: 'retention', id: `zz-k${FORGED}`, recordedAt: 1, days: 30 },
  erasure(`zz-x${FORGED}`, 'Marcus', []),
];

export const openFileOf = (device: string, facts: readonly Fact[]): string =>
  roamingFile({ head: { device, month: '2026-11', key: null, edition: 0 }, rest: factLines(facts) });

/**
 * Somebody who can do to the folder whatever its owner can, reads every file that ever lay there, and has no key: writes,
 * replays, truncates, renames, swaps, spoils, deletes, and imitates every file this add-in knows.
 */
export function createAttacker(folder: SharedFolder, { upTo, pick, next }: Dice) {
  const past: { readonly name: string; readonly text: string }[] = [];
  const own = quickCipher.makeKey('the passphrase of somebody else');
  let count = 0;

  const watch = () => {
    for (const [name, { text }] of folder.files) {
      if (!past.some((one) => one.name === name && one.text === text)) past.push({ name, text });
    }
  };
  const names = () => [...folder.files.keys()];
  const ledgers = () => names().filter((name) => name.startsWith('ledger-'));
  const keys = () => [
    ...new Set(past.flatMap(({ name }) => /^key-([0-9a-f]+)\.json$/.exec(name)?.[1] ?? [])),
  ];
  const textOf = (name: string) => folder.files.get(name)?.text ?? '';
  const anyName = () =>
    pick([
      ...past.map(({ name }) => name),
      ...['laptop', 'desk', 'evil'].flatMap((device) =>
        [
          '2026-10',
          '2026-11',
          '9999-12',
          '2026-11.2',
          '2026-11.9999',
          '2026-11.99999999999999999999',
          '2026-13',
        ].map((month) => `ledger-${device}-${month}.jsonl`),
      ),
    ]);
  /** The first line of a file, said otherwise: which key, which version, how often written. */
  const beheaded = (text: string): string => {
    const [head = '', ...rest] = text.split('\n');
    const change = pick([
      { key: null },
      { version: 1 },
      { version: 2 },
      { version: 3 },
      { edition: 0 },
      { edition: Number.MAX_SAFE_INTEGER },
      { edition: upTo(5) + 1 },
      { device: 'evil' },
      { key: '0' },
    ]);
    try {
      return [JSON.stringify({ ...(JSON.parse(head) as object), ...change }), ...rest].join('\n');
    } catch {
      return text;
    }
  };
  const withoutProof = (text: string): string => {
    try {
      return JSON.stringify({ ...(JSON.parse(text) as object), proof: undefined, edition: upTo(9) });
    } catch {
      return text;
    }
  };

  const ways: readonly (() => Promise<void> | void)[] = [
    () => folder.edit(anyName(), openFileOf('evil', forgedFacts(count))),
    async () => {
      const { key } = await own;
      const id = pick([key.id, ...keys()]);
      const rest = await quickCipher.seal(key, factLines(forgedFacts(count)), anyName());
      const head = { device: 'evil', month: '2026-11', key: id, edition: upTo(4) };
      folder.edit(anyName(), roamingFile({ head, rest }));
    },
    () => {
      const { name, text } = pick(past);
      folder.edit(name, text);
    },
    () => folder.edit(anyName(), pick(past).text),
    () => {
      const name = pick(names());
      folder.edit(name, textOf(name).slice(0, upTo(textOf(name).length + 1)));
    },
    () => {
      const [one, other] = [pick(ledgers()), pick(ledgers())];
      const [a, b] = [textOf(one), textOf(other)];
      folder.edit(one, b);
      folder.edit(other, a);
    },
    () => {
      const name = pick(names());
      const [text, at] = [textOf(name), upTo(textOf(name).length)];
      folder.edit(name, `${text.slice(0, at)}${pick(['A', '}', '\n', '\u0000', '🙂'])}${text.slice(at + 1)}`);
    },
    () => void folder.files.delete(pick(names())),
    () => {
      const name = pick(ledgers());
      folder.edit(name, beheaded(textOf(name)));
    },
    async () => {
      const { key, box } = await own;
      const text = pick([box, pick(past).text, '', '{}', withoutProof(pick(past).text), withoutProof(box)]);
      folder.edit(`key-${pick([key.id, '0', ...keys()])}.json`, text);
    },
    async () => {
      const { key } = await own;
      const id = pick(keys());
      const word = (await quickCipher.seal(key, '1', `ended ${id}`)).trim();
      const said = pick(['', '{}', 'null', JSON.stringify({ key: id, word }), pick(past).text]);
      folder.edit(`key-${id}-ended.json`, said);
    },
    () => folder.edit('roaming-ended.json', pick(['', '{}'])),
    () => {
      if (next() < 0.1) folder.edit(anyName(), 'x'.repeat(MOST_LEDGER_BYTES + 1));
    },
  ];

  return {
    watch,
    act: async () => {
      watch();
      if (names().length === 0 || ledgers().length === 0) return;
      count += 1;
      await pick(ways)();
      watch();
    },
  };
}
