import type { LocalDate } from '../../domain/time/time';
import { withoutAtEnd } from './text-end';

/** Names that Windows keeps for devices, with or without an ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 80;

/**
 * A name that every file system takes: `Priya-Marcus daily sync 2026-11-20.csv`. Signs that some system forbids,
 * control characters and those that turn the reading direction (a name must not show another ending) become a hyphen.
 */
export function exportName(title: string, date: LocalDate, ending: string): string {
  const plain = title
    .replace(/[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[-. ]+/, '');
  const short = withoutAtEnd(Array.from(plain).slice(0, LONGEST).join(''), /[-. ]/);
  const name = short === '' || DEVICES.test(short) ? 'log' : short;
  return `${name}${name.includes(' ') ? ' ' : '-'}${date}.${ending}`;
}
