import type { Owner, Person } from '../../../domain/facts/things/person';
import type { Language } from '../../../domain/language';
import type { EasierSlots } from '../../../domain/tell/reinvitation';
import type { Instant, Span, Zone } from '../../../domain/time/time';
import { WORDS } from '../../languages/registered';
import { oneLine, shortened } from '../../text/one-line';
import { calledName } from '../../text/wording';
import { draftTo, greetingTo, type LetterDraft } from '../plain-letter';
import { city, clockWords, dateWords } from '../recap-times';
import { talkTimes } from './talk-times';

export interface ReinvitationInput {
  readonly title: string;
  readonly person: Person;
  readonly owner: Owner;
  readonly slots: EasierSlots;
  /** Times that would hold, the shorter first; none is known where it is empty. */
  readonly times?: readonly Span[];
  readonly perWeek: number;
  readonly oneToOne: boolean;
  /** It is the reader's own meeting. */
  readonly isTheirs?: boolean;
  /** Shown beside the owner's where clocks differ. */
  readonly recipientZone?: Zone;
  readonly language: Language;
}

const TITLE = 60;

/** "The door stays open": no count, no look back, two easier times and fewer days. */
export function reinvitationText(input: ReinvitationInput): LetterDraft {
  const { title, person, owner, slots, perWeek, oneToOne, language } = input;
  const { invitation } = WORDS[language].letters;
  const name = shortened(oneLine(title), TITLE);
  const { usual, minutes, shorter, later } = slots;
  const isShorter = usual.end - usual.start > shorter.end - shorter.start;
  const clock = (at: Instant) => clockWords(at, owner.zone, input.recipientZone ?? owner.zone, language);
  const slot = (at: Instant) => `${clock(at).here}${clock(at).there}`;
  const held = talkTimes(input.times ?? [], owner.zone, input.recipientZone ?? owner.zone, language);
  const easier =
    held ??
    (isShorter
      ? invitation.shorter(minutes, slot(shorter.start), slot(later.start))
      : invitation.other(slot(later.start)));
  const asked = [easier, ...(perWeek >= 2 ? [invitation.fewer] : []), invitation.tell(oneToOne)];
  const { here, there } = clock(usual.start);
  const day = dateWords(usual.start, owner.zone, WORDS[language].recap);
  const next = { day, clock: there === '' ? here : `${here} ${city(owner.zone)}${there}` };
  return draftTo([person], {
    language,
    subject: invitation.subject,
    parts: [
      [greetingTo([person], language)],
      [input.isTheirs === true ? invitation.time(name, next) : invitation.door(name, next)],
      [asked.join(' ')],
      [invitation.until],
      [calledName(owner)],
    ],
  });
}
