import { badRequest } from './answers';

export type Json = Record<string, unknown>;

/** The query of a request: names without their `$` are honoured as well, as Graph does. */
export interface Query {
  url: URL;
  text(name: string): string | null;
  list(name: string): string[] | null;
}

/** Splits at commas (or another sign) that stand outside brackets and quotes. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = '';
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i] ?? '';
    if (sign === "'") quoted = !quoted;
    if (!quoted && sign === '(') depth += 1;
    if (!quoted && sign === ')') depth -= 1;
    if (!quoted && depth === 0 && text.startsWith(separator, i)) {
      parts.push(part.trim());
      part = '';
      i += separator.length - 1;
    } else {
      part += sign;
    }
  }
  parts.push(part.trim());
  return parts.filter((one) => one !== '');
}

export function queryOf(url: URL): Query {
  const values = new Map<string, string>();
  for (const [name, value] of url.searchParams) values.set(name.toLowerCase().replace(/^\$/, ''), value);
  const text = (name: string) => values.get(name) ?? null;
  return {
    url,
    text,
    list: (name) => {
      const given = text(name);
      return given === null ? null : splitOutside(given, ',');
    },
  };
}

export function wholeNumber(query: Query, name: string, least: number): number | null {
  const given = query.text(name);
  if (given === null) return null;
  if (!/^\d+$/.test(given) || Number(given) < least) {
    throw badRequest(`Invalid value '${given}' for $${name} query option found.`);
  }
  return Number(given);
}

/** What an `$expand` asks for, by name, with the options in its brackets. */
export function expansions(query: Query): Map<string, Map<string, string>> {
  const wanted = new Map<string, Map<string, string>>();
  for (const part of query.list('expand') ?? []) {
    const [, name = '', inner = ''] = /^([^(]+?)\s*(?:\((.*)\))?$/s.exec(part) ?? [];
    const options = splitOutside(inner, ';').map((option): [string, string] => {
      const equals = option.indexOf('=');
      return [option.slice(0, equals).trim().replace(/^\$/, ''), option.slice(equals + 1).trim()];
    });
    wanted.set(name, new Map(options));
  }
  return wanted;
}

/** Keeps what was selected; unknown names are silently ignored, ids and annotations always come. */
export function pick(entity: Json, select: readonly string[] | null): Json {
  if (select === null) return entity;
  const wanted = new Set(select.map((name) => name.replace(/^.*\//, '')));
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => name === 'id' || name.startsWith('@') || wanted.has(name)),
  );
}

export interface Page<T> {
  items: T[];
  nextLink: string | null;
}

/** Pages by `$skip`, so that what comes or goes between two pages shifts the rest. */
export function pageOf<T>(all: readonly T[], query: Query, size: number): Page<T> {
  const top = Math.min(wholeNumber(query, 'top', 1) ?? size, 1000);
  const skip = wholeNumber(query, 'skip', 0) ?? 0;
  const items = all.slice(skip, skip + top);
  if (skip + top >= all.length) return { items, nextLink: null };
  const next = new URL(query.url);
  next.searchParams.delete('skip');
  next.searchParams.set('$skip', String(skip + top));
  return { items, nextLink: next.toString().replaceAll('%24', '$') };
}

export function collection(context: string, page: Page<Json>, counted: number | null = null): Json {
  return {
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}`,
    ...(counted === null ? {} : { '@odata.count': counted }),
    ...(page.nextLink === null ? {} : { '@odata.nextLink': page.nextLink }),
    value: page.items,
  };
}
