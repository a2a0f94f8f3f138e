import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/browser/config';
import { createGate } from '../../src/browser/graph-gate';
import { bytesOfFile, textOfFile } from '../../src/browser/read-file';
import { Trouble } from '../../src/domain/trouble';
import type { TroubleKind } from '../../src/domain/trouble-rows';
import { createAlone } from '../../src/ledger/browser/locks';
import { otherLogs } from '../../src/ledger/browser/other-logs';
import { openDiskStore } from '../../src/ledger/store/disk-store';
import { composeMail } from '../../src/office/compose';
import { findOutlook } from '../../src/office/host';
import { readOpenItem } from '../../src/office/open-item';
import { createSignIn } from '../../src/office/sign-in';
import { signInWindow } from '../../src/office/sign-in-window';
import { LIMITS } from '../../src/patience/limits';
import { type LockPort, locked } from '../../src/patience/locked';
import { within } from '../../src/patience/within';
import { troubleWords } from '../../src/ui/words/keep/trouble';

const never = new Promise<never>(() => undefined);
const nothing = (): void => undefined;

const msal = vi.hoisted(() => ({ popup: (): Promise<unknown> => new Promise(() => undefined) }));
vi.mock('@azure/msal-browser', () => {
  const app = {
    acquireTokenSilent: () => never,
    acquireTokenPopup: () => msal.popup(),
    getAllAccounts: () => [],
  };
  return {
    PublicClientApplication: class {},
    createNestablePublicClientApplication: async (
      _: unknown,
      __: unknown,
      make: (...given: unknown[]) => unknown,
    ) => {
      make();
      return app;
    },
    createStandardPublicClientApplication: async () => app,
  };
});

/** An Outlook that hears everything and says nothing. */
const mute = {
  onReady: () => never,
  HostType: { Outlook: 'Outlook' },
  AsyncResultStatus: { Succeeded: 'succeeded' },
  EventType: { DialogMessageReceived: 'said', DialogEventReceived: 'closed' },
  MailboxEnums: { ItemType: { Appointment: 'appointment' }, RestVersion: {} },
  context: {
    requirements: { isSetSupported: () => true },
    ui: { displayDialogAsync: nothing },
    mailbox: {
      displayNewMessageFormAsync: nothing,
      item: {
        itemType: 'appointment',
        subject: { getAsync: nothing },
        start: { getAsync: nothing },
        getItemIdAsync: nothing,
      },
    },
  },
};
const muteLocks: LockPort = { request: () => never };
/** Another pane has every lock, and never lets go. */
const heldLocks: LockPort = {
  request: (_, { ifAvailable }, work) => (ifAvailable === true ? work(null) : never),
};

const signIn = () =>
  createSignIn({
    ...{ clientId: 'id', authority: 'https://login.microsoftonline.com/common', nested: true },
    ...{ redirectUri: 'https://pane/auth.html', windowUri: 'https://pane/sign-in.html' },
    ...{ loginHint: 'priya@northwind.example', clock: Date.now, objectId: async () => null },
  });

/** For each limit what is asked of a partner that never answers, and how the wait ends: in a trouble, or in another way on. */
const WAITS: Readonly<
  Record<
    keyof typeof LIMITS,
    { readonly wait: () => Promise<unknown>; readonly ends: TroubleKind | 'goes on' }
  >
> = {
  outlookReady: {
    wait: () => new Promise<void>((onSilence) => void findOutlook({ limit: LIMITS.outlookReady, onSilence })),
    ends: 'goes on',
  },
  outlookAnswer: { wait: readOpenItem, ends: 'outlook-hangs' },
  outlookShows: { wait: () => composeMail({ to: [], subject: '', html: '' }), ends: 'outlook-hangs' },
  token: { wait: () => signIn().token(['Calendars.Read']), ends: 'outlook-silent' },
  signingIn: { wait: () => signIn().interact(['Calendars.Read']), ends: 'outlook-silent' },
  database: {
    wait: () => openDiskStore({ name: 'log', indexedDB: { open: () => ({}) } as unknown as IDBFactory }),
    ends: 'storage-denied',
  },
  otherLog: {
    wait: () => otherLogs({ databases: () => never } as unknown as IDBFactory, 'own', () => true),
    ends: 'goes on',
  },
  lock: { wait: () => createAlone(muteLocks)('sweep', true, async () => 'swept'), ends: 'goes on' },
  otherPane: {
    wait: () => createAlone(heldLocks)('sweep', true, async () => 'swept'),
    ends: 'held-elsewhere',
  },
  file: { wait: () => textOfFile({ text: () => never }), ends: 'file-not-read' },
  config: { wait: () => readConfig(() => never), ends: 'offline' },
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Office', mute);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Where a wait stands: still on, or how it ended. */
function watch(work: Promise<unknown>) {
  let end: unknown = 'waits';
  work.then(
    () => {
      end = 'goes on';
    },
    (cause: unknown) => {
      end = cause instanceof Trouble ? cause.kind : cause;
    },
  );
  return () => end;
}

describe('A partner that never answers', () => {
  test.each(Object.entries(WAITS))(
    'is waited for as long as its limit says and no longer: %s',
    async (name, { wait, ends }) => {
      const end = watch(wait());
      const limit = LIMITS[name as keyof typeof LIMITS];
      // Whoever opens something first may be asked one thing after the other.
      await vi.advanceTimersByTimeAsync(limit - 1);
      expect(end()).toBe('waits');
      await vi.advanceTimersByTimeAsync(1 + LIMITS.lock);
      expect(end()).toBe(ends);
    },
  );

  test('leaves a sentence, and it names a way on', () => {
    for (const kind of [
      'outlook-hangs',
      'held-elsewhere',
      'not-opened',
      'not-loaded',
      'unforeseen',
      'draft-left',
      'file-not-read',
    ] as const) {
      expect(troubleWords(new Trouble(kind, 'test'))).toMatch(
        /try again|[Rr]eload|can be sent from there|choose it again/,
      );
    }
  });

  test('is the window of a sign-in that Outlook does not open', async () => {
    const end = watch(signInWindow('https://pane/sign-in.html', { scopes: [], loginHint: '' }));
    await vi.advanceTimersByTimeAsync(LIMITS.outlookShows);
    expect(end()).toBe('outlook-hangs');
  });

  test('is a file: one that was moved is told as one that never comes, and neither is called a fault of ours', async () => {
    const moved = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    await expect(bytesOfFile({ arrayBuffer: moved })).rejects.toMatchObject({ kind: 'file-not-read' });
    await expect(textOfFile({ text: moved })).rejects.toMatchObject({ kind: 'file-not-read' });
  });

  test('keeps nobody from Graph: without an answer about its places there are four in this pane', async () => {
    const end = watch(createGate(muteLocks, 'priya@northwind.example')(async () => 'asked'));
    await vi.advanceTimersByTimeAsync(LIMITS.lock);
    expect(end()).toBe('goes on');
  });
});

describe('A wait that is over', () => {
  test('stays over: what is answered later changes nothing, and is handed to whoever wants to tidy up', async () => {
    const late: number[] = [];
    let answer = (_: number): void => undefined;
    const work = new Promise<number>((resolve) => {
      answer = resolve;
    });
    const end = watch(
      within(
        10,
        () => new Trouble('busy', 'test'),
        work,
        (value) => late.push(value),
      ),
    );
    await vi.advanceTimersByTimeAsync(10);
    answer(1);
    await vi.advanceTimersByTimeAsync(10);
    expect([end(), late]).toEqual(['busy', [1]]);
  });

  test('begins no work under a lock that comes after all', async () => {
    let grant = (): void => undefined;
    const slow: LockPort = {
      request: (_, __, work) =>
        new Promise((resolve, reject) => {
          grant = () => void work({}).then(resolve, reject);
        }),
    };
    let begun = 0;
    const end = watch(locked(slow, 'sweep', { ifFree: true }, async () => (begun += 1)));
    await vi.advanceTimersByTimeAsync(LIMITS.lock);
    grant();
    await vi.advanceTimersByTimeAsync(10);
    expect(begun).toBe(0);
    expect(end()).not.toBe('goes on');
  });
});
