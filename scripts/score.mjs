/**
 * Scores what is found in notes and transcripts against texts with labels, where they lie beside the project:
 *
 *   npm run score             the texts for development
 *   npm run score -- held-out another folder of the same form
 *
 * The texts and the scorer are of others and no part of the project; without them there is nothing to measure.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { candidatesOf } from '../src/domain/candidates/candidates-of.ts';
import { atOnce } from '../src/domain/pace.ts';
import { readSource } from '../src/formats/spoken/read-source.ts';

const DATA = fileURLToPath(new URL('../../shared/data/decisions/', import.meta.url));

/** The candidates of a text, in the form that the scorer asks for. */
export function extract({ text }) {
  const source = atOnce(readSource(text));
  if (!source.ok) return [];
  const { form, passages } = source.value;
  return atOnce(candidatesOf(source.value)).candidates.map((one) => {
    const { begin, speaker } = passages[one.from];
    return form === 'notes' ? one : { ...one, time: begin ?? undefined, speaker: speaker ?? undefined };
  });
}

async function main([folder = 'dev']) {
  const scorer = `${DATA}score.mjs`;
  if (!existsSync(scorer) || !existsSync(DATA + folder)) {
    console.error(
      `Nothing to score: the labelled texts are not part of the project, and ${DATA}${folder} is not there.`,
    );
    process.exitCode = 1;
    return;
  }
  const { report, score } = await import(pathToFileURL(scorer).href);
  const result = await score(extract, DATA + folder);
  process.stdout.write(report(result));
  process.exitCode = Object.keys(result.checks.bad).length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
