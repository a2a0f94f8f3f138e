import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { extract } from '../../scripts/score.mjs';

const DATA = path.resolve(import.meta.dirname, '../../../shared/data/decisions');

/** What the scorer says, as far as it is asked here. */
interface Scored {
  readonly macroF1: number;
  readonly marked: Readonly<Record<string, { readonly f1: number }>>;
  readonly unmarked: Readonly<Record<string, { readonly 'recall@10': number }>>;
  readonly transcripts: Readonly<
    Record<string, { readonly 'region@5': number; readonly 'region@10': number }>
  >;
  readonly checks: { readonly bad: object; readonly odd: object; readonly texts: number };
}

/** What was reached when this was written, and a little less: a change that finds less is to be seen, and chosen. */
describe('What is found in the labelled texts for development', () => {
  let scored: Scored;
  beforeAll(async () => {
    const { score } = await import(pathToFileURL(path.join(DATA, 'score.mjs')).href);
    scored = await score(extract, path.join(DATA, 'dev'));
  });

  test('is quoted literally, at the place that is told, in every text', () => {
    expect(scored.checks.texts).toBeGreaterThan(200);
    expect(scored.checks).toMatchObject({ bad: {}, odd: {} });
  });

  test('is what notes mark as decided', () => {
    expect(scored.macroF1).toBeGreaterThan(0.88);
    for (const { f1 } of Object.values(scored.marked)) expect(f1).toBeGreaterThan(0.82);
  });

  test('is among the first ten where nothing is marked', () => {
    expect(scored.unmarked['acd-notes']?.['recall@10']).toBeGreaterThan(0.6);
    expect(scored.unmarked.jsonld?.['recall@10']).toBeGreaterThan(0.9);
    expect(scored.unmarked.spdx?.['recall@10']).toBeGreaterThan(0.52);
  });

  test('is near what was decided in speech', () => {
    expect(scored.transcripts['acd-vtt']?.['region@5']).toBeGreaterThan(0.52);
    expect(scored.transcripts['acd-vtt']?.['region@10']).toBeGreaterThan(0.75);
  });
});
