import { badRequest } from './answers';
import type { Habits, Manner } from './desk';
import { splitOutside } from './odata';
import { knownZone } from './wire-time';

/** Reads a Prefer header; its values combine with commas. */
export function mannerOf(headers: Headers, habits: Habits): { manner: Manner; applied: string[] } {
  const manner: Manner = {
    zoneName: 'UTC',
    immutable: false,
    pageSize: null,
    bodyAsText: false,
    habits,
  };
  const applied: string[] = [];
  for (const wish of splitOutside(headers.get('prefer') ?? '', ',')) {
    const [, name = '', value = ''] = /^([\w.-]+)\s*=\s*"?([^"]*)"?$/.exec(wish) ?? [];
    switch (name.toLowerCase()) {
      case 'outlook.timezone':
        if (!habits.honoursTimeZone) continue;
        if (knownZone(value) === null) {
          throw badRequest(
            `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${value}'.`,
          );
        }
        manner.zoneName = value;
        break;
      case 'idtype':
        manner.immutable = value.toLowerCase() === 'immutableid';
        break;
      case 'odata.maxpagesize':
        manner.pageSize = Math.min(Math.max(Number(value) || 10, 1), 1000);
        break;
      case 'outlook.body-content-type':
        manner.bodyAsText = value.toLowerCase() === 'text';
        break;
      default:
        continue;
    }
    applied.push(wish);
  }
  return { manner, applied };
}
