import { askedSoFar, type Overdue } from '../../../domain/agree/waiting';
import type { Answer, MailReply } from '../../../domain/facts/decided/consulting';
import { decisionName } from '../../../domain/facts/decided/decision';
import { firstNameOf } from '../names';
import { listWords, type TimeWords } from '../times';
import { ANSWER_WORDS, noReplyWords } from './decisions';

/** `Marcus replied on Wed 18 Nov at 10:00 about D-014.` Nothing is said of what is in it: nobody read it. */
export function replyWords(
  { person, at, said, sender, subject = '' }: MailReply,
  names: readonly string[],
  time: TimeWords,
): string {
  const name = firstNameOf(person);
  const when = `on ${time.day(at)} at ${time.time(at)}`;
  if (sender !== undefined) {
    const what = said === null ? (subject === '' ? 'A mail' : `“${subject}”`) : `“${ANSWER_WORDS[said]}”`;
    return `${what} came ${when} in the name of ${name}, about ${listWords(names)}; ${sender.address || sender.name} sent it.`;
  }
  if (said === null) return `${name} replied ${when} to what you sent about ${listWords(names)}.`;
  return `${name} answered “${ANSWER_WORDS[said]}” ${when}, to ${listWords(names)} together.`;
}

/** `Marcus, on Wed 18 Nov at 10:00: “One repository is too few.”` Of a mail no more is known than its subject. */
export function answeredInWords({ person, at, words, mail }: Answer, time: TimeWords): string {
  const when = `${firstNameOf(person)}, on ${time.day(at)} at ${time.time(at)}`;
  if (words !== '') return `${when}: “${words}”`;
  return mail === undefined ? `${when}. No words were noted.` : `${when}. The words are in the mail.`;
}

export const missingAbout = (alsoQuestions: boolean): string =>
  alsoQuestions ? 'Please choose what it is about.' : 'Please choose which decision it is about.';

export const replyQuestion = ({ person, said, sender }: MailReply): string =>
  sender !== undefined
    ? `Is this what ${firstNameOf(person)} says?`
    : said === null
      ? `What does ${firstNameOf(person)} say?`
      : 'Which is it about?';

/** `No reply recorded by Mon 16 Nov 17:00 New York (D-014).` */
export function overdueWords({ history, request }: Overdue): string {
  const words = noReplyWords(request);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} (${decisionName(history.decision)}, ${firstNameOf(request.person)}).`;
}

/** What can be done then: by what was agreed about silence when it was asked, never more (11.4); asked again once (12.4). */
export function overdueStep({ history, request }: Overdue): string {
  const { agreement, silence, person } = request;
  const { mayAgain } = askedSoFar(history, person);
  if (silence === 'go-ahead')
    return mayAgain
      ? 'You agreed to go ahead then: you can decide, or ask again.'
      : 'You agreed to go ahead then: you can decide.';
  if (agreement === null)
    return mayAgain ? 'You can decide, or ask again.' : 'You can decide, or talk about it when you meet.';
  return mayAgain
    ? 'There is no agreement to go ahead without a reply, so it waits. You can ask again.'
    : 'There is no agreement to go ahead without a reply, so it waits until you talk about it.';
}
