import { Refusal, type Reply } from './answers';
import type { FaultAnswer } from './faults';

const GATEWAY_PAGE =
  '<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504 Gateway Time-out</h1></center>\r\n</body>\r\n</html>\r\n';

const retry = (seconds: string | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'Retry-After': seconds };

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
    case 'error':
      return new Refusal(fault.code, fault.name, fault.message).reply;
  }
}
