import { expect, test } from 'vitest';
import { CALLS, type GraphCall } from '../../../src/graph/client/permissions';
import { FIRST_SCOPES } from '../../../src/session/consent';

const first: readonly string[] = FIRST_SCOPES;

const HEAD = ['call', 'permission', 'why', 'without it', 'may be repeated after a lost answer'];

const cells = ({ method, path, scope, why, without, idempotent }: GraphCall): string[] => [
  `\`${method} ${path}\``,
  `\`${scope}\`${first.includes(scope) ? ' (asked for at first)' : ''}`,
  why,
  without,
  idempotent ? 'yes' : 'no',
];

/** In columns, as the formatter of this repository sets tables. */
function table(rows: readonly string[][]): string {
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[], fill = ' ') =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rest.map((row) => line(row)),
  ].join('\n');
}

const page = `# Calls to Microsoft Graph

Every request the pane can make; it has no way to make another one. All of them are made in the name of the person
who is signed in, with delegated permissions, to Graph v1.0. No body of a message or of a meeting is ever asked for.

${table([HEAD, ...Object.values(CALLS).map(cells)])}

This page is made from \`src/graph/client/permissions.ts\`: after a change there, \`npx vitest run test/graph/client/calls-page.test.ts -u\`
writes it anew.
`;

test('The page of calls says of each what the product itself knows: its permission, its reason, what is lost', async () => {
  await expect(page).toMatchFileSnapshot('../../../docs/graph-calls.md');
});
