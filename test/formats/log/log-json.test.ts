import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts/log/fact';
import { KINDS } from '../../../src/domain/facts/log/kinds';
import { FACT_SHAPES } from '../../../src/formats/log/fact-check';
import { misfit } from '../../../src/formats/shapes/shape';
import { firstFault, logJson, parseLogJson } from '../../at-once';
import { anyFact, anyFacts } from '../any-value';
import { at, decision, PRIYA, recap } from '../judged';
import { logSchema } from './schema-of';

const exportedAt = at('2026-11-20T15:40:00Z');
const written = (facts: readonly Fact[]): string =>
  logJson({ facts, owner: PRIYA, exportedAt, app: '1.0.0' });
const undo: Fact = { kind: 'undo', id: 'u1', recordedAt: 0, of: 'x' };

const schema = JSON.parse(readFileSync('schema/loopkeeper-log-1.schema.json', 'utf8'));
const ajv = new Ajv({ strict: true });
const conforms = ajv.compile(schema);

/** The file with its n-th line replaced; 1 for the first. */
const withLine = (line: number, instead: string, file = written([undo, decision(1), recap()])): string =>
  file
    .split('\n')
    .map((old, index) => (index + 1 === line ? instead : old))
    .join('\n');
const faultOf = (file: string) => {
  const answer = parseLogJson(file);
  return answer.ok ? null : answer.fault;
};

describe('an export', () => {
  test('read back gives the same facts, owner and time, whatever they say', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const answer = parseLogJson(written(facts));
        if (!answer.ok) throw new Error(answer.fault.why);
        const sorted = [...facts].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(answer.value).toEqual({ facts: sorted, owner: PRIYA, exportedAt });
      }),
    );
  });

  test('gives the same bytes in whatever order the facts come', () => {
    const facts = [undo, decision(1), recap()];
    expect(written(facts)).toBe(written([...facts].reverse()));
  });

  test('has one fact a line, and says purpose, period and definitions', () => {
    const lines = written([undo, decision(1)]).split('\n');
    expect(lines.filter((line) => line.startsWith('{"kind"'))).toHaveLength(2);
    const head = JSON.parse(lines.join('\n'));
    expect(head).toMatchObject({ definitionsVersion: '2', period: { until: '2026-11-20T15:40:00.000Z' } });
    expect(head.purpose).toMatch(/not an assessment of any person/);
  });

  test.each([
    ['of before there were more rules', { window: { minutes: 60 }, leftOut: ['a@b.example'] }],
    ['of now', { graceMinutes: 10, threshold: 0.75, needed: { 'a@b.example': false } }],
  ])('carries the rules of a series %s', (_, rules) => {
    const fact: Fact = { kind: 'rules', id: 'r1', recordedAt: 0, series: 's', rules };
    const answer = parseLogJson(written([fact]));
    expect(answer.ok && answer.value.facts).toEqual([fact]);
  });

  test('is allowed to be without facts', () => {
    expect(parseLogJson(written([])).ok).toBe(true);
  });

  test('keeps what it does not know', () => {
    const file = withLine(
      11,
      `{"kind":"undo","id":"u1","recordedAt":0,"of":"x","later":{"idea":1}}`,
      written([undo]),
    );
    const answer = parseLogJson(file);
    expect(answer.ok && answer.value.facts[0]).toMatchObject({ later: { idea: 1 } });
  });
});

describe('the published schema', () => {
  test('says what the table of shapes says', () => {
    expect(schema).toEqual(logSchema());
  });

  test('names every kind of fact', () => {
    expect(Object.keys(FACT_SHAPES).sort()).toEqual(Object.keys(KINDS).sort());
  });

  test('accepts every export', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(conforms(JSON.parse(written(facts))), ajv.errorsText(conforms.errors)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test.each(Object.keys(KINDS) as Fact['kind'][])('and the reader agree on a spoilt %s', (kind) => {
    const validate = ajv.compile({ $ref: `loopkeeper-log-1.schema.json#/$defs/fact-${kind}` });
    fc.assert(
      fc.property(anyFact(kind), fc.nat(), fc.constantFrom(...SPOILERS), (fact, where, spoil) => {
        const value = JSON.parse(JSON.stringify(fact));
        spoil(...anyPlace(value, where));
        const spoilt = JSON.parse(JSON.stringify(value));
        expect(misfit(spoilt, FACT_SHAPES[kind]) === null).toBe(validate(spoilt));
      }),
      { numRuns: 60 },
    );
  });
});

type Place = [Record<string, unknown>, string];
const SPOILERS: readonly ((...place: Place) => void)[] = [
  (inside, name) => delete inside[name],
  ...[null, 1.5, -1, 'odd', true, [], {}, 9e15].map((odd) => (inside: Place[0], name: string) => {
    inside[name] = odd;
  }),
];

/** Some property somewhere in the value, the number choosing which. */
function anyPlace(value: Record<string, unknown>, choice: number): Place {
  const places: Place[] = [];
  const visit = (inside: unknown): void => {
    if (typeof inside !== 'object' || inside === null) return;
    for (const [name, one] of Object.entries(inside)) {
      places.push([inside as Record<string, unknown>, name]);
      visit(one);
    }
  };
  visit(value);
  return places[choice % places.length] as Place;
}

describe('a broken file is refused whole', () => {
  test.each([
    ['an empty file', '', 'empty', null],
    ['white space', ' \n', 'empty', null],
    ['something else', 'Hello', 'not-json', 1],
    ['another JSON', '{"a":1}', 'not-a-log', null],
    ['a list', '[]', 'not-a-log', null],
    ['a newer form', withLine(3, '"version": 2,'), 'newer-version', null],
    ['no version', withLine(3, '"version": "1",'), 'wrong-value', null],
    [
      'an owner without a zone',
      withLine(9, '"owner": {"key":"a","name":"A","address":"a"},'),
      'wrong-value',
      null,
    ],
    ['a cut file', written([undo]).split('\n]\n')[0]?.slice(0, -20) ?? '', 'not-json', 11],
    ['a missing comma', withLine(11, JSON.stringify(recap())), 'not-json', 12],
    ['a comma too many', withLine(13, `${JSON.stringify(undo)},`), 'not-json', 14],
    ['a value before the first line of facts', written([undo]).replace('[\n', '[7\n'), 'not-json', 11],
    ['an unknown kind', withLine(11, '{"kind":"mood","id":"m"},'), 'unknown-kind', 11],
    ['no kind', withLine(13, '7'), 'unknown-kind', 13],
    [
      'a text for an instant',
      withLine(13, JSON.stringify({ ...undo, recordedAt: 'now' })),
      'wrong-value',
      13,
    ],
    [
      'a number nobody can date',
      withLine(13, JSON.stringify({ ...undo, recordedAt: 9e15 })),
      'wrong-value',
      13,
    ],
    ['two facts with one id', withLine(13, JSON.stringify({ ...undo, id: '2' })), 'id-twice', 13],
    [
      'a nest',
      withLine(13, `{"kind":"undo","id":"u","recordedAt":0,"of":"x","n":${'['.repeat(99)}${']'.repeat(99)}}`),
      'unsafe',
      13,
    ],
    [
      '__proto__',
      withLine(13, '{"kind":"undo","id":"u","recordedAt":0,"of":"x","__proto__":{}}'),
      'unsafe',
      13,
    ],
  ])('%s', (_name, file, kind, line) => {
    expect(faultOf(file)).toMatchObject({ kind, line });
  });

  test('naming what is wrong, and where', () => {
    const broken = { ...decision(1), accountable: { key: 'd', name: 7, address: '' } };
    expect(faultOf(withLine(12, `${JSON.stringify(broken)},`))).toEqual({
      kind: 'wrong-value',
      line: 12,
      path: 'facts[1].accountable.name',
      why: 'facts[1].accountable.name must be a text',
    });
  });

  test('also where somebody laid it out anew', () => {
    const file = JSON.stringify(JSON.parse(written([{ ...undo, of: 7 } as unknown as Fact])), null, 2);
    const line = file.split('\n').findIndex((one) => one.includes('"kind": "undo"'));
    expect(faultOf(file)?.line).toBe(line);
  });

  test('the same fact twice does no harm', () => {
    const answer = parseLogJson(withLine(13, JSON.stringify(undo), withLine(12, `${JSON.stringify(undo)},`)));
    expect(answer.ok && answer.value.facts.map((fact) => fact.id)).toEqual(['2', 'u1']);
  });
});

test('read line by line it is what it is when it is read whole, sound or broken', () => {
  const signs = fc.constantFrom('', ',', '\n', ']', '}', '{', '"', ' ', '7', '\n]\n', '7\n', ',\n');
  /** The excerpt shows how it was laid out. */
  const answerTo = (file: string) => {
    const answer = parseLogJson(file);
    return answer.ok
      ? answer
      : { ...answer.fault, why: answer.fault.kind === 'not-json' || answer.fault.why };
  };
  fc.assert(
    fc.property(anyFacts, fc.nat(), fc.boolean(), signs, (facts, where, atLineEnd, change) => {
      const file = written(facts);
      const ends = [...file.matchAll(/\n/g)].map(({ index }) => index);
      const place = atLineEnd ? (ends[where % ends.length] ?? 0) : where % file.length;
      const changed = file.slice(0, place) + change + file.slice(place + (where % 2));
      const laidOutAnew = changed.replace('"facts": [', '"facts" : [');
      expect(answerTo(changed)).toEqual(answerTo(laidOutAnew));
    }),
    { numRuns: 500 },
  );
});

test('line ends of another system change nothing', () => {
  const answer = parseLogJson(written([undo]).replaceAll('\n', '\r\n'));
  expect(answer.ok && answer.value.facts).toEqual([undo]);
});

test('the place of a fault is found exactly where the engine refuses', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (json, where, change) => {
      const place = where % (json.length + 1);
      const changed = json.slice(0, place) + change + json.slice(place + 1);
      let fine = true;
      try {
        JSON.parse(changed);
      } catch {
        fine = false;
      }
      expect(firstFault(changed) === null).toBe(fine);
    }),
    { numRuns: 500 },
  );
});
