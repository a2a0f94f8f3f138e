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
    expect(check(LINES)).toEqual({ lines: LINES.length - 1, faults: [], faulty: 0, sealed: true });
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
    expect(atOnce(checkingLines(text, chain, null))).toEqual({
      lines: 4,
      faults: [],
      faulty: 0,
      sealed: true,
    });
    expect(atOnce(checkingLines(text.replace('1,2', '1,3'), chain, null)).faults).toEqual([
      { what: 'changed', line: 2 },
    ]);
    expect(chainFrom(JSON.stringify(chain))).toEqual(chain);
    expect(chainFrom('[]')).toBeNull();
  });

  test('tells the first faults one by one, and how many there are in all', () => {
    const rows = Array.from({ length: 50 }, (_, at) => `row ${at}`);
    const chain = atOnce(chaining([`${rows.join('\n')}\n`]));
    const checked = atOnce(checkingLines(rows.map((one) => `${one}!`).join('\n'), chain, null));
    expect(checked.faulty).toBe(50);
    expect(checked.faults).toEqual(rows.slice(0, 20).map((_, at) => ({ what: 'changed', line: at + 1 })));
  });

  const MANY = 20_000;
  const rows = Array.from({ length: MANY }, (_, at) => `row ${at}`);
  test.each<[string, readonly string[]]>([
    ['as it was written', rows],
    ['of which each line was changed', rows.map((one) => `${one}!`)],
    ['of which all lines were left out but one', rows.slice(-1)],
    ['of which each line was moved', [...rows].reverse()],
    ['to which as many lines were added', [...rows.map((one) => `${one}!`), ...rows]],
  ])('gives way to the screen all along in a large file %s', (_, found) => {
    const chain = atOnce(chaining([`${rows.join('\n')}\n`]));
    // What is read of the digests between two steps.
    let [looks, most, count] = [0, 0, 0];
    const lines = new Proxy(chain.lines, {
      get: (of, name) => {
        looks += 1;
        return Reflect.get(of, name);
      },
    });
    const steps = checkingLines(found.join('\n'), { ...chain, lines }, null);
    for (let step = steps.next(); !step.done; step = steps.next()) {
      most = Math.max(most, looks);
      [looks, count] = [0, count + 1];
    }
    expect(Math.max(most, looks)).toBeLessThan(1_000);
    // Each pass over the lines gives way each hundred of them: digests, places twice, the longest run, and the walk along it.
    const passes = 4 * found.length + MANY + Math.max(MANY, found.length);
    expect(count).toBeGreaterThanOrEqual(passes / 100);
    expect(count).toBeLessThan((2 * passes) / 100);
  });

  test('is none where there is none that can be read', () => {
    expect(chainIn('{\n"facts": []\n}\n')).toBeNull();
    expect(chainIn(',"digests": {"lines":[1],"end":""}\n')).toBeNull();
    expect(chainIn(',"digests": nothing\n')).toBeNull();
  });
});
