import type { SendingWay } from '../../desk/desk';
import { MISSING_WORDS } from './trouble';

/** What is lost while sending is not allowed, or only half of it. */
export const SENDING_LOST: Readonly<Record<Exclude<SendingWay, 'once'>, string>> = {
  unverified:
    'It can be sent, but not looked up afterwards. So it cannot be made sure that it goes only once.',
  none: MISSING_WORDS.send.lost,
};
