import { type ErasedMail, erasedOf, type PressedMail } from '../../domain/facts/decided/pressed';
import type { Store, Writing } from './store';

/** Beside what is typed: erasing whoever is named in one takes it away, as it does with a draft. */
const PREFIX = 'pressed:';
const ERASED = 'erased-mail:';

/** Mails for which Send was pressed, in the order pressed, until it is known what became of them. */
export interface Pressed {
  readonly all: () => Promise<readonly PressedMail[]>;
  /** For good before it resolves: what was promised outlives the pane. */
  readonly keep: (mails: readonly PressedMail[]) => Promise<void>;
  /** As it is from now on; null where it is not there any more, and is not to be. */
  readonly change: (id: string, change: Partial<PressedMail>) => Promise<PressedMail | null>;
  readonly drop: (id: string) => Promise<void>;
}

/** Mails that are to be taken back, as somebody in them was erased. */
export interface ErasedMails {
  readonly all: () => Promise<readonly ErasedMail[]>;
  readonly keep: (mail: ErasedMail) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
}

export const createErasedMails = (store: Store): ErasedMails => ({
  all: () =>
    store.read(['drafts'], async (tx) =>
      (await tx.all('drafts'))
        .filter(({ name }) => name.startsWith(ERASED))
        .map(({ value }) => value as ErasedMail),
    ),
  keep: (mail) =>
    store.write('strict', async (tx) => {
      tx.put('drafts', { name: ERASED + mail.id, value: mail });
    }),
  drop: (id) =>
    store.write('strict', async (tx) => {
      tx.remove('drafts', ERASED + id);
    }),
});

/** What is typed and what was to go names somebody who is erased. Of a mail it stays known that it has to be taken back. */
export function forgetTyped(
  tx: Writing,
  { name, value }: { readonly name: string; readonly value: unknown },
) {
  tx.remove('drafts', name);
  const left = name.startsWith(PREFIX) ? erasedOf(value as PressedMail) : null;
  if (left !== null) tx.put('drafts', { name: ERASED + left.id, value: left });
}

export const createPressed = (store: Store): Pressed => ({
  all: () =>
    store.read(['drafts'], async (tx) =>
      (await tx.all('drafts'))
        .filter(({ name }) => name.startsWith(PREFIX))
        .map(({ value }) => value as PressedMail)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  keep: (mails) =>
    store.write('strict', async (tx) => {
      for (const mail of mails) tx.put('drafts', { name: PREFIX + mail.id, value: mail });
    }),
  change: (id, change) =>
    store.write('strict', async (tx) => {
      const there = (await tx.get('drafts', PREFIX + id))?.value as PressedMail | undefined;
      if (there === undefined) return null;
      const value = { ...there, ...change };
      tx.put('drafts', { name: PREFIX + id, value });
      return value;
    }),
  drop: (id) =>
    store.write('strict', async (tx) => {
      tx.remove('drafts', PREFIX + id);
    }),
});
