import { readdirSync, readFileSync } from 'node:fs';
import type { Fact } from '../../src/domain/facts/log/fact';
import type { Sample } from './stored-sample';

const FOLDER = 'test/contracts/released';

/** One of every version that was released. */
export const SAMPLES: readonly Sample[] = readdirSync(FOLDER).map(
  (name): Sample => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')),
);

export const factsIn = ({ shelves }: Sample): readonly Fact[] =>
  [...(shelves.occurrences?.records ?? []), ...(shelves.people?.records ?? [])].flatMap(
    ({ facts = [] }) => facts,
  );
