import { Trouble } from '../domain/trouble';

/**
 * msal's errors by name and code, so that its classes need not be loaded to tell them apart. A nested client
 * without a bridge throws `no_account_error` where it should ask for interaction: that is a sign-in, too.
 */
export function troubleOf(thrown: unknown, scopes: readonly string[]): Trouble {
  if (thrown instanceof Trouble) return thrown;
  const {
    name = '',
    errorCode = '',
    subError = '',
    message = '',
  } = (thrown ?? {}) as Record<string, string | undefined>;
  const more = { cause: thrown, ...(scopes[0] === undefined ? {} : { scope: scopes[0] }) };
  const said = `${errorCode} ${subError} ${message}`;
  if (name === 'ChunkLoadError') return new Trouble('not-loaded', 'sign-in', more);
  // What msal keeps of a token lies in the browser's storage, too.
  if (/quota/i.test(`${name} ${said}`)) return new Trouble('storage-full', 'sign-in', more);
  // AADSTS65001, "the user or administrator has not consented", is a consent that anybody can give.
  if (/AADSTS9009[45]|admin\w{0,40}[ _](approval|permission|consent)\b/i.test(said)) {
    return new Trouble('admin-approval-needed', 'sign-in', more);
  }
  if (/user_cancel|access_denied/i.test(said)) return new Trouble('consent-refused', 'sign-in', more);
  if (/no_network|network_error|post_request_failed|get_request_failed/i.test(said)) {
    return new Trouble('offline', 'sign-in', more);
  }
  if (
    name === 'InteractionRequiredAuthError' ||
    /no_account|interaction_required|native_account_unavailable/i.test(said)
  ) {
    return new Trouble('sign-in-needed', 'sign-in', more);
  }
  return new Trouble('refused-by-server', 'sign-in', more);
}
