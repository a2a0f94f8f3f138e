/** One header of a mail, as Graph gives it. */
export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

/** Longer ones say nothing: no server writes such a header. */
const LONGEST = 20_000;

/**
 * Whether the organisation that received a mail says that it is not from whom it claims to be (RFC 8601).
 *
 * Each server puts its headers on top of those that are there, so the topmost `Authentication-Results` is the receiver's
 * own; everything below may have been written by whoever sent the mail. Of the others only those count that name the same
 * server: they can say "fail", never undo one, so writing one of them gains nobody anything. Exchange Online names no
 * server in its own.
 *
 * `compauth` is Microsoft's verdict on all of it and decides where it is there: it knows forwarders that break DMARC.
 * Else DMARC does; else a hard fail of SPF where no signature held. "none", "neutral" and "softfail" say nothing.
 */
export function saysForged(headers: readonly MailHeader[]): boolean {
  const results = headers
    .filter(({ name }) => name.toLowerCase() === 'authentication-results')
    .map(({ value }) => resultsOf(value));
  const [top] = results;
  if (top === undefined) return false;
  const own = results.filter((one) => one === top || (top.server !== '' && one.server === top.server));
  const said = (method: string): readonly string[] => own.flatMap((one) => one.said.get(method) ?? []);
  const verdicts = said('compauth');
  if (verdicts.length > 0) return verdicts.includes('fail');
  const dmarc = said('dmarc');
  if (dmarc.includes('fail')) return true;
  return !dmarc.includes('pass') && said('spf').includes('fail') && !said('dkim').includes('pass');
}

const METHOD = /^\s*([a-z0-9-]{1,40})(?:\/\d{1,4})?\s{0,9}=\s{0,9}([a-z]{1,20})/i;

interface Results {
  /** Empty where the header does not say who wrote it. */
  readonly server: string;
  readonly said: ReadonlyMap<string, readonly string[]>;
}

/** `server; method=result property=value; …`, without comments; what stands in quotes is a value, whatever is in it. */
function resultsOf(header: string): Results {
  const said = new Map<string, string[]>();
  const [first = '', ...others] = partsOf(header.slice(0, LONGEST));
  const server = METHOD.test(first) ? '' : (first.trim().split(/\s+/)[0] ?? '').toLowerCase();
  for (const part of server === '' ? [first, ...others] : others) {
    const [, method, result] = METHOD.exec(part) ?? [];
    if (method === undefined || result === undefined) continue;
    const key = method.toLowerCase();
    said.set(key, [...(said.get(key) ?? []), result.toLowerCase()]);
  }
  return { server, said };
}

/** Cut at semicolons outside of comments and quotes; both are left out. Each sign is looked at once. */
function partsOf(header: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let deep = 0;
  let quoted = false;
  for (let at = 0; at < header.length; at += 1) {
    const sign = header[at] ?? '';
    if (sign === '\\' && (quoted || deep > 0)) at += 1;
    else if (quoted) quoted = sign !== '"';
    else if (sign === '(') deep += 1;
    else if (sign === ')' && deep > 0) deep -= 1;
    else if (deep > 0) continue;
    else if (sign === '"') quoted = true;
    else if (sign === ';') {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part];
}
