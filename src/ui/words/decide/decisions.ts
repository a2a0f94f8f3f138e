import type { AgreementStanding } from '../../../domain/agree/agreed';
import type { Concern } from '../../../domain/agree/concerns';
import type { DecisionHistory } from '../../../domain/agree/decision-history';
import type { Level } from '../../../domain/facts/decided/agreement';
import type {
  Answer,
  Assumption,
  DecisionStep,
  InputRequest,
} from '../../../domain/facts/decided/consulting';
import type { DecisionReach } from '../../../domain/facts/decided/decision-detail';
import type { OccurrenceKey } from '../../../domain/facts/things/occurrence';
import type { DecisionLine } from '../../../domain/tell/decision-chronicle';
import type { Instant, Zone } from '../../../domain/time/time';
import { city } from '../../../formats/mail/recap-times';
import { firstNameOf, nameOf } from '../names';
import { listWords, type TimeWords, timeWords } from '../times';

/** The level with what it means, as a person would say it. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  leaf: 'Just do it',
  branch: 'Do it, tell me',
  trunk: 'Tell me before you act',
  root: 'We decide together',
};

export const REACH_WORDS: Readonly<Record<DecisionReach, string>> = {
  ours: 'Only us',
  'other-teams': 'Other teams',
  large: 'Next year, money or people',
};

export const AGREEMENT_STANDING_WORDS: Readonly<Record<AgreementStanding, string>> = {
  // Saving it sends nothing: whether it went from Outlook, nobody here can tell.
  proposed: 'written down, no reply recorded',
  agreed: 'agreed',
  declined: 'declined',
  ended: 'ended',
  replaced: 'replaced',
};

export const ANSWER_WORDS: Readonly<Record<Answer['said'], string>> = {
  ok: 'OK',
  talk: "Let's talk first",
  problem: 'I see a problem',
};

const ASSUMED: Readonly<Record<Assumption, string>> = {
  zone: 'Their time zone is not known, so yours is used.',
  holidays: 'Their country is not known, so no public holidays are left out.',
  hours: 'Their working hours are not known, so Monday to Friday until 17:00 is used.',
};
export const assumedWords = (assumed: readonly Assumption[]): string =>
  assumed.map((one) => ASSUMED[one]).join(' ');

/** `Mon 16 Nov 17:00 New York` */
export function placeTime(at: Instant, zone: Zone): string {
  const time = timeWords(zone);
  return `${time.day(at)} ${time.time(at)} ${city(zone)}`;
}

/** The same with the owner's own clock beside it where the two differ: `(22:00 London)`. */
export function bothTimes(at: Instant, zone: Zone, own: Zone): string {
  const [theirs, ours] = [timeWords(zone), timeWords(own)];
  const same = theirs.field(at) === ours.field(at);
  if (same) return placeTime(at, zone);
  const day = theirs.day(at) === ours.day(at) ? '' : `${ours.day(at)} `;
  return `${placeTime(at, zone)} (${day}${ours.time(at)} ${city(own)})`;
}

export const noReplyWords = ({ deadline, zone }: InputRequest): string =>
  `no reply recorded by ${placeTime(deadline, zone)}`;

/** Why it is not decided yet, or on what it goes on, for one person; `Marcus agreed with you to hear about …`. */
export function concernWords(concern: Concern, time: TimeWords): string {
  const { person, topic, standing, asked, answer } = concern;
  const name = firstNameOf(person);
  switch (standing) {
    case 'not-asked':
      return topic.level === 'root'
        ? `You and ${name} decide about “${topic.topic}” together. Nothing from ${name} is recorded yet.`
        : `${name} agreed with you to hear about “${topic.topic}” before you act. Nothing is recorded yet.`;
    case 'waiting':
      return asked === null
        ? ''
        : `${name} was asked on ${time.day(asked.request.askedAt)}; answer by ${placeTime(asked.request.deadline, asked.request.zone)}.`;
    case 'replied':
      return `${name} replied by mail. Please note what it says before you go on.`;
    case 'no-reply':
      return asked === null ? '' : `${capital(noReplyWords(asked.request))}. ${silenceWords(concern)}`;
    case 'heard':
      return `${name} was heard, as you noted.`;
    case 'there':
      return `${name} was there when it was decided.`;
    case 'ok':
    case 'talk':
    case 'problem':
      return answer === null
        ? ''
        : `${name} answered “${ANSWER_WORDS[answer.said]}” on ${time.day(answer.at)}.`;
  }
}

const silenceWords = ({ ahead, topic }: Concern): string => {
  if (ahead === 'on-silence') return 'You agreed to go ahead then.';
  return topic.level === 'root'
    ? 'This is decided together, so it waits.'
    : 'There is no agreement to go ahead without a reply, so it waits.';
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const STEP_WORDS: Readonly<Record<DecisionStep['step'], string>> = {
  decided: 'Decided',
  held: 'Put on hold',
  superseded: 'Replaced',
  reopened: 'Open again',
};

/** Each state has its occasion (10.2); of what was written down before that was asked nobody said in which. */
function occasionOf(
  { occurrence }: DecisionStep,
  titleOf: (occasion: OccurrenceKey) => string | null,
): string {
  if (occurrence === undefined) return '';
  if (occurrence === null) return ', outside of meetings';
  const title = titleOf(occurrence);
  return title === null ? '' : `, in ${title}`;
}

/** One line of the chronology, without its time. */
export function lineWords(
  line: Exclude<DecisionLine, { what: 'occasion' }>,
  { events }: DecisionHistory,
  numberOf: (id: string) => string | null,
  titleOf: (occasion: OccurrenceKey) => string | null,
): string {
  switch (line.what) {
    case 'written':
      return 'Written down, not decided yet';
    case 'decided':
      return 'Decided';
    case 'asked':
      return `${nameOf(line.request.person)} was asked, answer by ${placeTime(line.request.deadline, line.request.zone)}`;
    case 'no-reply':
      return `${nameOf(line.request.person)}: ${noReplyWords(line.request)}`;
    case 'wrote':
      return `${nameOf(line.reply.person)} replied by mail`;
    case 'answered': {
      const { person, said, words, source, subject = '' } = line.answer;
      const how = source === 'mail' ? ` by mail${subject === '' ? '' : ` (“${subject}”)`}` : '';
      return `${nameOf(person)} answered “${ANSWER_WORDS[said]}”${how}${words === '' ? '' : `: ${words}`}`;
    }
    case 'became': {
      const { step, reason, by, noReply = [] } = line.step;
      const place = by === undefined ? null : numberOf(by);
      const silent = events.find(
        (one): one is InputRequest => one.kind === 'input-request' && noReply.includes(one.mailKey),
      );
      const onSilence =
        silent === undefined
          ? ''
          : `: ${noReplyWords(silent)}; ${step === 'held' ? 'put on hold' : 'went ahead as agreed'}`;
      return `${STEP_WORDS[step]}${place === null ? '' : ` by ${place}`}${occasionOf(line.step, titleOf)}${onSilence}${reason === '' ? '' : `: ${reason}`}`;
    }
    case 'told':
      return `${line.asked.length > 0 ? 'Asked' : 'Told'} ${listWords(line.recap.to.map(nameOf))}${
        line.recap.step === 'by-hand' ? ' (noted by you)' : line.verified ? '' : ' (handed to Outlook)'
      }`;
    // Of a person, not of one decision.
    case 'proposed':
    case 'replied':
    case 'gesture':
      return '';
  }
}
