import type { OpenItem } from '../office/open-item';
import type { Situation } from '../ui/port/actions';

/** What to say of an item about which no calendar needs to be asked; null for a meeting. */
export function situationAlone(item: OpenItem): Situation | null {
  if (item.kind === 'none') return { kind: 'nothing-open' };
  if (item.kind === 'message') return { kind: 'not-a-meeting', title: item.title };
  return item.unsaved ? { kind: 'unsaved' } : null;
}
