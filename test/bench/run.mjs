/** Runs every measurement of this folder and prints their ratios as one table. */
import { readdirSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.bench.ts'));

console.log('| what | measured | peer | peer measured | ratio |');
console.log('|---|--:|---|--:|--:|');
let failed = 0;
for (const name of names.sort()) {
  try {
    const { measure } = await import(new URL(name, folder).href);
    for (const { what, value, unit, peer, peerValue } of await measure()) {
      const show = (number) => `${number < 10 ? number.toFixed(2) : number.toFixed(0)} ${unit}`;
      const ratio = (value / peerValue).toFixed(2);
      console.log(`| ${what} | ${show(value)} | ${peer} | ${show(peerValue)} | ${ratio} |`);
    }
  } catch (trouble) {
    failed += 1;
    console.error(`${name} could not be measured: ${trouble instanceof Error ? trouble.stack : trouble}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
