import type { Instant } from '../time';

/** A file of the app's own OneDrive folder. */
export interface ShelvedFile {
  name: string;
  bytes: Uint8Array;
  createdAt: Instant;
  changedAt: Instant;
  /** Grows with every write; ETags are made of it. */
  version: number;
}

export type FileShelf = Map<string, ShelvedFile>;
