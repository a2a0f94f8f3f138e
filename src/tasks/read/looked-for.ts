import { DAY } from '../../domain/time/time';

/** So long after a mail went what comes of it is looked for: what comes later is noted by hand. */
export const WAITING = 60 * DAY;
