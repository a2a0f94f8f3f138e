import type { WouldGo } from '../../../domain/forget/what-would-go';

const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

/** `12 days, 40 rows, about 2 people`. */
export const goneWords = ({ days, rows, people }: WouldGo): string =>
  [
    ...(days > 0 ? [counted(days, 'day', 'days')] : []),
    counted(rows, 'row', 'rows'),
    ...(people > 0 ? [`about ${counted(people, 'person', 'people')}`] : []),
  ].join(', ');
