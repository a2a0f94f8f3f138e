/** What the simulated Graph answers, before it becomes a Response. */
export interface Reply {
  code: number;
  body?: unknown;
  /** Not JSON: sent as it stands. */
  text?: { kind: string; content: string | Uint8Array };
  headers?: Record<string, string>;
}

/** Thrown by a resource to end a request with one of Graph's error bodies. */
export class Refusal extends Error {
  readonly reply: Reply;
  constructor(code: number, name: string, message: string, more: Partial<Reply> = {}) {
    super(message);
    this.name = 'Refusal';
    this.reply = { code, body: { error: { code: name, message } }, ...more };
  }
}

export const ok = (body: unknown): Reply => ({ code: 200, body });
export const created = (body: unknown): Reply => ({ code: 201, body });
/** Accepted: an empty body without a content type. */
export const accepted = (): Reply => ({ code: 202 });
export const noContent = (): Reply => ({ code: 204 });

export const notFound = () =>
  new Refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
export const malformedId = () => new Refusal(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
export const badRequest = (message: string) => new Refusal(400, 'BadRequest', message);
export const unsupportedFilter = (expression: string) =>
  new Refusal(400, 'UnsupportedEntityExpression', `'${expression}' is not a supported filter expression.`);
export const noSuchSegment = (segment: string) =>
  new Refusal(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
export const accessDenied = (as: 'ErrorAccessDenied' | 'Authorization_RequestDenied') =>
  as === 'ErrorAccessDenied'
    ? new Refusal(403, as, 'Access is denied. Check credentials and try again.')
    : new Refusal(403, as, 'Insufficient privileges to complete the operation.');
export const invalidToken = () => new Refusal(401, 'InvalidAuthenticationToken', 'Access token is empty.');
export const overConcurrency = () =>
  new Refusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.');
