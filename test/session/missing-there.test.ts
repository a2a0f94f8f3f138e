import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Fact } from '../../src/domain/facts/log/fact';
import type { Person } from '../../src/domain/facts/things/person';
import { inviteThere, lookAfterForm } from '../../src/session/actions/missing-there';
import type { Session } from '../../src/session/session';
import type { PaneView } from '../../src/ui/port/view';
import { agreement, reply } from '../domain/builders/consult-facts';
import { MARCUS, PRIYA, utc } from '../domain/builders/readings';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Done = (result: { status: string; value?: unknown }) => void;

/** A meeting in its form, in an Outlook of which only that is there; `refuses`: it does not say who is in it. */
function writing({ title = 'Offsite', refuses = false } = {}) {
  vi.useFakeTimers();
  const form = { title, required: [] as { displayName: string; emailAddress: string }[], added: 0 };
  const told = (value: () => unknown, status = 'succeeded') => ({
    getAsync: (done: Done) => done({ status, value: value() }),
  });
  const required = {
    ...told(() => form.required, refuses ? 'failed' : 'succeeded'),
    addAsync: (who: typeof form.required, done: Done) => {
      form.added += who.length;
      form.required = [...form.required, ...who];
      done({ status: 'succeeded' });
    },
  };
  const item = {
    itemType: 'appointment',
    subject: told(() => form.title),
    addHandlerAsync: () => undefined,
    requiredAttendees: required,
    optionalAttendees: told(() => []),
  };
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('Office', {
    EventType: { RecipientsChanged: 'changed' },
    AsyncResultStatus: { Succeeded: 'succeeded' },
    MailboxEnums: { ItemType: { Appointment: 'appointment' } },
    context: { mailbox: { item } },
  });
  let view = { owner: PRIYA, lineage: null } as unknown as PaneView;
  let watching: (next: PaneView) => void = () => undefined;
  let entries: readonly Fact[] = [agreement(1), reply(1)];
  const show = (part: object) => {
    view = { ...view, ...part };
    watching(view);
  };
  const session = {
    viewStore: {
      show,
      view: () => view,
      watch: (tell: typeof watching) => {
        watching = tell;
        tell(view);
      },
    },
    ports: { clock: () => utc('2026-11-20T12:00'), ledger: { ownEntries: async () => entries } },
  } as unknown as Session;
  return {
    ...{ form, session, show },
    forget: () => {
      entries = [];
    },
    missing: async () => {
      await vi.advanceTimersByTimeAsync(6_000);
      return view.missingThere?.map(({ person, topic, inTitle }) => [person.name, topic, inTitle]);
    },
  };
}

const lineageAbout = (topic: string) => ({ rules: { topic } });

describe('Beside a meeting that is being written (11)', () => {
  test('its title is looked at again by itself', async () => {
    const { session, form, missing } = writing();
    lookAfterForm(session);
    expect(await missing()).toEqual([]);
    form.title = 'Scope of 2027';
    expect(await missing()).toEqual([['Marcus', '2027 scope', true]]);
  });

  test('the topic that the meeting was given counts as soon as it is known, and is not said to be in the title', async () => {
    const { session, show, missing } = writing();
    lookAfterForm(session);
    expect(await missing()).toEqual([]);
    show({ lineage: lineageAbout('2027 scope') });
    expect(await missing()).toEqual([['Marcus', '2027 scope', false]]);
  });

  test('the topic of a log that was opened by its name is none of this meeting', async () => {
    const { session, show, missing } = writing();
    session.byName = 'another';
    lookAfterForm(session);
    show({ lineage: lineageAbout('2027 scope') });
    expect(await missing()).toEqual([]);
  });

  test('nobody is named any more once they are erased, or the agreement ended, in this pane', async () => {
    const { session, show, forget, missing } = writing({ title: '2027 scope' });
    lookAfterForm(session);
    expect(await missing()).toHaveLength(1);
    forget();
    show({ decisions: [] });
    expect(await missing()).toEqual([]);
  });

  test('where Outlook does not say who is in it, nobody is said to be missing', async () => {
    const { session, missing } = writing({ title: '2027 scope', refuses: true });
    lookAfterForm(session);
    expect(await missing()).toBeUndefined();
  });

  test('who was added already is not added twice', async () => {
    const { session, form, missing } = writing({ title: '2027 scope' });
    lookAfterForm(session);
    await missing();
    const marcus: Person = { ...MARCUS, address: MARCUS.key };
    await inviteThere(session, marcus);
    await inviteThere(session, marcus);
    expect([form.added, await missing()]).toEqual([1, []]);
  });
});
