import { type Instant, MINUTE } from '../../../domain/time/time';
import type { Trouble } from '../../../domain/trouble';
import type { TroubleKind } from '../../../domain/trouble-rows';
import { TROUBLES } from '../../../domain/trouble-rows';
import type { MissingPermission } from '../../port/view';

/** The browser says that there is a network, and yet no answer came: nobody can tell where it breaks. */
const UNREACHABLE = 'You are offline, or Microsoft 365 cannot be reached from here.';

/** Of a refusal of anything else than the first sign-in; the feature itself says what is lost. */
const NOT_ALLOWED = 'That was not allowed. You can allow it whenever you want.';

const isOfMail = ({ kind, scope }: Trouble): boolean =>
  kind === 'consent-refused' && (scope ?? '').startsWith('Mail.');

/** Where only the kind of it is known any more. */
export const kindWords = (kind: TroubleKind): string => TROUBLES[kind].words;

/** With a network nobody is told flatly that they are offline. */
export const isUnreachable = ({ kind }: Pick<Trouble, 'kind'>): boolean =>
  kind === 'offline' && globalThis.navigator?.onLine === true;

/** `clock`: how the pane writes a moment. */
export const troubleWords = (trouble: Trouble, clock?: (at: Instant) => string): string => {
  const { kind, until } = trouble;
  if (until !== undefined && clock !== undefined)
    return `Microsoft 365 asks to wait until ${clock(Math.ceil(until / MINUTE) * MINUTE)}. Please try again then.`;
  if (kind === 'not-permitted' && trouble.scope === 'Calendars.Read') return MISSING_WORDS.calendar.lost;
  if (isUnreachable(trouble)) return UNREACHABLE;
  return isOfMail(trouble) ? NOT_ALLOWED : TROUBLES[kind].words;
};

/** For what was thrown and nobody foresaw. */
export const anyTroubleWords = (thrown: unknown, clock?: (at: Instant) => string): string =>
  typeof thrown === 'object' && thrown !== null && 'kind' in thrown && (thrown.kind as string) in TROUBLES
    ? troubleWords(thrown as Trouble, clock)
    : 'Something went wrong. Nothing was lost; please try again.';

/** What a person can give to support: never a token, never a name. */
export const troubleReport = ({ kind, where, trace }: Trouble, at: Instant): string =>
  [`Loopkeeper ${new Date(at).toISOString()}`, `${kind}: ${where}`, ...trace].join('\n');

interface MissingWords {
  readonly lost: string;
  /** What the button says behind its one word, for whoever hears it alone. */
  readonly allows: string;
}

/** What is lost without a permission: said beside the thing, asked for only when it is wanted. */
export const MISSING_WORDS: Readonly<Record<MissingPermission['feature'], MissingWords>> = {
  calendar: {
    lost: 'The calendar may not be read, so nothing new is seen. Your own notes, decisions and imports work.',
    allows: 'reading the calendar',
  },
  'notice-mails': {
    lost: 'Meeting messages cannot be read, so notice is only known as a range.',
    allows: 'reading meeting messages',
  },
  reports: {
    lost: 'Teams attendance reports cannot be read; your own notes count.',
    allows: 'reading attendance reports',
  },
  'free-busy': {
    lost: 'Out-of-office times of others cannot be seen.',
    allows: 'seeing out-of-office times',
  },
  send: {
    lost: 'Sending from here is not allowed yet. You can open it in Outlook or copy it.',
    allows: 'sending from here',
  },
};
