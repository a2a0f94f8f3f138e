import type { Config } from '../browser/config';
import { isTrouble } from '../domain/trouble';
import type { TroubleKind } from '../domain/trouble-rows';
import type { SendingWay } from '../ui/port/actions';
import type { MissingPermission } from '../ui/port/view';

/** What the pane needs to be of use at all; everything else is asked for when its feature is wanted. */
export const FIRST_SCOPES: readonly string[] = ['User.Read', 'Calendars.Read'];

/** What each feature asks for, when somebody wants it. */
export const NEEDS: Readonly<Record<MissingPermission['feature'], readonly string[]>> = {
  calendar: FIRST_SCOPES,
  'notice-mails': ['Mail.Read'],
  reports: ['OnlineMeetings.Read', 'OnlineMeetingArtifact.Read.All'],
  'free-busy': ['Calendars.Read'],
  send: ['Mail.ReadWrite', 'Mail.Send'],
};

/** What a silent answer to this means: it is not allowed yet, or not any more. */
const NOT_ALLOWED: readonly TroubleKind[] = ['sign-in-needed', 'consent-refused', 'admin-approval-needed'];

/** Whether a token for these scopes is to be had without a window; null where nobody can tell (offline, silent). */
export async function isAllowed(
  token: (scopes: readonly string[]) => Promise<unknown>,
  scopes: readonly string[],
): Promise<boolean | null> {
  try {
    await token(scopes);
    return true;
  } catch (thrown) {
    return isTrouble(thrown) && NOT_ALLOWED.includes(thrown.kind) ? false : null;
  }
}

/**
 * What a sending could do. Both permissions are asked about at once, as that is how most people have them; the one
 * alone only where they are not both there.
 */
export async function sendingWay(
  allowed: (scopes: readonly string[]) => Promise<boolean | null>,
): Promise<SendingWay | null> {
  const both = await allowed(NEEDS.send);
  if (both !== false) return both === null ? null : 'once';
  const alone = await allowed(['Mail.Send']);
  return alone === null ? null : alone ? 'unverified' : 'none';
}

/**
 * Asks for what a sending needs, while it is still the person's click. Refused in part it goes directly, and stays
 * "not verified"; refused as a whole there is nothing to count down for, and the refusal is thrown.
 */
export async function allowSending(session: {
  readonly allow: (scopes: readonly string[]) => Promise<void>;
  readonly isAllowed: (scopes: readonly string[]) => Promise<boolean | null>;
}): Promise<void> {
  try {
    await session.allow(NEEDS.send);
  } catch (thrown) {
    if ((await sendingWay(session.isAllowed)) === 'none') throw thrown;
  }
}

/**
 * Where an administrator approves everything the application is registered for. Without a `redirect_uri` the grant
 * succeeds and ends on whichever page was registered first.
 */
export function adminLinkOf({ authority, clientId }: Config, redirectUri: string): string {
  const tenant = new URL(authority).pathname.split('/').find((part) => part !== '') ?? 'common';
  // "common" has no administrator; "organizations" asks whoever opens the link.
  const whose = tenant === 'common' ? 'organizations' : tenant;
  const link = new URL(`/${whose}/adminconsent`, authority);
  link.searchParams.set('client_id', clientId);
  link.searchParams.set('redirect_uri', redirectUri);
  return link.href;
}
