import { type PersonOutcomeGroup, personGroupOf } from '../../facts/things/outcomes';
import type { JudgedPerson } from '../judged/judged';

/** So many are read at a glance, whoever they are. */
export const GLANCE = 8;
/** More of them are not read before what stands below. */
const MOST = 40;

const MATTERS: Readonly<Record<PersonOutcomeGroup, boolean>> = {
  briefly: true,
  present: false,
  apologies: true,
  'no-message': true,
  delegate: true,
  away: true,
  'not-expected': false,
  'not-recorded': false,
};

const matters = ({ outcome, isOwner }: JudgedPerson): boolean =>
  isOwner || (outcome !== null && MATTERS[personGroupOf(outcome)]);

/**
 * The people of a meeting as they are listed, those first of whom there is more to say than that they were there or that
 * nothing is known; and how many of them are shown at first.
 */
export function whoMatters(people: readonly JudgedPerson[]) {
  const known = people.filter(({ outcome, role }) => outcome !== null && role !== 'resource');
  if (known.length <= GLANCE) return { known, shown: known.length };
  const first = known.filter(matters);
  return { known: [...first, ...known.filter((one) => !matters(one))], shown: Math.min(MOST, first.length) };
}
