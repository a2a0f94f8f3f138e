import { CALLS } from '../../src/graph/client/permissions';

/** All delegated permissions the product can make use of. */
export const SCOPES: readonly string[] = [...new Set(Object.values(CALLS).map(({ scope }) => scope))];
