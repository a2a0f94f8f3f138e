import { describe, expect, test } from 'vitest';
import { Trouble } from '../../../src/domain/trouble';
import { troubleOfAnswer } from '../../../src/graph/client/errors';
import { CALLS } from '../../../src/graph/client/permissions';
import { json } from '../owner-graph';

const graphRequest = { call: CALLS.calendarView, signal: undefined };
const bare = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

describe('An answer that is no success', () => {
  test.each([
    [400, '', 'refused-by-server'],
    [401, '', 'sign-in-needed'],
    [403, '{"error":{"code":"ErrorAccessDenied"}}', 'not-permitted'],
    [404, '{"error":{"code":"ErrorItemNotFound"}}', 'not-found'],
    [409, '', 'refused-by-server'],
    [410, '{"error":{"code":"syncStateNotFound"}}', 'stale-token'],
    [400, '{"error":{"code":"SyncStateNotFound"}}', 'stale-token'],
    [400, '{"error":{"code":"BadRequest","message":"Badly formed token: skip token"}}', 'stale-token'],
    [412, '{"error":{"code":"ErrorIrresolvableConflict"}}', 'busy'],
    [429, '', 'throttled'],
    [403, '{"error":{"code":"ApplicationThrottled"}}', 'throttled'],
    [500, '<html><h1>500</h1></html>', 'busy'],
    [501, '', 'refused-by-server'],
    [502, 'upstream', 'busy'],
    [503, '', 'busy'],
    [504, '<html>', 'busy'],
    [507, '', 'refused-by-server'],
    [418, '"teapot"', 'refused-by-server'],
    [400, '{"error":null}', 'refused-by-server'],
    [400, '{"error":{"code":"","message":null,"innerError":7}}', 'refused-by-server'],
  ])('%i %s is %s', (status, text, kind) => {
    expect(troubleOfAnswer(bare(status), text, graphRequest)).toMatchObject({
      kind,
      scope: 'Calendars.Read',
    });
  });

  test.each([
    ['MailboxNotEnabledForRESTAPI', 'mailbox-out-of-reach'],
    ['MailboxNotSupportedForRESTAPI', 'mailbox-out-of-reach'],
    ['RESTAPINotEnabledForComponentSharedMailbox', 'mailbox-out-of-reach'],
    ['ErrorNonExistentMailbox', 'mailbox-out-of-reach'],
    ['ErrorQuotaExceeded', 'mailbox-full'],
    ['QuotaExceededException', 'mailbox-full'],
    ['ErrorExceededMessageLimit', 'mail-limit'],
    ['ErrorSubmissionQuotaExceeded', 'mail-limit'],
    ['ErrorMessageSizeExceeded', 'mail-too-large'],
    ['ErrorAccountSuspend', 'mail-blocked'],
    ['ErrorSendAsDenied', 'send-as-denied'],
    ['ErrorInvalidRecipients', 'recipient-refused'],
  ])('is told by its code, whatever the status and the call: %s is %s', (code, kind) => {
    const text = JSON.stringify({ error: { code, message: 'No.' } });
    for (const call of [CALLS.send, CALLS.draft, CALLS.sendMail, CALLS.calendarView])
      for (const status of [400, 403, 404, 413, 429, 500, 503, 507])
        expect(troubleOfAnswer(bare(status), text, { call, signal: undefined }).kind).toBe(kind);
  });

  test.each([
    [413, 'mail-too-large'],
    [507, 'mailbox-full'],
  ] as const)('without a code is told by what was asked: %i of a mail is %s', (status, kind) => {
    expect(troubleOfAnswer(bare(status), '', { call: CALLS.draft, signal: undefined }).kind).toBe(kind);
    expect(troubleOfAnswer(bare(status), '', graphRequest).kind).toBe('refused-by-server');
  });

  test.each([
    [{ 'request-id': 'r', 'client-request-id': 'c' }, {}],
    [{}, { innerError: { 'request-id': 'r', 'client-request-id': 'c' } }],
    [{}, { innererror: { requestId: 'r', 'client-request-id': 'c' } }],
  ])('keeps the ids that help to find it: %j %j', (headers, error) => {
    const text = JSON.stringify({ error: { code: 'X', ...error } });
    const trouble = troubleOfAnswer(json({}, 500, headers as Record<string, string>), text, graphRequest);
    expect(trouble.trace).toEqual(expect.arrayContaining(['request-id r', 'client-request-id c']));
  });

  test('says what was asked without an id or a name in it', () => {
    const trouble = troubleOfAnswer(bare(404), '', { call: CALLS.event, signal: undefined });
    expect(trouble).toBeInstanceOf(Trouble);
    expect(trouble.where).toBe('GET /me/events/{event}');
  });
});
