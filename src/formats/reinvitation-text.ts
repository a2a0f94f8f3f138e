import type { Owner, Person } from '../domain/facts/person';
import type { EasierSlots } from '../domain/tell/reinvitation';
import { oneLine, shortened } from './one-line';
import { greeting, type LetterDraft } from './record-note';
import { calledName, type Wording } from './wording';

export interface ReinvitationInput {
  readonly title: string;
  readonly person: Person;
  readonly owner: Owner;
  readonly slots: EasierSlots;
  readonly perWeek: number;
  readonly oneToOne: boolean;
  readonly wording: Pick<Wording, 'day' | 'time' | 'list'>;
}

const TITLE = 60;

/** "The door stays open": no count, no look back, two easier times and fewer days. */
export function reinvitationText(input: ReinvitationInput): LetterDraft {
  const { title, person, owner, slots, perWeek, oneToOne, wording } = input;
  const name = shortened(oneLine(title), TITLE);
  const { usual, minutes, shorter, later } = slots;
  const isShorter = usual.end - usual.start > shorter.end - shorter.start;
  const easier = isShorter
    ? `Would something shorter be easier: ${minutes} minutes at ${wording.time(shorter.start)}, or ${minutes} minutes at ${wording.time(later.start)}?`
    : `Would another time be easier, ${wording.time(later.start)} for example?`;
  const fewer = perWeek >= 2 ? ' Fewer days would be fine, too.' : '';
  return {
    to: person.address.includes('@') ? [person] : [],
    subject: 'REQUEST: a time that suits you',
    text: [
      greeting([person], wording.list),
      `The door stays open: “${name}” is next on ${wording.day(usual.start)} at ${wording.time(usual.start)}, and you are welcome at any of them, also for a part.`,
      `${easier}${fewer} Tell me what suits you and I will ${oneToOne ? 'fit in' : 'see that we fit it in'}.`,
      'Until then I write to you about what is decided.',
      calledName(owner),
    ].join('\n\n'),
  };
}
