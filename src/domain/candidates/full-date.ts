import { dateOfDay, dayNumber } from '../time/days';
import type { LocalDate } from '../time/time';

/** Months as they are written in full or cut short, in the languages of the labels. */
const MONTHS: readonly string[] = [
  'january jan januar jänner janvier enero ene',
  'february feb februar février fevrier febrero',
  'march mar märz maerz mars marzo',
  'april apr avril abril',
  'may mai mayo',
  'june jun juni juin junio',
  'july jul juli juillet julio',
  'august aug août aout agosto',
  'september sep sept septembre septiembre setiembre',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez décembre decembre diciembre dic',
];
const MONTH_OF = new Map(
  MONTHS.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

const ISO = /(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/;
const DOTTED = /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/;
const DAY_FIRST =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)? {1,3}(?:of |de )?(\p{L}{3,10})\.?,? {1,3}(?:de |del )?(\d{4})(?!\d)/u;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,10})[.,]? {1,3}(\d{1,2})(?:st|nd|rd|th)?,? {1,3}(\d{4})(?!\d)/u;

/** A day that is told with its month and year. What could be read in two ways (4/5/2026) is none. */
export function fullDateIn(quote: string): LocalDate | null {
  const text = quote.slice(0, 1000).toLowerCase();
  const iso = ISO.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const dotted = DOTTED.exec(text);
  if (dotted) return dayOf(dotted[3], dotted[2], dotted[1]);
  const day = DAY_FIRST.exec(text);
  const month = MONTH_FIRST.exec(text);
  return (
    (day && dayOf(day[3], MONTH_OF.get(day[2] ?? ''), day[1])) ??
    (month && dayOf(month[3], MONTH_OF.get(month[1] ?? ''), month[2])) ??
    null
  );
}

function dayOf(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): LocalDate | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= 1970 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null;
  const date = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return dateOfDay(dayNumber(date)) === date ? date : null;
}
