import { at } from '../time';
import type { Said, Tap } from '../world';

/**
 * What Priya recorded in the sample month. Thu 19 Nov has no tap, and that of Fri 20 Nov is left to whoever sits
 * before the pane.
 */
export function sampleTaps(zone: string): Tap[] {
  const met = (date: string, clock: string, said: Said, minutes?: number): Tap => ({
    kind: 'check-in',
    at: at(`${date} ${clock}`, zone),
    meeting: date < '2026-11-16' ? 'daily' : 'daily-1530',
    date,
    said,
    ...(minutes === undefined ? {} : { minutes }),
  });
  const taps: Tap[] = [
    { kind: 'log-kept', at: at('2026-10-23 09:00', zone), meeting: 'daily' },
    { kind: 'log-kept', at: at('2026-10-23 09:01', zone), meeting: 'atlas' },
    met('2026-10-26', '15:31', 'we-met'),
    met('2026-10-27', '15:15', 'nobody-joined'),
    {
      kind: 'matched',
      at: at('2026-10-27 15:20', zone),
      meeting: 'atlas',
      date: '2026-10-27',
      shown: '+44 •••• ••12',
      who: 'sam',
    },
    met('2026-10-28', '15:31', 'we-met', 10),
    {
      kind: 'decision',
      at: at('2026-10-29 15:02', zone),
      id: 'D-011',
      meeting: 'daily',
      date: '2026-10-29',
      decision: {
        text: 'For the checkout team, facing 4 % failed addresses, we chose vendor B over A and in-house, to launch by 1 Dec, accepting €300 a month more.',
        why: ['B covers all 9 countries; A covers 6.'],
        notChosen: ['A (coverage)', 'in-house (8 weeks)'],
        accountable: 'dana',
        topic: 'Address lookup',
        decidedBy: ['priya', 'dana', 'sam'],
        undoUntil: '2026-11-02',
      },
    },
    {
      kind: 'recap',
      at: at('2026-10-29 15:06', zone),
      meeting: 'daily',
      date: '2026-10-29',
      decisions: ['D-011'],
      to: ['marcus'],
    },
    met('2026-11-02', '15:31', 'we-met'),
    met('2026-11-03', '17:31', 'we-met'),
    {
      kind: 'decision',
      at: at('2026-11-03 15:05', zone),
      id: 'D-012',
      meeting: 'atlas',
      date: '2026-11-03',
      decision: {
        text: 'For support, facing two ways to cancel an order, we chose one screen for both, accepting a week of translation.',
        why: ['Six of ten calls are about the second way.'],
        notChosen: ['keep both (calls go on)'],
        accountable: 'sam',
        topic: 'Order screen',
        decidedBy: ['priya', 'dana', 'sam'],
      },
    },
    {
      kind: 'recap',
      at: at('2026-11-03 15:20', zone),
      meeting: 'atlas',
      date: '2026-11-03',
      decisions: ['D-012'],
      to: ['marcus'],
    },
    // Marcus is out of office on this day; her note stays and changes nothing.
    met('2026-11-04', '15:12', 'nobody-joined'),
    met('2026-11-06', '15:31', 'we-met'),
    met('2026-11-09', '15:15', 'nobody-joined'),
    met('2026-11-13', '15:14', 'we-met', 12),
    { kind: 'joined-histories', at: at('2026-11-13 16:25', zone), meetings: ['daily', 'daily-1530'] },
    met('2026-11-16', '15:45', 'nobody-joined'),
    // She taps beside the reinvited event; it is the same row as the cancelled occurrence of that day.
    met('2026-11-17', '16:01', 'we-met'),
    {
      kind: 'decision',
      at: at('2026-11-18 16:10', zone),
      id: 'D-013',
      meeting: 'daily-1530',
      date: '2026-11-18',
      decision: {
        text: 'For the launch, facing two open defects in the address form, we chose to ship with the form hidden in Malta, accepting 40 orders by phone.',
        why: ['Both defects appear with Maltese addresses only.'],
        notChosen: ['wait (launch moves to January)'],
        accountable: 'dana',
        topic: 'Launch',
        decidedBy: ['priya', 'dana'],
      },
    },
  ];
  return taps.sort((a, b) => a.at - b.at);
}
