import { describe, expect, test } from 'vitest';
import { asking, member } from '../graph/asking';
import type { Json } from '../graph/odata';
import { createSimulatedGraph } from '../graph/simulated-graph';
import { person, required, resource } from '../telling';
import { ana, answered, bo, cy, look, on, sync, view, world } from '../three-people';
import { at } from '../time';

describe('who is listed and what they answered', () => {
  test('only the organizer sees answers; on an attendee’s copy everybody reads "none"', async () => {
    const { organizer, attendee } = look([answered('cy', 'declined', '2026-10-28 14:55', '2026-10-28')]);
    const statuses = (event: Json | undefined) =>
      ((event?.attendees ?? []) as Json[]).map(
        (one) =>
          `${member(one, 'emailAddress.name')} ${member(one, 'status.response')} ${member(one, 'status.time')}`,
      );
    expect(statuses(on(await view(organizer), '2026-10-28'))).toEqual([
      'Bo none 0001-01-01T00:00:00Z',
      'Cy declined 2026-10-28T14:55:00Z',
    ]);
    expect(statuses(on(await view(attendee), '2026-10-28'))).toEqual([
      'Ana none 0001-01-01T00:00:00Z',
      'Bo none 0001-01-01T00:00:00Z',
      'Cy none 0001-01-01T00:00:00Z',
    ]);
  });

  test.each([
    [true, 'declined'],
    [false, undefined],
  ])('declined events kept: %s', async (keepsDeclined, response) => {
    const story = [answered('bo', 'declined', '2026-10-28 14:55', '2026-10-28')];
    const { attendee } = look(story, '2026-11-07', {}, [ana, { ...bo, keepsDeclined }, cy]);
    expect(member(on(await view(attendee), '2026-10-28'), 'responseStatus.response')).toBe(response);
  });

  test('taken off the list, an attendee sees a cancellation while the meeting lives', async () => {
    const off = {
      ...sync,
      invitees: [required('bo', { removedAt: at('2026-10-28 12:00') }), required('cy')],
    };
    const graph = createSimulatedGraph({ ...world([]), meetings: [off] }, { now: at('2026-11-07') });
    const bos = await view(asking(graph, 'bo'));
    expect(bos.map((event) => event.isCancelled)).toEqual([false, false, ...Array(8).fill(true)]);
    expect((await view(asking(graph))).every((event) => event.isCancelled === false)).toBe(true);
  });

  test('rooms are attendees, an address can be anything, and a list can be hidden from those on it', async () => {
    const room = person({
      id: 'room',
      name: 'Room 4',
      address: 'room4@north.example',
      zone: 'UTC',
      kind: 'room',
    });
    const shownAddress = '/o=ExchangeLabs/ou=Group/cn=Recipients/cn=cy';
    const invitees = [required('bo'), required('cy'), resource('room')];
    const people = [ana, bo, { ...cy, shownAddress }, room];
    const hidden = { ...sync, invitees, hideAttendees: true };
    const graph = createSimulatedGraph(
      { ...world([], people), meetings: [hidden] },
      { now: at('2026-11-07') },
    );
    const listed = async (who: ReturnType<typeof asking>) =>
      ((on(await view(who), '2026-10-28')?.attendees ?? []) as Json[]).map(
        (one) => `${one.type} ${member(one, 'emailAddress.address')}`,
      );
    expect(await listed(asking(graph))).toEqual([
      'required bo@north.example',
      `required ${shownAddress}`,
      'resource room4@north.example',
    ]);
    expect(await listed(asking(graph, 'bo'))).toEqual(['required bo@north.example']);
  });

  test('one occurrence forwarded: a single event without a series', async () => {
    const open = { ...sync, invitees: [required('cy'), required('bo', { only: ['2026-10-29'] })] };
    const graph = createSimulatedGraph({ ...world([]), meetings: [open] }, { now: at('2026-11-07') });
    const events = await view(asking(graph, 'bo'));
    expect(events).toMatchObject([{ type: 'singleInstance', seriesMasterId: null }]);
  });
});
