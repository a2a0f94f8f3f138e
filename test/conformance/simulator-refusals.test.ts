import { describe, expect, test } from 'vitest';
import { type Asked, type Asking, asking, member } from '../simulator/graph/asking';
import { BY_HAND } from '../simulator/graph/conformance/offences';
import type { Habits } from '../simulator/graph/desk';
import type { FaultAnswer } from '../simulator/graph/faults';
import type { Json } from '../simulator/graph/odata';
import { createSimulatedGraph } from '../simulator/graph/simulated-graph';
import { SAMPLE_NOW, sampleMonth } from '../simulator/worlds/sample-month';
import { example, letter, missingIn, WINDOW } from './shapes';

const ROOT = 'https://graph.microsoft.com/v1.0';

describe('A refusal of the simulated Graph has the words that were recorded', () => {
  /** With the parts that differ from case to case taken out. */
  const plain = (error: unknown) => {
    const { code, message } = error as { code: string; message: string };
    return {
      code,
      message: message.replace(/^'.*' is not/, "'…' is not").replace(/token\(.*?\)/, 'token(…)'),
    };
  };
  /** What was recorded, its code, how to come by it, and in which Graph. */
  type Case = readonly [
    string,
    number,
    Provoke,
    { readonly habits?: Partial<Habits>; readonly answer?: FaultAnswer },
  ];
  type Provoke = (who: Asking, more: ReturnType<typeof openOne>) => Promise<Asked>;
  const openOne = ({ habits = {}, answer }: Case[3]) => {
    const faults = answer === undefined ? [] : [{ path: '/me$', answer }];
    const world = sampleMonth({ declinedVanish: true });
    const one = createSimulatedGraph(world, { now: SAMPLE_NOW, habits, faults });
    return { graph: one, who: asking(one) };
  };
  const isDana = encodeURIComponent("organizer/emailAddress/address eq 'dana.ortiz@northwind.example'");
  const cases: readonly Case[] = [
    [
      'error-404-itemnotfound.PARTIAL.json',
      404,
      async (who) => {
        const [own] = (await who.get(`/me/calendarView?${WINDOW}&$filter=isOrganizer eq true`)).json
          .value as Json[];
        await who.post(`/me/events/${own?.id}/cancel`, {});
        return who.get(`/me/events/${own?.id}`);
      },
      {},
    ],
    [
      'error-400-cancel-by-attendee.PARTIAL.json',
      400,
      async (who) => {
        const events = (await who.get('/me/events?$top=100')).json.value as Json[];
        return who.post(
          `/me/events/${events.find(({ isOrganizer }) => isOrganizer === false)?.id}/cancel`,
          {},
        );
      },
      {},
    ],
    [
      'error-400-unsupported-filter-organizer.json',
      400,
      (who) => who.get(`/me/events?$filter=${isDana}`),
      {},
    ],
    [
      'error-400-unsupported-filter.json',
      400,
      (who) => who.get("/me/events?$filter=attendees/any(a: a/emailAddress/address eq '')"),
      {},
    ],
    [
      'error-400-inefficientfilter.PARTIAL.json',
      400,
      (who) => who.get("/me/messages?$filter=subject eq 'a'&$orderby=receivedDateTime desc"),
      {},
    ],
    [
      'error-400-isof.PARTIAL.json',
      400,
      (who) => who.get("/me/messages?$filter=isof('microsoft.graph.eventMessage')"),
      {},
    ],
    [
      'error-410-syncstatenotfound.json',
      410,
      async (who, { graph: one }) => {
        const { json } = await who.get(`/me/calendarView/delta?${WINDOW}`);
        one.forgetDeltaTokens();
        return who.get(String(json['@odata.nextLink']));
      },
      {},
    ],
    [
      'error-412-changekey.PARTIAL.json',
      412,
      async (who, { graph: one }) => {
        const { json } = await who.post('/me/messages', letter);
        const headers = {
          Authorization: 'Bearer token',
          'If-Match': 'W/"old"',
          Prefer: 'IdType="ImmutableId"',
        };
        const address = `${ROOT}/me/messages/${json.id}`;
        const answer = await one.answer(
          new Request(address, { method: 'DELETE', headers: { ...headers, [BY_HAND]: 'test' } }),
        );
        return {
          code: answer.status,
          headers: answer.headers,
          text: '',
          json: (await answer.json()) as Json,
        };
      },
      {},
    ],
    [
      'error-412-drive-etag.json',
      412,
      async (_, { graph: one }) => {
        const put = (more: Record<string, string>) =>
          one.answer(
            new Request(`${ROOT}/me/drive/special/approot:/a.jsonl:/content`, {
              method: 'PUT',
              headers: { Authorization: 'Bearer token', [BY_HAND]: 'test', ...more },
              body: 'x',
            }),
          );
        await put({});
        const answer = await put({ 'If-Match': '"old"' });
        return {
          code: answer.status,
          headers: answer.headers,
          text: '',
          json: (await answer.json()) as Json,
        };
      },
      {},
    ],
    [
      'error-429-mailboxconcurrency.json',
      429,
      async (who) => (await Promise.all(Array.from({ length: 5 }, () => who.get('/me/events'))))[4] as Asked,
      {},
    ],
    ['error-429.response.json', 429, (who) => who.get('/me'), { answer: { kind: 'throttled' } }],
    [
      'error-500-expand-deleted-event.PARTIAL.json',
      500,
      (who) => who.get('/me/messages?$top=100&$expand=microsoft.graph.eventMessage/event'),
      { habits: { goneEvent: 'error-500' } },
    ],
    [
      'error-504-unknownerror.PARTIAL.json',
      504,
      (who) => who.get('/me'),
      { answer: { kind: 'done-but-504' } },
    ],
    [
      'error-attendance-not-organizer.json',
      403,
      async (who) => {
        const events = (await who.get(`/me/calendarView?${WINDOW}&$top=100`)).json.value as Json[];
        const other = events.find(
          ({ isOrganizer, isOnlineMeeting }) => isOrganizer === false && isOnlineMeeting === true,
        );
        const filter = encodeURIComponent(`JoinWebUrl eq '${member(other, 'onlineMeeting.joinUrl')}'`);
        const [online] = (await who.get(`/me/onlineMeetings?$filter=${filter}`)).json.value as Json[];
        return who.get(`/me/onlineMeetings/${online?.id}/attendanceReports`);
      },
      {},
    ],
    ['error-onlinemeetings-no-filter-400.json', 400, (who) => who.get('/me/onlineMeetings'), {}],
  ];

  test.each(cases)('%s', async (name, code, provoke, more) => {
    const opened = openOne(more);
    const asked = await provoke(opened.who, opened);
    expect(asked.code).toBe(code);
    expect(plain(asked.json.error)).toEqual(plain(example(name).error));
    expect(missingIn(asked.json, { error: { innerError: { 'request-id': 'r', date: 'd' } } })).toEqual([]);
  });

  test('error-onlinemeetings-lookup-403.PARTIAL.json: to whom one occurrence was forwarded', async () => {
    const forwarded = sampleMonth();
    const [daily] = forwarded.meetings;
    const guest = forwarded.people.find(
      ({ id }) => id !== daily?.organizer && daily?.invitees.every(({ who }) => who !== id),
    );
    daily?.invitees.push({ who: guest?.id ?? '', part: 'required', only: ['2026-11-19'] });
    const who = asking(createSimulatedGraph(forwarded, { now: SAMPLE_NOW }), guest?.id);
    const filter = encodeURIComponent(`JoinWebUrl eq '${daily?.joinUrl}'`);
    const asked = await who.get(`/me/onlineMeetings?$filter=${filter}`);
    expect(asked.code).toBe(403);
    expect(plain(asked.json.error)).toEqual(
      plain(example('error-onlinemeetings-lookup-403.PARTIAL.json').error),
    );
  });

  test('in a batch, too, each with the ids of its request', async () => {
    const { who } = openOne({});
    const { json } = await who.post('/$batch', {
      requests: [{ id: '1', method: 'GET', url: '/me/onlineMeetings' }],
    });
    const [answer] = json.responses as Json[];
    const told = (example('batch-2025.response.json').responses as Json[])[1]?.body;
    expect(missingIn(answer?.body, told).filter((at) => !at.endsWith('client-request-id'))).toEqual([]);
  });
});
