import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(`outlook/${path}`, import.meta.url));

/** A file as it goes over the wire. */
export interface Served {
  kind: string;
  body: string | Uint8Array;
}

const SCRIPT = 'text/javascript; charset=utf-8';

let bundled: Promise<Map<string, Served>> | undefined;

/** The host page and what runs in the pane's frame, bundled once; by the path they are served at. */
export function bundleOutlook(): Promise<Map<string, Served>> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<Map<string, Served>> {
  const { outputFiles } = await build({
    entryPoints: {
      host: here('host.tsx'),
      office: here('office-stand-in.ts'),
      world: here('frame-world.ts'),
    },
    outdir: '/',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  const scripts = outputFiles.map(({ path, contents }): [string, Served] => [
    `/simulator/${path.replaceAll('\\', '/').split('/').at(-1)}`,
    { kind: SCRIPT, body: contents },
  ]);
  return new Map([
    ...scripts,
    ['/', { kind: 'text/html; charset=utf-8', body: readFileSync(here('host.html'), 'utf8') }],
    [
      '/simulator/host.css',
      { kind: 'text/css; charset=utf-8', body: readFileSync(here('host.css'), 'utf8') },
    ],
  ]);
}
