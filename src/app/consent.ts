import type { MissingPermission } from '../ui/state/desk';
import type { Config } from './config';

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
