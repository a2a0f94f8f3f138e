import type { Language } from '../../domain/language';
import type { PointHistory } from '../../domain/points/point-history';
import { WORDS } from '../languages/registered';
import { sentence } from '../languages/sentence';
import { inWords, oneLine } from '../text/one-line';
import { dayWords } from './recap-times';

/** What the inbox shows has at most thirty words (13.6), with what the point is called. */
const FIRST_WORDS = 28;

/** What is said of a point: its words, and by when an answer would help. */
export function pointLine({ point }: Pick<PointHistory, 'point'>, language: Language): string {
  const { recap, letters } = WORDS[language];
  const by = point.deadline === undefined ? '' : ` ${letters.before.by(dayWords(point.deadline, recap))}`;
  return `${sentence(oneLine(point.text))}${by}`;
}

/** As much of it as stands in the first line. */
export const firstOfPoint = (one: Pick<PointHistory, 'point'>, language: Language): string =>
  isPointWhole(one) ? pointLine(one, language) : inWords(oneLine(one.point.text), FIRST_WORDS);

/** All that is said of it finds room in the first line. */
export const isPointWhole = ({ point }: Pick<PointHistory, 'point'>): boolean =>
  point.deadline === undefined && inWords(oneLine(point.text), FIRST_WORDS) === oneLine(point.text);

/** That a reply is enough, of those that are questions. */
export function replyLines(
  points: readonly (Pick<PointHistory, 'point'> & { readonly name: string })[],
  language: Language,
): readonly string[] {
  const asked = points.filter(({ point }) => point.sort === 'question').map(({ name }) => name);
  return asked.length === 0 ? [] : [WORDS[language].letters.before.anywhere(asked.join(', '))];
}
