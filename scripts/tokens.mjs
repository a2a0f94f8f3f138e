/**
 * Writes src/ui/tokens.css: the Fluent 2 design tokens that the pane's style sheets use, and no others, in
 * light, dark and forced colours. Run after a style sheet starts to use another token.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { root } from './packages.mjs';

const folder = `${root}src/ui/`;
const target = `${folder}tokens.css`;

/** What a person who chose their own colours sees: the system's colours, by the part each token plays. */
const SYSTEM_COLOURS = [
  [/^colorStrokeFocus2$|^colorCompoundBrandStroke/, 'Highlight'],
  [/^colorBrandBackground(Hover|Pressed)?$|^colorCompoundBrandBackground/, 'Highlight'],
  [/^colorNeutralForegroundOnBrand$/, 'HighlightText'],
  [/Disabled/, 'GrayText'],
  [/Link/, 'LinkText'],
  [/^colorBrandBackground2|Background/, 'Canvas'],
  [/Foreground|Stroke|Border/, 'CanvasText'],
];
const systemColour = (name) => SYSTEM_COLOURS.find(([pattern]) => pattern.test(name))?.[1] ?? 'CanvasText';

const sheets = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.css') && name !== 'tokens.css')
  .map((name) => readFileSync(folder + name, 'utf8'))
  .join('\n');
const used = [...new Set([...sheets.matchAll(/var\(--([a-zA-Z]+\w*)\)/g)].map((found) => found[1]))].sort();
const known = used.filter((name) => name in webLightTheme);

const lines = (names, value, indent = '  ') =>
  names.map((name) => `${indent}--${name}: ${value(name)};`).join('\n');
const differing = known.filter((name) => webLightTheme[name] !== webDarkTheme[name]);
const colours = known.filter((name) => name.startsWith('color'));

/** Text grows with the size a person set for their browser; Fluent's pixels are those at the usual 16. */
const growing = (name, value) =>
  /^(fontSize|lineHeight)/.test(name) ? `${Number.parseFloat(value) / 16}rem` : value;
const light = (name) => growing(name, webLightTheme[name]);
const dark = (name) => growing(name, webDarkTheme[name]);

writeFileSync(
  target,
  `/* Written by scripts/tokens.mjs from @fluentui/tokens; change the script, not this file. */
:root {
  color-scheme: light;
${lines(known, light)}
}

:root[data-theme="dark"] {
  color-scheme: dark;
${lines(differing, dark)}
}

@media (prefers-color-scheme: dark) {
  :root:not([data-theme]) {
    color-scheme: dark;
${lines(differing, dark, '    ')}
  }
}

@media (forced-colors: active) {
  :root,
  :root[data-theme],
  :root:not([data-theme]) {
${lines(colours, systemColour, '    ')}
  }
}
`,
);
console.log(`${known.length} tokens`);
