import { KEYS } from './records';

/** Makes the schema of one version out of the one before. Runs inside the upgrade: all of it, or nothing. */
export type UpgradeStep = (db: IDBDatabase, tx: IDBTransaction) => void;

const FIRST_SHELVES = ['series', 'occurrences', 'entries', 'people', 'lineages', 'meta', 'drafts'] as const;

/** One step a version, in order; a step that was released is never edited. */
export const UPGRADE_STEPS: readonly UpgradeStep[] = [
  (db) => {
    for (const shelf of FIRST_SHELVES) {
      const path: string | readonly string[] = KEYS[shelf];
      db.createObjectStore(shelf, { keyPath: typeof path === 'string' ? path : [...path] });
    }
  },
  // Panes of before neither fill this shelf nor say that they have written (`edition`): they are to be loaded anew.
  (db) => {
    db.createObjectStore('openings', { keyPath: KEYS.openings });
  },
  // Each lineage gets its columns when it is judged next.
  (db) => {
    db.createObjectStore('columns', { keyPath: [...KEYS.columns] });
  },
];

/** Brings a database from `oldVersion` (0: new) to the last of `steps`. */
export function upgrade(
  db: IDBDatabase,
  tx: IDBTransaction,
  oldVersion: number,
  steps: readonly UpgradeStep[],
): void {
  for (const step of steps.slice(oldVersion)) step(db, tx);
}
