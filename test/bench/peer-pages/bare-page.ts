import { build } from 'esbuild';

/** The least a page on the same library can be: it renders a button and counts a signal up. */
const SOURCE = `
  import { h, render } from 'preact';
  import { signal } from '@preact/signals';
  const count = signal(0);
  render(h('button', { onClick: () => { count.value += 1; } }, count), document.body);
`;

/** Its one script, as a browser would load it. */
export async function bareScript(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
