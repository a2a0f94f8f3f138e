import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/domain/pace';
import { chainFrom, chainIn, chaining, checkingLines, type LineFault } from '../../../src/formats/log/chain';
import { logJson } from '../../at-once';
import { decision } from '../../domain/builders/judged-month';
import { PRIYA, utc } from '../../domain/builders/readings';

const FACTS = Array.from({ length: 60 }, (_, at) => decision(at + 1, { text: `Decision ${at % 7}` }));
const TEXT = logJson({ facts: FACTS, owner: PRIYA, exportedAt: utc('2026-11-20T16:00'), app: '1.0.0' });
const LINES = TEXT.trimEnd().split('\n');

function check(lines: readonly string[]) {
  const text = `${lines.join('\n')}\n`;
  const found = chainIn(TEXT);
  if (found === null) throw new Error('no chain');
  const own = lines.findIndex((one) => one.startsWith(',"digests": '));
  return atOnce(checkingLines(text, found.chain, own));
}
const faults = (lines: readonly string[]): readonly LineFault[] => check(lines).faults;
/** Without the line of the chain itself. */
const line = fc
  .integer({ min: 0, max: LINES.length - 1 })
  .filter((at) => !LINES[at]?.startsWith(',"digests'));

describe('13.8 The chain of digests of an export', () => {
  test('fits the file as it was written, and as an editor of Windows saves it', () => {
    expect(check(LINES)).toEqual({ lines: LINES.length - 1, faults: [], sealed: true });
    expect(faults(LINES.map((one) => `${one}\r`))).toEqual([]);
  });

  test('names every line that was changed', () => {
    fc.assert(
      fc.property(line, fc.string({ minLength: 1 }), (at, more) => {
        const word = more.replace(/[\r\n,]/g, '') || 'x';
        const changed = LINES.map((one, no) => (no === at ? `${word}${one}` : one));
        expect(faults(changed)).toEqual([{ what: 'changed', line: at + 1 }]);
      }),
      { numRuns: 350 },
    );
  });

  test('names every line that was left out, and where it stood', () => {
    fc.assert(
      fc.property(line, (at) => {
        const left = LINES.filter((_, no) => no !== at);
        expect(faults(left)).toEqual([{ what: 'left-out', from: at + 1 }]);
      }),
      { numRuns: 350 },
    );
  });

  test('names every line that was moved, or the one that made way for it', () => {
    const own = LINES.findIndex((one) => one.startsWith(',"digests": '));
    const below = fc.integer({ min: 0, max: own - 1 });
    fc.assert(
      fc.property(below, below, (at, to) => {
        fc.pre(at !== to);
        const moved = LINES.filter((_, no) => no !== at);
        moved.splice(to, 0, LINES[at] ?? '');
        const near = Math.abs(at - to) === 1;
        const expected = [{ what: 'moved', line: to + 1, from: at + 1 }];
        const other = [{ what: 'moved', line: at + 1, from: to + 1 }];
        expect(near ? [expected, other] : [expected]).toContainEqual(faults(moved));
      }),
      { numRuns: 350 },
    );
  });

  test('names a line that was added, and digests that were written by somebody else', () => {
    const added = [...LINES.slice(0, 30), '{"id":"forged"},', ...LINES.slice(30)];
    expect(faults(added)).toEqual([{ what: 'added', line: 31 }]);
    const found = chainIn(TEXT);
    if (found === null) throw new Error('no chain');
    const [first = '', ...others] = found.chain.lines;
    const forged = { ...found.chain, lines: [...others, first] };
    expect(atOnce(checkingLines(TEXT, forged, found.own)).sealed).toBe(false);
  });

  test('stands beside a table, whose mark at the beginning no browser reads', () => {
    const csv = ['\uFEFFa,b\r\n', '1,2\r\n3,"4\r\n5"\r\n'];
    const chain = atOnce(chaining(csv));
    const text = csv.join('').slice(1);
    expect(atOnce(checkingLines(text, chain, null))).toEqual({ lines: 4, faults: [], sealed: true });
    expect(atOnce(checkingLines(text.replace('1,2', '1,3'), chain, null)).faults).toEqual([
      { what: 'changed', line: 2 },
    ]);
    expect(chainFrom(JSON.stringify(chain))).toEqual(chain);
    expect(chainFrom('[]')).toBeNull();
  });

  test('is none where there is none that can be read', () => {
    expect(chainIn('{\n"facts": []\n}\n')).toBeNull();
    expect(chainIn(',"digests": {"lines":[1],"end":""}\n')).toBeNull();
    expect(chainIn(',"digests": nothing\n')).toBeNull();
  });
});
