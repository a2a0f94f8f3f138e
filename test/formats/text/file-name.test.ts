import fc from 'fast-check';
import { expect, test } from 'vitest';

import { exportName } from '../../../src/formats/text/file-name';

test.each([
  ['loopkeeper-log', 'loopkeeper-log-2026-11-20.csv'],
  ['Priya/Marcus daily sync', 'Priya-Marcus daily sync 2026-11-20.csv'],
  ['../../etc/passwd', 'etc-passwd-2026-11-20.csv'],
  ['Größe – 日本 🙂', 'Größe – 日本 🙂 2026-11-20.csv'],
  ['con', 'log-2026-11-20.csv'],
  ['???', 'log-2026-11-20.csv'],
  ['', 'log-2026-11-20.csv'],
  ['report\u202Evsc.exe', 'report-vsc.exe-2026-11-20.csv'],
])('%j is kept as %j', (title, name) => {
  expect(exportName(title, '2026-11-20', 'csv')).toBe(name);
});

test('any title gives a name that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = exportName(title, '2026-11-20', 'csv');
      expect(name).toMatch(/^[^<>:"/\\|?*\p{C}. -][^<>:"/\\|?*\p{C}]* ?-?2026-11-20\.csv$/u);
      expect(Array.from(name).length).toBeLessThanOrEqual(95);
    }),
  );
});
