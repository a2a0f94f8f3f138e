import type { SourcePassage } from './candidate';
import { comparedWords } from './phrases';

/** Small words that no text of the language does without. */
const SMALL: readonly string[] = [
  'the of to and in is that it for on with we be are this not as at have will do was i you',
  'der die das und ist nicht wir zu ein eine den mit auf für von dem im es sich auch werden haben sind',
  'le la les de des et est un une que nous pour pas dans sur en au du avec ce il sont on',
  'el la los las de y que en un una por con para no se del es al lo como su más hemos',
];
/** Their like, that would be taken for one of them: Dutch, Italian, Portuguese, Polish, Scandinavian. */
const OTHERS: readonly string[] = [
  'de het een en van ik te dat die niet op aan met zijn voor er maar om ook we',
  'il di che e per non sono con si da come ma della del abbiamo è gli anche questo alla',
  'o de que e do da em um para com não uma os na por mais as dos foi temos',
  'w na z i do się nie że to jest jak po co za od są mamy dla tego będzie',
  'och att det som på är av för med till inte om jag er ikke af og vi har ska skal',
];
const KNOWN = SMALL.map((words) => new Set(words.split(' ')));
const UNKNOWN = OTHERS.map((words) => new Set(words.split(' ')));
/** Fewer letters say nothing of a language. */
const ENOUGH = 150;
/** Letters that are looked at. */
const MOST = 40_000;
/** At least one word in so many is small; notes leave many of them out. */
const SHARE = 1 / 30;

export function isKnownLanguage(passages: readonly SourcePassage[]): boolean {
  const words: string[] = [];
  let letters = 0;
  let latin = 0;
  for (const { text } of passages) {
    if (letters > MOST) break;
    for (const word of comparedWords(text.slice(0, MOST))) {
      if (!/\p{L}/u.test(word)) continue;
      words.push(word);
      letters += word.length;
      if (/\p{Script=Latin}/u.test(word)) latin += word.length;
    }
  }
  if (letters < ENOUGH) return true;
  const best = (lists: readonly ReadonlySet<string>[]) =>
    Math.max(...lists.map((list) => words.filter((word) => list.has(word)).length));
  const known = best(KNOWN);
  return latin > letters / 2 && known >= words.length * SHARE && known >= best(UNKNOWN);
}
