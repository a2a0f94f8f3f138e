import { describe, expect, test } from 'vitest';

import type { FileCheck, LineFault } from '../../../../src/formats/log/chain';
import { fileCheckWords } from '../../../../src/ui/words/keep/file-check';

const CHANGED: LineFault = { what: 'changed', line: 3 };
const check = (more: Partial<FileCheck>): FileCheck => ({
  ...{ lines: 12, faults: [], faulty: 0, sealed: true },
  ...more,
});

describe('13.8 What is said of a file that was held against its digests', () => {
  test.each<[string, FileCheck | null, string]>([
    [
      'nothing of the lines where there are none',
      null,
      'There are no digests in this file. Choose a JSON export, or a CSV together with its digests.',
    ],
    ['that all is as it was written', check({}), 'All 12 lines are as they were written.'],
    ['of one line alone', check({ lines: 1 }), 'The one line is as it was written.'],
    ['of one fault', check({ faults: [CHANGED], faulty: 1 }), '1 line is not as it was written.'],
    ['of several', check({ faults: [CHANGED, CHANGED], faulty: 2 }), '2 lines are not as they were written.'],
    [
      'how many there are of more than are told',
      check({ faults: [CHANGED, CHANGED], faulty: 900 }),
      '900 lines are not as they were written. These are the first 2:',
    ],
    [
      'nothing of the lines where the digests were changed',
      check({ sealed: false }),
      'The digests themselves were changed, so they do not show whether the lines are as they were written.',
    ],
    [
      'that faults are held against digests that were changed',
      check({ sealed: false, faults: [CHANGED], faulty: 1 }),
      'The digests themselves were changed. Compared with them as they are now:',
    ],
  ])('%s', (_, checked, said) => {
    expect(fileCheckWords(checked).said).toBe(said);
  });

  test('each fault told is a line of a list', () => {
    const faults: LineFault[] = [
      CHANGED,
      { what: 'added', line: 4 },
      { what: 'moved', line: 5, from: 9 },
      { what: 'left-out', from: 6 },
    ];
    expect(fileCheckWords(check({ faults, faulty: 4 })).lines).toEqual([
      'Line 3 was changed.',
      'Line 4 was added.',
      'Line 5 was moved: it was line 9.',
      'Line 6 was left out.',
    ]);
  });
});
