import type { AgreementStanding } from '../../domain/agreed';
import type { AgreementFault, Level } from '../../domain/agreement';
import type { AskFault } from '../../domain/asking';
import type { Concern } from '../../domain/concerns';
import type { StepFault, WordFault } from '../../domain/consult-drafts';
import type { Answer, Assumption, DecisionStep, InputRequest } from '../../domain/consulting';
import type { DecisionFault } from '../../domain/decision';
import type { DecisionLine } from '../../domain/decision-chronicle';
import type { DecisionCourse } from '../../domain/decision-course';
import type { Person } from '../../domain/person';
import type { Instant, Zone } from '../../domain/time';
import { city } from '../../formats/recap-times';
import { listWords, type TimeWords, timeWords } from './times';

export const DECISION_FAULT_WORDS: Readonly<Record<DecisionFault, string>> = {
  'text-missing': 'Please say what was decided.',
  'text-too-long': 'Please keep it under 500 characters; the reasons go below.',
  'why-too-long': 'Please keep it under 2,000 characters.',
  'accountable-missing': 'Please choose one owner.',
  'topic-too-long': 'Please keep the topic under 80 characters.',
  'too-many-options': 'Please keep it to 10 options.',
  'option-missing': 'Please name the option, or clear its reason.',
  'option-too-long': 'Please keep each under 300 characters.',
  'impact-too-long': 'Please keep each under 300 characters.',
  'revisit-unknown': 'That is no day of the calendar.',
  'revisit-past': 'That day is over. Please choose today or later.',
  'undo-unknown': 'That is no day of the calendar.',
  'undo-past': 'That day is over. Please choose today or later.',
};

export const ASK_FAULT_WORDS: Readonly<Record<AskFault, string>> = {
  'days-out-of-range': 'Please give 1 to 30 whole days.',
  'zone-unknown': 'This time zone is not known. Try one like America/New_York.',
  'deadline-unknown': 'Please give a day and a time.',
  'deadline-past': 'That time is over. Please choose a later one.',
  'no-address': 'No address is known, so a mail cannot go. Ask in another way and record the answer.',
};

export const WORD_FAULT_WORDS: Readonly<Record<WordFault, string>> = {
  'person-missing': 'Please choose who answered.',
  'said-missing': 'Please choose what they said.',
  'words-missing': 'Please copy their words: an agreement rests on them.',
  'words-too-long': 'Please keep it under 2,000 characters.',
  'when-unknown': 'Please give a day and a time.',
  'when-ahead': 'That time has not come yet.',
};

export const STEP_FAULT_WORDS: Readonly<Record<StepFault, string>> = {
  'reason-missing': 'Please give a reason.',
  'reason-too-long': 'Please keep it under 500 characters.',
  'by-missing': 'Please choose the decision that takes its place.',
};

export const AGREEMENT_FAULT_WORDS: Readonly<Record<AgreementFault['kind'], string>> = {
  'person-missing': 'Please choose a person.',
  'topics-missing': 'Please name at least one topic.',
  'too-many-topics': 'Please keep it to 40 topics.',
  'topic-missing': 'Please name the topic.',
  'topic-twice': 'This topic is already in the table.',
  'topic-too-long': 'Please keep the topic under 80 characters.',
  'examples-too-long': 'Please keep the examples under 300 characters.',
  'days-out-of-range': 'Please give 1 to 30 whole days, or leave it empty.',
  'reach-too-long': 'Please keep it under 200 characters.',
  'zone-unknown': 'This time zone is not known. Try one like America/New_York.',
};

/** The level with what it means, as a person would say it. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  leaf: 'Just do it (leaf)',
  branch: 'Do it, tell me (branch)',
  trunk: 'Tell me before you act (trunk)',
  root: 'We decide together (root)',
};

export const AGREEMENT_STANDING_WORDS: Readonly<Record<AgreementStanding, string>> = {
  proposed: 'proposed, no reply recorded',
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
  zone: 'in your own time zone, as theirs is not known',
  holidays: 'without public holidays, as their country is not known',
  hours: 'Monday to Friday until 17:00',
};
export const assumedWords = (assumed: readonly Assumption[]): string =>
  assumed.length === 0 ? '' : `Counted ${listWords(assumed.map((one) => ASSUMED[one]))}.`;

export const nameOf = ({ name, address, key }: Person): string => name || address || key;
export const firstNameOf = (person: Person): string => {
  const name = nameOf(person);
  return /[,@]/.test(name) ? name : (name.split(' ')[0] ?? name);
};

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

/** What stands in the list beside the number; empty where it is simply decided. */
export function standingWords(course: DecisionCourse, numberOf: (id: string) => string | null): string {
  const { standing, asked, answers, supersededBy } = course;
  switch (standing) {
    case 'open':
      return 'not decided yet';
    case 'asked': {
      const waiting = asked.filter((one) => one.standing === 'waiting').at(-1);
      return waiting === undefined
        ? 'asked'
        : `${firstNameOf(waiting.request.person)} asked until ${placeTime(waiting.request.deadline, waiting.request.zone)}`;
    }
    case 'answered': {
      const last = answers.at(-1);
      return last === undefined ? 'answered' : `${firstNameOf(last.person)}: ${ANSWER_WORDS[last.said]}`;
    }
    case 'no-reply': {
      const last = asked.filter((one) => one.standing === 'no-reply').at(-1);
      return last === undefined ? 'no reply recorded' : noReplyWords(last.request);
    }
    case 'decided':
      return '';
    case 'held':
      return 'held';
    case 'superseded': {
      const by = supersededBy === null ? null : numberOf(supersededBy);
      return by === null ? 'replaced' : `replaced by ${by}`;
    }
    case 'reopened':
      return 'open again';
  }
}

/** Why it is not decided yet, or on what it goes on, for one person; `Marcus asked to hear about …`. */
export function concernWords(concern: Concern, time: TimeWords): string {
  const { person, topic, standing, asked, answer } = concern;
  const name = firstNameOf(person);
  switch (standing) {
    case 'not-asked':
      return topic.level === 'root'
        ? `You and ${name} decide about “${topic.topic}” together. Nothing from ${name} is recorded yet.`
        : `${name} asked to hear about “${topic.topic}” before you act. Nothing is recorded yet.`;
    case 'waiting':
      return asked === null
        ? ''
        : `${name} was asked on ${time.day(asked.request.askedAt)}; answer by ${placeTime(asked.request.deadline, asked.request.zone)}.`;
    case 'no-reply':
      return asked === null ? '' : `${capital(noReplyWords(asked.request))}. ${silenceWords(concern)}`;
    case 'heard':
      return `${name} was heard, as you noted.`;
    default:
      return answer === null
        ? ''
        : `${name} answered “${ANSWER_WORDS[answer.said]}” on ${time.day(answer.at)}.`;
  }
}

const silenceWords = ({ ahead, topic }: Concern): string => {
  if (ahead === 'on-silence') return 'You agreed that you then go ahead.';
  return topic.level === 'root'
    ? 'This is decided together, so it waits.'
    : 'It was not agreed that silence means going ahead, so it waits.';
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const STEP_WORDS: Readonly<Record<DecisionStep['step'], string>> = {
  decided: 'Decided',
  held: 'Held',
  superseded: 'Replaced',
  reopened: 'Open again',
};

/** One line of the chronology, without its time. */
export function lineWords(
  line: Exclude<DecisionLine, { what: 'occasion' }>,
  { events }: DecisionCourse,
  numberOf: (id: string) => string | null,
): string {
  switch (line.what) {
    case 'written':
      return 'Written down, not decided yet';
    case 'decided':
      return 'Decided';
    case 'asked':
      return `${nameOf(line.request.person)} asked, answer by ${placeTime(line.request.deadline, line.request.zone)}`;
    case 'no-reply':
      return `${nameOf(line.request.person)}: ${noReplyWords(line.request)}`;
    case 'answered': {
      const { person, said, words } = line.answer;
      return `${nameOf(person)} answered “${ANSWER_WORDS[said]}”${words === '' ? '' : `: ${words}`}`;
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
          : `: ${noReplyWords(silent)}; ${step === 'held' ? 'held' : 'went ahead as agreed'}`;
      return `${STEP_WORDS[step]}${place === null ? '' : ` by ${place}`}${onSilence}${reason === '' ? '' : `: ${reason}`}`;
    }
    case 'told':
      return `Told ${listWords(line.recap.to.map(nameOf))}${line.verified ? '' : ' (handed to Outlook)'}`;
    default:
      return '';
  }
}
