import { describe, expect, test } from 'vitest';
import { troubleOf } from '../../src/office/sign-in-trouble';

const NOT_AGREED =
  "AADSTS65001: The user or administrator has not consented to use the application with ID '…' named 'Loopkeeper'.";

describe('What the sign-in service refuses becomes', () => {
  test.each([
    [
      'a sign-in, where the person can agree',
      { name: 'InteractionRequiredAuthError', errorCode: 'invalid_grant', message: NOT_AGREED },
      'sign-in-needed',
    ],
    [
      'a sign-in, where a nested client has no bridge',
      { name: 'BrowserAuthError', errorCode: 'no_account_error' },
      'sign-in-needed',
    ],
    [
      'the word that somebody has to approve',
      { errorCode: 'invalid_grant', message: 'AADSTS90094: The grant requires administrator permission.' },
      'admin-approval-needed',
    ],
    [
      'the same, where approval was asked for already',
      { errorCode: 'access_denied', message: 'AADSTS90095: Admin consent is required for the permissions.' },
      'admin-approval-needed',
    ],
    [
      'a refusal, where the person declined',
      { errorCode: 'access_denied', message: 'AADSTS65004: User declined to consent to access the app.' },
      'consent-refused',
    ],
    ['being offline', { name: 'ClientAuthError', errorCode: 'no_network_connectivity' }, 'offline'],
    ['a refusal that nobody knows', { errorCode: 'server_error', message: 'It broke.' }, 'refused-by-server'],
    ['a refusal, where nothing is said', null, 'refused-by-server'],
  ] as const)('%s', (_, thrown, kind) => {
    expect(troubleOf(thrown, ['Mail.Read'])).toMatchObject({ kind, scope: 'Mail.Read' });
  });
});
