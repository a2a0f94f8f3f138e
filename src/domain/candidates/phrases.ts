/** Words as they are compared: small letters, straight apostrophes, votes (`+1`) kept. */
export const comparedWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{M}\p{N}+'-]+/gu) ?? [];

/** A list of phrases, looked for at each word once: the time is in proportion to the text, however many they are. */
export type Phrases<Name extends string> = ReadonlyMap<
  string,
  readonly (readonly [readonly string[], Name])[]
>;

/** From groups of phrases, written with `|` between them. */
export function phrasesOf<Name extends string>(groups: Readonly<Record<Name, string>>): Phrases<Name> {
  const byFirst = new Map<string, (readonly [readonly string[], Name])[]>();
  for (const name of Object.keys(groups) as Name[])
    for (const phrase of groups[name].split('|')) {
      const [first = '', ...rest] = phrase.trim().split(' ');
      const known = byFirst.get(first);
      if (known) known.push([rest, name]);
      else byFirst.set(first, [[rest, name]]);
    }
  return byFirst;
}

/** The groups of which a phrase stands in these words, with the place of its first word. */
export function phrasesIn<Name extends string>(
  phrases: Phrases<Name>,
  words: readonly string[],
): ReadonlyMap<Name, number> {
  const found = new Map<Name, number>();
  for (const [at, word] of words.entries())
    for (const [rest, name] of phrases.get(word) ?? [])
      if (!found.has(name) && rest.every((next, ahead) => words[at + 1 + ahead] === next))
        found.set(name, at);
  return found;
}
