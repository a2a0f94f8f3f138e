import { Refusal, type Reply } from './answers';
import type { FaultAnswer, ODD_SHAPES } from './faults';

const GATEWAY_PAGE =
  '<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504 Gateway Time-out</h1></center>\r\n</body>\r\n</html>\r\n';

const retry = (seconds: string | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'Retry-After': seconds };

const INNER = { 'request-id': '9f7a4c1e-0000-4000-8000-000000000001', date: '2026-11-20T16:05:00' };

/** Gateways and older services have shapes of their own for an error. */
function oddly(code: number, shape: (typeof ODD_SHAPES)[number]): Reply {
  const json = (body: object): Reply => ({
    code,
    text: { kind: 'application/json', content: JSON.stringify(body) },
  });
  switch (shape) {
    case 'no-body':
      return { code };
    case 'plain-text':
      return { code, text: { kind: 'text/plain', content: 'The service is unavailable.' } };
    case 'no-code':
      return json({ error: { code: '', message: '', innerError: INNER } });
    case 'capital':
      return json({ Error: { Code: 'Failed', Message: 'It failed.' } });
    case 'lower-case-inner':
      return json({ error: { code: 'generalException', message: 'It failed.', innererror: INNER } });
  }
}

/** Whether the request is carried out before the fault shows. */
export const isDone = (fault: FaultAnswer): boolean =>
  ['done-but-504', 'done-but-lost', 'cut-json', 'slow'].includes(fault.kind);

/** What a client sees instead of, or after, the true reply. Throws where fetch itself would fail. */
export function faulty(fault: FaultAnswer, done: Reply): Reply {
  switch (fault.kind) {
    case 'throttled':
      return {
        ...new Refusal(429, 'TooManyRequests', 'Please retry again later.').reply,
        headers: retry(fault.retryAfter),
      };
    case 'unavailable':
      return {
        ...new Refusal(503, 'ServiceUnavailable', 'The service is temporarily unavailable.').reply,
        headers: retry(fault.retryAfter),
      };
    case 'gateway-html':
      return { code: 504, text: { kind: 'text/html', content: GATEWAY_PAGE } };
    case 'done-but-504':
      return new Refusal(504, 'UnknownError', '').reply;
    case 'cut-json': {
      const whole = JSON.stringify(done.body ?? {});
      return {
        code: done.code,
        text: { kind: 'application/json', content: whole.slice(0, whole.length / 2) },
      };
    }
    case 'empty':
      return { code: 200, text: { kind: 'application/json', content: '' } };
    case 'offline':
    case 'done-but-lost':
      throw new TypeError('Failed to fetch');
    case 'slow':
      return done;
    case 'unauthorized':
      return new Refusal(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.')
        .reply;
    case 'gone':
      return new Refusal(
        410,
        'SyncStateNotFound',
        'The sync state generation is not found; generation=605;[highest=841][841][839][840].',
      ).reply;
    case 'odd-error':
      return oddly(fault.code, fault.shape);
    case 'error':
      return new Refusal(fault.code, fault.name, fault.message).reply;
  }
}
