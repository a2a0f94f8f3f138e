import { ask, compose, done, refresh, state, trouble } from '../host-model';
import type { CalendarItem, MailItem } from '../host-state';

/** What people do in Outlook by hand, each in their own mailbox. */

/** Somebody does something in the mailbox that is shown: the owner, or whoever was chosen above. */
async function act(path: string, body: object): Promise<void> {
  const person = state.value?.mailbox.id ?? '';
  const { status } = (await (await ask('act', { person, path, body })).json()) as { status: number };
  if (status >= 300) throw new Error(`${path}: ${status}`);
}

async function tried(words: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    done.value = words;
    await refresh();
  } catch (cause) {
    trouble.value = cause instanceof Error ? cause.message : String(cause);
  }
}

export async function sendComposed(): Promise<void> {
  const message = compose.value;
  if (message === null) return;
  const { to, cc, subject, html, draft, repliesTo, words } = message;
  const people = (addresses: string[]) => addresses.map((address) => ({ emailAddress: { address } }));
  const body =
    words === undefined ? { contentType: 'html', content: html } : { contentType: 'text', content: words };
  await tried('The message was sent.', async () => {
    if (draft !== null) await act(`messages/${draft}/send`, {});
    else if (repliesTo !== undefined) await act(`messages/${repliesTo}/reply`, { comment: words ?? '' });
    else {
      const sent = { subject, body, toRecipients: people(to), ccRecipients: people(cc) };
      await act('sendMail', { message: sent, saveToSentItems: true });
    }
    compose.value = null;
  });
}

/** A link of a mail: `mailto:` opens a form, filled in as the link says; any other link leads out of this world. */
export function follow(href: string): void {
  const [, to = '', query = ''] = /^mailto:([^?]*)(?:\?(.*))?$/is.exec(href) ?? [];
  if (to === '') return;
  // RFC 6068: as in a path, a plus is a plus.
  const given = new Map(
    query.split('&').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.toLowerCase(), decodeURIComponent(value.join('='))];
    }),
  );
  compose.value = {
    to: to.split(',').map(decodeURIComponent),
    cc: [],
    subject: given.get('subject') ?? '',
    html: '',
    words: (given.get('body') ?? '').replaceAll('\r\n', '\n'),
    draft: null,
  };
}

export function reply(mail: MailItem): void {
  const subject = /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
  compose.value = {
    to: [mail.from.address],
    cc: [],
    subject,
    html: '',
    words: '',
    draft: null,
    repliesTo: mail.id,
  };
}

export const cancelMeeting = (item: CalendarItem): Promise<void> =>
  tried('The cancellation was sent.', () => act(`events/${item.id}/cancel`, { comment: '' }));

export const answerMeeting = (
  item: CalendarItem,
  answer: 'accept' | 'tentativelyAccept' | 'decline',
): Promise<void> =>
  tried('The answer was sent.', () => act(`events/${item.id}/${answer}`, { sendResponse: true }));

/** A time that would suit better, by half an hour; the organizer hears of it with a tentative answer. */
export function proposeTime(item: CalendarItem, start: number): Promise<void> {
  const utc = (instant: number) => ({
    dateTime: new Date(instant).toISOString().slice(0, 19),
    timeZone: 'UTC',
  });
  const proposedNewTime = { start: utc(start), end: utc(start + item.end - item.start) };
  return tried('The proposed time was sent.', () =>
    act(`events/${item.id}/tentativelyAccept`, { sendResponse: true, proposedNewTime }),
  );
}
