import { CALLS, type GraphCall } from '../../../../src/graph/client/permissions';
import { expansions, queryOf, splitOutside } from '../odata';
import { membersOf } from './members';

/** A request as the simulated Graph saw it; header names in lower case. */
interface Made {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Which type answers a path of the table of calls; only those whose members can be selected. */
const ANSWERED_WITH: readonly (readonly [RegExp, string])[] = [
  [/^\/me$/, 'user'],
  [/^\/me\/mailboxSettings$/, 'mailboxSettings'],
  [/^\/me\/(calendarView|events\/[^/]+(\/instances)?)$/, 'event'],
  [/^\/me\/messages(\/[^/]+)?$/, 'message'],
  [/^\/me\/mailFolders\/[^/]+$/, 'mailFolder'],
  [/^\/me\/onlineMeetings$/, 'onlineMeeting'],
  [/\/attendanceReports(\/[^/]+)?$/, 'meetingAttendanceReport'],
  [/\/attendanceRecords$/, 'attendanceRecord'],
  [/^\/me\/drive\/special\/approot(\/children)?$/, 'driveItem'],
];

/** What the expansions of the product lead to. */
const LEADS_TO: Readonly<Record<string, string>> = {
  'microsoft.graph.eventMessage/event': 'event',
  attendanceRecords: 'attendanceRecord',
};

const OPTIONS: readonly string[] = [
  ...['$select', '$expand', '$filter', '$orderby', '$top', '$skip', '$count', '$skiptoken', '$deltatoken'],
  ...['startDateTime', 'endDateTime'],
];

/** Texts of people; the product has no business with any of them. */
const BODIES: readonly string[] = ['body', 'bodypreview', 'uniquebody'];
/** Asked for in a list of occurrences, Graph gives the year 1 instead. */
const TIMELESS: readonly string[] = ['createddatetime', 'lastmodifieddatetime'];
/** Larger pages were seen to repeat items. */
const LARGEST_PAGE = 100;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const patternOf = ({ path }: GraphCall): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`);

const TABLE = Object.values(CALLS).map((call: GraphCall) => ({ call, pattern: patternOf(call) }));

/** The calls of the table that a request can be. */
export const callsFor = (method: string, path: string): readonly GraphCall[] =>
  TABLE.filter(({ call, pattern }) => call.method === method && pattern.test(path)).map(({ call }) => call);

/**
 * What is wrong with a request of the product's: not in its own table of calls, scopes that Graph would not take
 * for it, names no type has (Graph ignores them silently), bodies, wishes that a next link does not carry.
 * `takes`: the scopes of which any one will do.
 */
export function faultsInRequest({ method, url, headers }: Made, takes: readonly string[]): string[] {
  const at = new URL(url);
  const path = at.pathname.replace(/^.*?\/v1\.0(?=\/)/, '');
  const calls = callsFor(method, path);
  if (calls.length === 0) return [`${method} ${path}: not in the table of calls`];
  const faults = [...faultsInHeaders(path, headers)];
  if (!calls.some(({ scope }) => takes.includes(scope))) {
    const declared = [...new Set(calls.map(({ scope }) => scope))];
    faults.push(`declared with ${declared.join()}, takes ${takes.join()}`);
  }
  if (method === 'GET') faults.push(...faultsInQuery(path, at));
  return faults.map((fault) => `${method} ${path}: ${fault}`);
}

/** Ids that last and UTC, on every page: a next link carries no header. */
function faultsInHeaders(path: string, headers: Made['headers']): string[] {
  const faults: string[] = [];
  if (!GUID.test(headers['client-request-id'] ?? '')) faults.push('no client-request-id');
  if (headers['return-client-request-id'] !== 'true') faults.push('no return-client-request-id');
  if (!/^\/me\/(calendar|events|messages|mailFolders|sendMail|translateExchangeIds)/.test(path))
    return faults;
  const wishes = splitOutside(headers.prefer ?? '', ',');
  for (const wish of ['outlook.timezone="UTC"', 'IdType="ImmutableId"']) {
    if (!wishes.includes(wish)) faults.push(`no Prefer ${wish}`);
  }
  return faults;
}

function faultsInQuery(path: string, at: URL): string[] {
  const query = queryOf(at);
  const strange = [...at.searchParams.keys()].filter((name) => !OPTIONS.includes(name));
  const faults = strange.map((name) => `no option ${name}`);
  const type = ANSWERED_WITH.find(([pattern]) => pattern.test(path))?.[1];
  if (type === undefined) return faults;
  const select = query.list('select');
  const hasTexts = ['event', 'message'].includes(type);
  if (select === null && hasTexts) faults.push('without $select, bodies come');
  const list = /calendarView|instances/.test(path);
  faults.push(...faultsInSelect(type, select ?? [], list));
  for (const [name, options] of expansions(query)) {
    const target = LEADS_TO[name];
    faults.push(...faultsInSelect(type, [name], false));
    if (target === undefined) continue;
    const inner = options.get('select');
    if (inner === undefined && target === 'event') faults.push(`${name} without $select, bodies come`);
    faults.push(...faultsInSelect(target, inner === undefined ? [] : splitOutside(inner, ','), false));
  }
  const order = query.list('orderby') ?? [];
  faults.push(
    ...faultsInSelect(type, [...order, ...comparedIn(query.text('filter') ?? '')].map(first), false),
  );
  if (Number(query.text('top') ?? 0) > LARGEST_PAGE) faults.push(`$top over ${LARGEST_PAGE}`);
  return faults;
}

const first = (name: string): string => name.split(/[\s/]/)[0] ?? '';

/** The members a filter speaks of, outside quotes; those of a lambda's own variable left out. */
const comparedIn = (filter: string): string[] =>
  [
    ...filter
      .replace(/'(?:[^']|'')*'/g, "''")
      .matchAll(/(?<![\w/])([A-Za-z]\w*)(?:\/[\w/]+)?\s+(?:eq|ne|ge|gt|le|lt)\s/g),
  ]
    .map(([, name = '']) => name)
    .filter((name) => !new RegExp(`\\(\\s*${name}\\s*:`).test(filter));

/** Names as Graph takes them: with their cast where the type itself does not have them, in any case. */
function faultsInSelect(type: string, names: readonly string[], list: boolean): string[] {
  return names.flatMap((name) => {
    const [, cast, member = name] = /^microsoft\.graph\.(\w+)\/(\w+)$/.exec(name) ?? [];
    const owner = cast ?? type;
    const lower = member.toLowerCase();
    if (BODIES.includes(lower)) return [`asks for ${name}`];
    if (list && TIMELESS.includes(lower)) return [`${name} cannot be selected in a list of occurrences`];
    return (membersOf(owner) ?? []).some((one) => one.toLowerCase() === lower)
      ? []
      : [`no ${member} in ${owner}`];
  });
}
