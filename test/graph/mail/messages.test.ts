import { describe, expect, test } from 'vitest';
import { createGraph } from '../../../src/graph/graph';
import { type MessageContext, readMessage } from '../../../src/graph/mail/message-json';
import { clientBefore, json } from '../owner-graph';

const utc = (text: string) => Date.parse(text);
const mail = (address: string) => ({ emailAddress: { name: '', address } });
const context: MessageContext = {
  owner: new Set(['priya@n.example']),
  zone: 'Europe/London',
  kind: null,
  sentItems: 'sent-folder',
};
const message = (more: Record<string, unknown> = {}) => ({
  id: 'x',
  subject: 'Canceled: Daily',
  meetingMessageType: 'meetingCancelled',
  receivedDateTime: '2026-10-29T14:50:00Z',
  sentDateTime: '2026-10-29T14:49:58Z',
  from: mail('marcus@n.example'),
  sender: mail('marcus@n.example'),
  toRecipients: [mail('priya@n.example')],
  ccRecipients: [mail('sam@n.example'), mail('PRIYA@n.example')],
  ...more,
});
const read = (more: Record<string, unknown> = {}, about: Partial<MessageContext> = {}) => {
  const result = readMessage(message(more), { ...context, ...about });
  return result.ok ? result.value : result.fault;
};

describe('A meeting message', () => {
  test.each([
    ['meetingCancelled', {}, 'cancellation'],
    ['meetingRequest', {}, 'request'],
    ['meetingRequest', { meetingRequestType: 'newMeetingRequest' }, 'request'],
    ['meetingRequest', { meetingRequestType: 'fullUpdate' }, 'update'],
    [
      'meetingRequest',
      { previousStartDateTime: { dateTime: '2026-10-29T15:00:00', timeZone: 'UTC' } },
      'update',
    ],
    ['meetingAccepted', {}, 'accepted'],
    ['meetingTenativelyAccepted', {}, 'tentative'],
    ['meetingTentativelyAccepted', {}, 'tentative'],
    ['meetingDeclined', {}, 'declined'],
  ])('%s %j is a %s, whatever its OData type', (type, more, kind) => {
    expect(
      read({ meetingMessageType: type, '@odata.type': '#microsoft.graph.eventMessageRequest', ...more }),
    ).toMatchObject({ mail: kind });
  });

  const slot = (from: string, to: string) => ({
    start: { dateTime: from, timeZone: 'UTC' },
    end: { dateTime: to, timeZone: 'UTC' },
  });
  const LATER_THAT_DAY = slot('2026-10-29T16:00:00.0000000', '2026-10-29T16:30:00.0000000');
  test.each(['meetingAccepted', 'meetingTenativelyAccepted', 'meetingDeclined'])(
    '13.7 %s that offers another time is read with it',
    (meetingMessageType) => {
      expect(read({ meetingMessageType, proposedNewTime: LATER_THAT_DAY })).toMatchObject({
        proposed: { start: utc('2026-10-29T16:00Z'), end: utc('2026-10-29T16:30Z') },
      });
    },
  );

  test.each([
    ['of a request', 'meetingRequest', LATER_THAT_DAY],
    ['of a cancellation', 'meetingCancelled', LATER_THAT_DAY],
    ['that ends before it begins', 'meetingDeclined', slot('2026-10-29T16:00:00', '2026-10-29T15:00:00')],
    ['that is no time', 'meetingDeclined', { start: 'soon', end: 7 }],
    ['that is empty', 'meetingDeclined', null],
  ])('13.7 an offer %s is none', (_, meetingMessageType, proposedNewTime) => {
    expect(read({ meetingMessageType, proposedNewTime })).not.toHaveProperty('proposed');
  });

  test('whose members did not come is what its class says', () => {
    expect(read({ meetingMessageType: undefined }, { kind: 'declined' })).toMatchObject({ mail: 'declined' });
    expect(read({ meetingMessageType: 'none' }, { kind: 'cancellation' })).toMatchObject({
      mail: 'cancellation',
    });
  });

  test.each([
    { meetingMessageType: undefined },
    { meetingMessageType: 'surprise' },
    { isDraft: true },
    { from: null, sender: null },
  ])('that is none is left out: %j', (more) => {
    expect(read(more)).toBeNull();
  });

  test.each([
    [{ id: null }, 'id-missing'],
    [{ receivedDateTime: null, sentDateTime: '0001-01-01T00:00:00Z' }, 'time-missing'],
  ])('%j is refused by name', (more, fault) => {
    expect(read(more)).toBe(fault);
  });

  test('counts from when it was received; what the owner sent, from when it was sent', () => {
    expect(read()).toMatchObject({ at: utc('2026-10-29T14:50:00Z'), sentByOwner: false, sender: null });
    const own = { sentByOwner: true, at: utc('2026-10-29T14:49:58Z') };
    expect(read({ from: mail('Priya@n.example') })).toMatchObject(own);
    expect(read({ parentFolderId: 'sent-folder' })).toMatchObject(own);
  });

  test('sent on behalf of somebody names both, and everybody it went to once', () => {
    const value = read({ sender: mail('assistant@n.example') });
    expect(value).toMatchObject({
      from: { key: 'marcus@n.example' },
      sender: { key: 'assistant@n.example' },
    });
    expect(value).toMatchObject({ to: [{ key: 'priya@n.example' }, { key: 'sam@n.example' }] });
  });

  test.each([null, {}, undefined, 7])('whose event is gone (%j) is unlinked', (event) => {
    expect(read({ event, type: 'seriesMaster' })).toMatchObject({ meeting: null, wholeSeries: true });
  });

  test('about a series is linked to it', () => {
    expect(read({ event: { id: 'm', type: 'seriesMaster' } })).toMatchObject({
      wholeSeries: true,
      meeting: { id: 'm', series: 'm', single: false },
    });
  });
});

describe('Meeting messages when one of them has lost its event', () => {
  const list = json({ value: [message({ id: 'good' }), message({ id: 'bad' })] });
  const answers = (request: Request): Response => {
    const url = new URL(request.url);
    if (url.pathname.endsWith('/me')) return json({ id: 'me', mail: 'priya@n.example' });
    if (url.pathname.endsWith('/mailboxSettings')) return json({ timeZone: 'UTC' });
    if (url.pathname.endsWith('/sentitems')) return json({ id: 'sent-folder' });
    const canceled = (url.searchParams.get('$filter') ?? '').includes('Canceled');
    const expands = url.searchParams.has('$expand');
    if (url.pathname.endsWith('/messages')) {
      if (!canceled) return json({ value: [] });
      return expands ? json({ error: { code: 'InternalServerError' } }, 500) : list.clone();
    }
    return url.pathname.endsWith('/good')
      ? json({
          id: 'good',
          event: { id: 'e', type: 'occurrence', seriesMasterId: 'm', originalStart: '2026-10-29T15:00:00Z' },
        })
      : json({ error: { code: 'ErrorItemNotFound' } }, 404);
  };

  test('that one is unlinked and the others are not', async () => {
    const { outside } = clientBefore();
    const graph = createGraph({
      ...outside,
      fetch: async (input, init) => answers(new Request(input, init)),
    });
    const mails = await graph.readNoticeMails(0);
    expect(mails.map(({ id, meeting }) => [id, meeting?.series ?? null])).toEqual([
      ['good', 'm'],
      ['bad', null],
    ]);
  });
});
