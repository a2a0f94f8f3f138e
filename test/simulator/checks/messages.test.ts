import { describe, expect, test } from 'vitest';
import { asking, errorCode, member } from '../graph/asking';
import type { Habits } from '../graph/desk';
import { createSimulatedGraph } from '../graph/simulated-graph';
import { MINUTE } from '../time';
import { SAMPLE_NOW, sampleMonth } from '../worlds/sample-month';

const CLASS = (name: string) =>
  `singleValueExtendedProperties/any(ep: ep/id eq 'String 0x001A' and ep/value eq '${name}')`;
const KEY = 'String {7c3d0e4a-0a51-4f0e-9b0a-2f6f9c6d5b11} Name RecapKey';

function look(habits: Partial<Habits> = {}) {
  const graph = createSimulatedGraph(sampleMonth(), { now: SAMPLE_NOW, habits });
  return { graph, priya: asking(graph) };
}

const find = (filter: string) => `/me/messages?$filter=${encodeURIComponent(filter)}`;

describe('meeting messages', () => {
  test.each([
    ['IPM.Schedule.Meeting.Canceled', 5],
    ['IPM.Schedule.Meeting.Request', 7],
    ['IPM.Schedule.Meeting.Resp.Neg', 2],
    ['IPM.Schedule.Meeting.Resp.Tent', 1],
  ])('of class %s are found by one id with one value', async (name, count) => {
    const { priya } = look();
    expect(await priya.all(find(CLASS(name)))).toHaveLength(count);
  });

  test('can be narrowed by when they came', async () => {
    const filter = `receivedDateTime ge 2026-11-16T00:00:00Z and ${CLASS('IPM.Schedule.Meeting.Canceled')}`;
    const { priya } = look();
    expect(await priya.all(`${find(filter)}&$orderby=receivedDateTime`)).toHaveLength(2);
  });

  test.each([
    ["isof('microsoft.graph.eventMessage')", 'Request_BadRequest'],
    ["meetingMessageType eq 'meetingCancelled'", 'BadRequest'],
    ["singleValueExtendedProperties/any(ep: ep/id eq 'String 0x001A')", 'BadRequest'],
  ])('are not found by %s', async (filter, name) => {
    const asked = await look().priya.get(find(filter));
    expect([asked.code, errorCode(asked)]).toEqual([400, name]);
  });

  test('ordered by what was not filtered first, the request is too complex', async () => {
    const asked = await look().priya.get(`${find(CLASS('IPM.Note'))}&$orderby=receivedDateTime desc`);
    expect([asked.code, errorCode(asked)]).toEqual([400, 'InefficientFilter']);
  });

  test.each(['meetingTenativelyAccepted', 'meetingTentativelyAccepted'] as const)(
    'spell a tentative answer %s',
    async (spelling) => {
      const { priya } = look({ tentativeSpelling: spelling });
      const [mail] = await priya.all(find(CLASS('IPM.Schedule.Meeting.Resp.Tent')));
      expect(mail?.meetingMessageType).toBe(spelling);
    },
  );

  test.each([
    ['ignored', 200, false],
    ['honoured', 200, true],
    ['refused', 400, false],
  ] as const)('with a bare derived member selected, which is %s', async (derivedSelect, code, there) => {
    const { priya } = look({ derivedSelect });
    const asked = await priya.get('/me/messages?$top=1&$select=subject,meetingMessageType');
    expect(asked.code).toBe(code);
    expect(member(asked.json, 'value.0.meetingMessageType') !== undefined).toBe(there);
  });

  test('bring their event when it is expanded', async () => {
    const { priya } = look();
    const [mail] = await priya.all(
      `${find(CLASS('IPM.Schedule.Meeting.Canceled'))}&$expand=microsoft.graph.eventMessage/event($select=id,isCancelled)`,
    );
    expect(mail?.event).toMatchObject({ isCancelled: true });
  });

  test.each([
    ['empty', 200, {}],
    ['null', 200, null],
    ['error-500', 500, undefined],
  ] as const)('whose event is gone: %s', async (goneEvent, code, event) => {
    const { priya, graph } = look({ goneEvent });
    graph.happen({
      kind: 'removed-from-calendar',
      at: SAMPLE_NOW,
      who: 'priya',
      meeting: 'daily-1530',
      date: '2026-11-18',
    });
    const [mail] = await priya.all(find(CLASS('IPM.Schedule.Meeting.Canceled')));
    const asked = await priya.get(
      `/me/messages/${mail?.id}?$expand=microsoft.graph.eventMessage/event($select=id)`,
    );
    expect([asked.code, asked.json.event]).toEqual([code, event]);
  });

  test('a request that was answered lies in Deleted Items, and is still among all messages', async () => {
    const { priya } = look();
    const subjects = (path: string) => priya.all(path).then((mails) => mails.map((mail) => mail.subject));
    expect(await subjects('/me/mailFolders/deleteditems/messages')).toHaveLength(4);
    expect((await subjects('/me/messages?$top=50')).length).toBeGreaterThan(20);
  });
});

describe('a mail written through Graph', () => {
  const draft = {
    subject: 'INFO: Address lookup, vendor B',
    body: { contentType: 'HTML', content: '<p onclick="x()">Hi Marcus</p><script>x()</script>' },
    toRecipients: [{ emailAddress: { address: 'marcus.hale@northwind.example' } }],
    singleValueExtendedProperties: [{ id: KEY, value: 'recap-1' }],
  };
  const byKey = find(`singleValueExtendedProperties/Any(ep: ep/id eq '${KEY}' and ep/value eq 'recap-1')`);

  test('is a draft first, with an id of its own, a wrapped body and no scripts in it', async () => {
    const asked = await look().priya.post('/me/messages', draft);
    expect(asked.code).toBe(201);
    expect(asked.json).toMatchObject({ isDraft: true, subject: draft.subject });
    const html = String(member(asked.json, 'body.content'));
    expect(html).toContain('<meta http-equiv="Content-Type"');
    expect(html).not.toMatch(/script|onclick/);
  });

  test('is found by its key, as a draft and when sent, under the same immutable id', async () => {
    const { priya, graph } = look();
    const { json } = await priya.post('/me/messages', draft);
    expect(await priya.all(byKey)).toMatchObject([{ id: json.id, isDraft: true }]);
    const sent = await priya.post(`/me/messages/${json.id}/send`, {});
    expect([sent.code, sent.text]).toEqual([202, '']);
    expect(await priya.all(byKey)).toMatchObject([{ id: json.id, isDraft: false }]);
    expect(graph.mailbox('priya').drafts).toEqual([]);
    expect(graph.mailbox('marcus').inbox[0]).toMatchObject({ subject: draft.subject, properties: [] });
  });

  test('is nowhere to be found while it is under way', async () => {
    const { priya, graph } = look({ deliveryTime: 2 * MINUTE });
    const { json } = await priya.post('/me/messages', draft);
    await priya.post(`/me/messages/${json.id}/send`, {});
    expect((await priya.get(`/me/messages/${json.id}`)).code).toBe(404);
    graph.setNow(SAMPLE_NOW + 2 * MINUTE);
    expect((await priya.get(`/me/messages/${json.id}`)).json.isDraft).toBe(false);
  });

  test('can be changed, given an attachment and thrown away as long as it is a draft', async () => {
    const { priya, graph } = look();
    const { json } = await priya.post('/me/messages', draft);
    const file = {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'log.csv',
      contentBytes: btoa('a,b'),
    };
    expect((await priya.patch(`/me/messages/${json.id}`, { subject: 'Other' })).json.subject).toBe('Other');
    expect((await priya.post(`/me/messages/${json.id}/attachments`, file)).code).toBe(201);
    expect((await priya.get(`/me/messages/${json.id}`)).json.hasAttachments).toBe(true);
    expect((await priya.remove(`/me/messages/${json.id}`)).code).toBe(204);
    expect(graph.mailbox('priya').drafts).toEqual([]);
  });

  test('sent at once: 202, an empty body, no id, and nobody asks whether it was sent before', async () => {
    const { priya, graph } = look();
    const message = { ...draft, singleValueExtendedProperties: undefined };
    for (const _ of [1, 2]) {
      const asked = await priya.post('/me/sendMail', { message, saveToSentItems: true });
      expect([asked.code, asked.text]).toEqual([202, '']);
    }
    expect(graph.mailbox('marcus').inbox.filter((mail) => mail.subject === draft.subject)).toHaveLength(2);
  });

  test.each([
    [{ ...draft, toRecipients: [] }, 'ErrorInvalidRecipients'],
    [
      { ...draft, internetMessageHeaders: [{ name: 'Received', value: 'x' }] },
      'InvalidInternetMessageHeader',
    ],
  ])('is refused when it cannot go', async (message, name) => {
    const asked = await look().priya.post('/me/sendMail', { message });
    expect([asked.code, errorCode(asked)]).toEqual([400, name]);
  });
});
