import { describe, expect, test } from 'vitest';
import { judging } from '../../../src/domain/judge/verdict/judge';
import { ATTENDANCE_FAULTS } from '../../../src/formats/attendance/faults';
import { openMemoryLedger } from '../../../src/ledger/ledger';
import { importAttendance } from '../../../src/tasks/log/import-attendance';
import type { Ports } from '../../../src/tasks/ports';
import { ATTENDANCE_FAULT_WORDS } from '../../../src/ui/words/keep/attendance-file';
import { about, at, priya, refinement } from '../../domain/builders/facts';

const TUE = '2026-10-27';
const atlas = about(refinement);
const NOW = at(`${TUE} 16:00`);

async function opened() {
  const clock = () => NOW;
  const ledger = await openMemoryLedger({ clock, judge: judging, owner: () => priya });
  await ledger.append([
    atlas.seen(),
    atlas.sighted(TUE),
    atlas.kept('start', '2026-10-19 09:00', at('2026-10-19 09:00')),
  ]);
  const occurrence = (await ledger.view(refinement.series))?.occurrences.find(({ date }) => date === TUE);
  if (occurrence === undefined) throw new Error('there is no occurrence');
  const seal = { stamp: () => '9999-stamp' };
  const bring = (file: Pick<Blob, 'size' | 'arrayBuffer'>, shift?: number) =>
    importAttendance({ clock, ledger, seal } as unknown as Ports, occurrence, priya, file, shift);
  const reports = async () => (await ledger.allFacts()).filter(({ kind }) => kind === 'report').length;
  return { bring, reports, ledger };
}

const csv = (day: string, address = 'dana@northwind.example', heading = 'Name') =>
  new Blob([
    [
      '2. Participants',
      `${heading},First Join,Last Leave,In-Meeting Duration,Email,Participant ID (UPN),Role`,
      `Dana,"${day}, 2:00:00 PM","${day}, 2:30:00 PM",30m,${address},${address},Presenter`,
      '',
    ].join('\r\n'),
  ]);

describe('The attendance file of Teams', () => {
  test('of the chosen occurrence becomes a report, whatever the language of its headings', async () => {
    const { bring, reports } = await opened();
    expect(await bring(csv('10/27/26'))).toEqual({ ok: true, value: null });
    expect(await reports()).toBe(1);
    expect(await bring(csv('10/27/26', 'sam@northwind.example', 'Nazwa'))).toEqual({ ok: true, value: null });
    // In whatever digits the language writes.
    expect(await bring(csv('٢٧/١٠/٢٠٢٦', 'wei@northwind.example'))).toEqual({ ok: true, value: null });
    expect(await reports()).toBe(3);
  });

  test.each([
    ['of another day', csv('10/28/26'), 'another-time'],
    ['of another meeting of the same time', csv('10/27/26', 'eve@elsewhere.example'), 'another-meeting'],
    ['that is a letter', new Blob(['Dear Dana,\nhow are you?']), 'form-unknown'],
    ['with dates that are none in any order', csv('32/32/26'), 'time-unreadable'],
  ])('%s is refused, and nothing is kept of it', async (_, file, fault) => {
    const { bring, reports } = await opened();
    expect(await bring(file)).toEqual({ ok: false, fault });
    expect(await reports()).toBe(0);
  });

  test('of the wrong meeting, taken all the same, can be taken back', async () => {
    const { bring, reports, ledger } = await opened();
    await bring(csv('10/27/26'));
    const [report] = (await ledger.allFacts()).filter(({ kind }) => kind === 'report');
    const seen = async () =>
      (await ledger.view(refinement.series))?.occurrences.find(({ date }) => date === TUE)?.reasons ?? [];
    expect((await seen()).map(({ what }) => what)).toContain('report');
    await ledger.append([{ kind: 'undo', id: 'undo-1', recordedAt: NOW, of: report?.id ?? '' }]);
    expect((await seen()).map(({ what }) => what)).not.toContain('report');
    // It is not removed; it only does not count.
    expect(await reports()).toBe(1);
    expect(await ledger.check()).toBe(true);
    expect(await ledger.rebuild()).toBe(true);
  });

  const anHourEast = new Blob([
    [
      '2. Participants',
      'Name,First Join,Last Leave,In-Meeting Duration,Email,Participant ID (UPN),Role',
      'Priya,27/10/2026 15:00:00,27/10/2026 16:00:00,1h,priya@northwind.example,,Organizer',
      'Dana,27/10/2026 15:00:00,27/10/2026 15:50:00,50m,dana@northwind.example,,Presenter',
    ].join('\r\n'),
  ]);

  test('3.1 by another clock is asked about with both readings, and nothing is kept until one is chosen', async () => {
    const { bring, reports, ledger } = await opened();
    const asked = await bring(anHourEast);
    expect(asked).toMatchObject({
      ok: true,
      value: [
        { shift: 0, session: { start: at(`${TUE} 15:00`), end: at(`${TUE} 16:00`) } },
        { shift: -60, session: { start: at(`${TUE} 14:00`), end: at(`${TUE} 15:00`) } },
      ],
    });
    expect(await reports()).toBe(0);
    expect(await bring(anHourEast, -60)).toEqual({ ok: true, value: null });
    // The choice is kept: the same file adds nothing, and nobody is asked again.
    expect(await bring(anHourEast)).toEqual({ ok: true, value: null });
    expect(await bring(anHourEast, 0)).toEqual({ ok: true, value: null });
    const kept = (await ledger.allFacts()).filter((fact) => fact.kind === 'report');
    expect(kept).toMatchObject([{ shift: -60, session: { start: at(`${TUE} 14:00`) } }]);
  });

  test('3.1 that was taken back can be added again, read the same way or the other', async () => {
    for (const shift of [-60, 0]) {
      const { bring, ledger } = await opened();
      await bring(anHourEast, -60);
      const [report] = (await ledger.allFacts()).filter(({ kind }) => kind === 'report');
      await ledger.append([{ kind: 'undo', id: 'undo-1', recordedAt: NOW, of: report?.id ?? '' }]);
      expect(await bring(anHourEast)).toMatchObject({ ok: true, value: [{ shift: 0 }, { shift: -60 }] });
      expect(await bring(anHourEast, shift)).toEqual({ ok: true, value: null });
      const reasons =
        (await ledger.view(refinement.series))?.occurrences.find(({ date }) => date === TUE)?.reasons ?? [];
      expect(reasons.filter(({ what }) => what === 'report')).toHaveLength(1);
    }
  });

  test('of two hundred megabytes is refused by its size, before a byte of it is read', async () => {
    const { bring } = await opened();
    let read = 0;
    const huge = {
      size: 200_000_000,
      arrayBuffer: async () => {
        read += 1;
        return new ArrayBuffer(0);
      },
    };
    expect(await bring(huge)).toEqual({ ok: false, fault: 'too-large' });
    expect(read).toBe(0);
  });

  test('that is refused is refused in words, each a sentence that says what to do or what it is', () => {
    for (const fault of ATTENDANCE_FAULTS) {
      expect(ATTENDANCE_FAULT_WORDS[fault]).toMatch(/^[A-Z].*[.?)]$/);
      expect(ATTENDANCE_FAULT_WORDS[fault]).toContain(' ');
    }
  });
});
