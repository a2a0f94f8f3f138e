import type { CandidateKind } from './candidate';
import { meaningOf } from './label-words';
import { comparedWords } from './phrases';

const NAMED =
  /^(?:@ ?)?(\p{Lu}[\p{L}'’-]{0,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,2}) (to|will|is to|takes|shall|wird|soll|übernimmt|kümmert|va|doit|prend|se charge|s'occupe|se encarga|debe|hará|enviará|prepara|sends|writes)(?![\p{L}\p{N}])/u;
const OWNED =
  /(?:owner|assigned to|verantwortlich|zuständig|responsable|encargado|encargada) ?: ?@?(\p{Lu}[\p{L}'’-]{0,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,2})/iu;
/** Begin a sentence with a capital, and name nobody. */
const NOBODY = new Set(
  'motion call request plan proposal draft meeting need date budget the this that these those it we they you i he she there everyone everybody nobody all team teams group people who what next decision action meeting each any some our my your its a an if and but so then also wir das die der sie es ich alle nous on il elle ils tout tous le la les nosotros el los las todos se'.split(
    ' ',
  ),
);
const ONESELF = new Set(["i'll", "i'm", 'ich', "j'envoie", "j'écris"]);
const ONESELF_TWO = new Set([
  'i will',
  'i can',
  'je vais',
  'je prends',
  'je me',
  "je m'en",
  'yo me',
  'me encargo',
  'voy a',
]);

/** Whom the quote itself names, or who commits themselves in it. Nobody is guessed. */
export function ownerOf(quote: string, speaker: string | null, kind: CandidateKind): string | null {
  const head = quote.slice(0, 400);
  const named = NAMED.exec(head);
  const name = named?.[1] ?? OWNED.exec(head)?.[1];
  const words = comparedWords(name ?? '');
  // `Motion to close` names nobody; `Anna to close` does where it is a task, and with a surname everywhere.
  const vague = named?.[2] === 'to' && kind !== 'promise' && words.length < 2;
  if (name !== undefined && !vague && !words.some((word) => NOBODY.has(word) || meaningOf([word]) !== null))
    return name;
  if (speaker === null) return null;
  return commitsOneself(comparedWords(head)) ? speaker : null;
}

function commitsOneself(words: readonly string[]): boolean {
  return words.some(
    (word, at) =>
      ((word === "i'll" || ONESELF_TWO.has(`${word} ${words[at + 1] ?? ''}`)) && words[at - 1] !== 'if') ||
      (ONESELF.has(word) &&
        (words[at + 1] === 'going' ||
          words[at + 1] === 'übernehme' ||
          words[at + 1] === 'werde' ||
          words[at + 1] === 'mache')),
  );
}
