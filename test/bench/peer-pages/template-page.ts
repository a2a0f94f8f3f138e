import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const PARTS = ['react@18.3.1', 'react-dom@18.3.1', '@fluentui/react-components@9'];
const FOLDER = join(tmpdir(), 'loopkeeper-react-template');
const PATIENCE = 120_000;

/**
 * The pane of Office-Addin-TaskPane-React, written after it: a header, a list with icons, a field and a button, in
 * Fluent's React controls. It does not wait for Office.js, as the template does: that favours it.
 */
const SOURCE = `
  import { createElement as h, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  import {
    Button, Field, FluentProvider, Image, Textarea, makeStyles, tokens, webLightTheme,
  } from '@fluentui/react-components';
  import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from '@fluentui/react-icons';

  const useStyles = makeStyles({
    root: { minHeight: '100vh' },
    header: { display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground3 },
    list: { marginTop: '20px' },
    item: { display: 'flex', paddingBottom: '20px' },
  });
  const ITEMS = [
    [Ribbon24Regular, 'Achieve more with Office integration'],
    [LockOpen24Regular, 'Unlock features and functionality'],
    [DesignIdeas24Regular, 'Create and visualize like a pro'],
  ];

  function App() {
    const styles = useStyles();
    const [text, setText] = useState('Some text.');
    return h('div', { className: styles.root },
      h('section', { className: styles.header },
        h(Image, { width: 90, height: 90, alt: '' }), h('h1', null, 'Welcome')),
      h('ul', { className: styles.list }, ITEMS.map(([Icon, words]) =>
        h('li', { className: styles.item, key: words }, h(Icon), h('span', null, words)))),
      h(Field, { label: 'Enter text to be inserted into the document.' },
        h(Textarea, { value: text, onChange: (changed) => setText(changed.target.value) })),
      h(Button, { appearance: 'primary', size: 'large' }, 'Insert text'));
  }
  createRoot(document.body.appendChild(document.createElement('div')))
    .render(h(FluentProvider, { theme: webLightTheme }, h(App)));
`;

/** Its parts are no part of this project: they come from npm into a temporary folder, once. Null without a network. */
export async function templateScript(): Promise<Uint8Array | null> {
  if (!existsSync(join(FOLDER, 'installed'))) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, 'package.json'), '{"private":true}');
    const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PARTS];
    const shell = process.platform === 'win32';
    const run = spawnSync('npm', words, { cwd: FOLDER, timeout: PATIENCE, shell });
    if (run.status !== 0) return null;
    writeFileSync(join(FOLDER, 'installed'), '');
  }
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: FOLDER },
    define: { 'process.env.NODE_ENV': '"production"' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.contents ?? null;
}
