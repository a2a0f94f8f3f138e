import { expect, test } from 'vitest';
import { CALLS, FIRST_SCOPES, type GraphCall } from '../../src/graph/permissions';

const first: readonly string[] = FIRST_SCOPES;

const row = ({ method, path, scope, why, without, harmless }: GraphCall): string =>
  `| \`${method} ${path}\` | \`${scope}\`${first.includes(scope) ? ' (asked for at first)' : ''} | ${why} | ${without} | ${harmless ? 'yes' : 'no'} |`;

const page = `# Calls to Microsoft Graph

Every request the pane can make; it has no way to make another one. All of them are made in the name of the person
who is signed in, with delegated permissions, to Graph v1.0. No body of a message or of a meeting is ever asked for.

| call | permission | why | without it | may be repeated after a lost answer |
| --- | --- | --- | --- | --- |
${Object.values(CALLS).map(row).join('\n')}

This page is made from \`src/graph/permissions.ts\`: after a change there, \`npx vitest run test/graph/calls-page.test.ts -u\`
writes it anew.
`;

test('The page of calls says of each what the product itself knows: its permission, its reason, what is lost', async () => {
  await expect(page).toMatchFileSnapshot('../../docs/graph-calls.md');
});
