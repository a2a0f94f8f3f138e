/** What the record adds up to; loaded together, after the occurrence in hand is on screen. */
export { Courtesies } from '../letters/Courtesies';
export { Trend } from '../trend/Trend';
export { AlsoOpen } from './AlsoOpen';
export { Banners } from './Banners';
export { LooseEnds } from './LooseEnds';
export { Numbers } from './Numbers';

export { OtherClocks } from './OtherClocks';
export { PeopleThere } from './PeopleThere';
export { ReadBack } from './ReadBack';
export { Reasons } from './Reasons';
export { SeriesQuestions } from './SeriesQuestions';
export { TimeAway } from './TimeAway';
export { Waiting } from './Waiting';
export { ChosenByHand } from './WhichMeeting';
export { YourSide } from './YourSide';
