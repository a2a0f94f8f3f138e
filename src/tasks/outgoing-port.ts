import type { ErasedMail, PressedMail } from '../domain/facts/decided/pressed';

/** Mails for which Send was pressed, until it is known what became of them: in this browser, and nowhere else. */
export interface PressedPort {
  readonly all: () => Promise<readonly PressedMail[]>;
  /** For good before it resolves. */
  readonly keep: (mails: readonly PressedMail[]) => Promise<void>;
  /** As it is from now on; null where it is not there any more, as somebody in it was erased. */
  readonly change: (id: string, change: Partial<PressedMail>) => Promise<PressedMail | null>;
  readonly drop: (id: string) => Promise<void>;
}

/** Of those that name somebody who was erased meanwhile, what is left: they are to be taken back. */
export interface ErasedMailsPort {
  readonly all: () => Promise<readonly ErasedMail[]>;
  readonly keep: (mail: ErasedMail) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
}
