import { describe, expect, test, vi } from 'vitest';
import type { Gesture } from '../../src/domain/facts/entered/gesture';
import { measuresOf } from '../../src/domain/measure/measures';
import { measuresOfPerson } from '../../src/domain/measure/measures-of-person';
import { Trouble } from '../../src/domain/trouble';
import { roamingTroubleWords } from '../../src/ui/words/keep/roaming';
import {
  backupWords,
  eraseAllWords,
  KEPT_FOR_HINT,
  MARKS_HINT,
  PAUSED_HINT,
  ROAMING_HINTS,
  toldOfRecordWords,
  UNPROTECT_WORDS,
} from '../../src/ui/words/keep/settings';
import { timeWords } from '../../src/ui/words/times';
import { at, DANA, judgedLineage, judgedOccurrence, judgedPerson, MARCUS, PRIYA } from '../formats/judged';

const time = timeWords('Europe/London');
const told = (...people: Gesture['people']): Gesture => ({
  ...{ kind: 'gesture', id: people.map(({ key }) => key).join(), series: 'S1', done: true },
  ...{ recordedAt: at('2026-11-20T15:40:00Z'), does: 'told-of-record', people },
});

describe('Settings say what holds', () => {
  test('9 of the log were told who was: one of them is not "the others"', () => {
    expect(toldOfRecordWords([told(MARCUS)], time)).toBe(
      'You noted on Fri 20 Nov 2026 that you told Marcus Hale about this log.',
    );
    expect(toldOfRecordWords([told(MARCUS, DANA)], time)).toContain('Marcus Hale and Dana Ortiz');
    expect(toldOfRecordWords([{ ...told(MARCUS), done: false }], time)).toMatch(/^You have not noted yet/);
  });

  test('2.4 what took place during a pause is counted, and not said to be left out', () => {
    const counted = (outcome: 'held' | 'excluded-paused') =>
      measuresOf(judgedLineage([judgedOccurrence('2026-11-17', { outcome })]), [], [])[0]?.of;
    expect([counted('held'), counted('excluded-paused')]).toEqual([1, 0]);
    expect(PAUSED_HINT).toMatch(/only occurrences in which you met are counted/);
  });

  test('4.1 who came on a day on which they were marked away counts, and is not said to count nowhere', () => {
    const here = [judgedPerson(MARCUS), judgedPerson(PRIYA)];
    const { measures } = measuresOfPerson(
      judgedLineage([judgedOccurrence('2026-11-17', { people: here })]),
      MARCUS,
    );
    expect(measures[0]?.of).toBe(1);
    expect(MARKS_HINT).toMatch(/on such a day is not counted for that person, unless they came/);
  });

  test('9 months that became counts are in the numbers of the meeting, and in none about a person', () => {
    const reduced = [
      {
        month: '2026-01',
        counts: { held: 3 },
        due: 3,
        minutes: 90,
        plannedMinutes: 90,
        moves: 0,
        shortNoticeMoves: 0,
      },
    ] as unknown as NonNullable<ReturnType<typeof judgedLineage>['reduced']>;
    const lineage = judgedLineage([judgedOccurrence('2026-11-17')], { reduced });
    expect(measuresOfPerson(lineage, MARCUS).measures[0]?.of).toBe(1);
    expect(KEPT_FOR_HINT).toMatch(/the numbers of a meeting still use and those about one person do not/);
  });

  test('whoever can open the OneDrive is not called nobody, before the copy is made nor once it is not protected', () => {
    expect(ROAMING_HINTS.off).toMatch(/Whoever can open your OneDrive can read it/);
    // Others go on sealing until their person has said yes there.
    expect(UNPROTECT_WORDS).toMatch(/other Outlooks asks you first, and goes on protecting its files until/);
    expect(UNPROTECT_WORDS).not.toMatch(/None of your Outlooks/);
  });

  test('a log of another mailbox in this browser is not said to go', () => {
    for (const roams of [true, false]) expect(eraseAllWords(roams)).toMatch(/^Every log of this mailbox on/);
  });

  test('a table that was saved or mailed is no copy that brings anything back, and is not denied', () => {
    expect(backupWords(1, 'Fri 20 Nov')).toMatch(/\(1 entry\) is in no copy that could be imported again/);
    expect(backupWords(2, 'Fri 20 Nov')).not.toMatch(/browser only/);
  });

  test('with a network nobody is told flatly that they are offline', () => {
    const said = (onLine: boolean) => {
      vi.stubGlobal('navigator', { onLine });
      const words = roamingTroubleWords(new Trouble('offline', 'folder'));
      vi.unstubAllGlobals();
      return words;
    };
    expect(said(false)).toMatch(/^You are offline\./);
    expect(said(true)).toMatch(/^You are offline, or OneDrive cannot be reached/);
  });
});
