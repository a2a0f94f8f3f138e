import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import { EsbuildPlugin } from 'esbuild-loader';
import HtmlPlugin from 'html-webpack-plugin';
import CssPlugin from 'mini-css-extract-plugin';
import { SupplyPlugin } from './scripts/supply.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The address manifest.xml is written with; PUBLIC_URL takes its place in the built one. */
const DEVELOPMENT_URL = 'https://localhost:3000';

/** Where the pane will be served from, without a slash at the end. Outlook accepts https only. */
function publicUrl() {
  const given = process.env.PUBLIC_URL || DEVELOPMENT_URL;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'https:') throw new Error(`PUBLIC_URL must be an https address, not "${given}"`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** What may stand in a page with this text, as its policy names it. */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What the first paint waits for stands in the page itself: the scripts of a few lines that lie beside it, and the sheet
 * of the first view. The policy of the page names each by its hash.
 */
const firstPaintInPage = {
  apply: (compiler) =>
    compiler.hooks.compilation.tap('first paint', (compilation) =>
      HtmlPlugin.getHooks(compilation).beforeEmit.tap('first paint', (data) => {
        const folder = dirname(data.plugin.userOptions.template);
        const allowed = { script: ["'self'"], style: ["'self'"] };
        const put = (kind, text) => {
          allowed[kind].push(hashOf(text));
          return `<${kind}>${text}</${kind}>`;
        };
        const html = data.html
          .replace(/<script src="(?!assets\/|https:)([^"]+)"><\/script>/g, (_, path) => {
            compilation.fileDependencies.add(join(folder, path));
            return put('script', readFileSync(join(folder, path), 'utf8'));
          })
          .replace(/<link href="(assets\/[^"]+\.css)" rel="stylesheet">/g, (_, name) => {
            const sheet = compilation.getAsset(name).source.source().toString();
            compilation.deleteAsset(name);
            return put('style', sheet);
          })
          .replace(/(script|style)-src 'self'/g, (_, kind) => `${kind}-src ${allowed[kind].join(' ')}`);
        return { ...data, html };
      }),
    ),
};

const page = (name, template, chunks, options = {}) =>
  new HtmlPlugin({ filename: `${name}.html`, template: here(template), chunks, minify: false, ...options });

export default () => ({
  mode: 'production',
  target: ['web', 'es2022'],
  devtool: false,
  stats: 'errors-warnings',
  performance: false,
  cache: { type: 'filesystem', buildDependencies: { config: [here('webpack.config.js')] } },
  entry: {
    taskpane: here('src/app/taskpane.ts'),
    auth: here('src/app/pages/auth.ts'),
    'sign-in': here('src/app/pages/sign-in.ts'),
  },
  output: {
    path: here('dist'),
    clean: true,
    // Nobody waits longer for a part of the pane: then it says so, and can be asked for again (src/patience/limits.ts).
    chunkLoadTimeout: 20_000,
    // Relative to the page, so that the same build works at any address.
    publicPath: '',
    filename: 'assets/[name].[contenthash:10].js',
    // One hash for all that comes later: the first view would carry one of each, and hashes do not compress.
    chunkFilename: 'assets/[name].[fullhash:10].js',
    assetModuleFilename: 'assets/[name].[contenthash:10][ext]',
  },
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'esbuild-loader',
        options: { target: 'es2022', jsx: 'automatic', jsxImportSource: 'preact' },
      },
      { test: /\.css$/, use: [CssPlugin.loader, { loader: 'css-loader', options: { url: false } }] },
      { test: /\.svg$/, type: 'asset/source' },
    ],
  },
  optimization: {
    // Esbuild is quick; for the first view webpack's own minimizer takes its time, and a tenth off.
    minimizer: [
      new EsbuildPlugin({
        target: 'es2022',
        css: true,
        legalComments: 'none',
        exclude: /\/taskpane\.\w+\.js$/,
      }),
      '...',
    ],
    minimizeOptions: { html: false },
    // With a hash for all of them no name needs to outlive a release, so the shortest ones do.
    moduleIds: 'natural',
    chunkIds: 'natural',
    mangleExports: 'size',
    // One sheet for the first view, one for everything after it: a piece of style is too little for a file.
    splitChunks: {
      cacheGroups: { later: { name: 'later', type: 'css/mini-extract', chunks: 'async', enforce: true } },
    },
  },
  plugins: [
    new CssPlugin({
      filename: 'assets/[name].[contenthash:10].css',
      chunkFilename: 'assets/[name].[fullhash:10].css',
      // Each part styles what is its own: which of them comes first in the later sheet makes no difference.
      ignoreOrder: true,
    }),
    page('taskpane', 'src/app/taskpane.html', ['taskpane'], { scriptLoading: 'defer' }),
    page('auth', 'src/app/pages/auth.html', ['auth'], { scriptLoading: 'defer' }),
    page('sign-in', 'src/app/pages/sign-in.html', ['sign-in'], { scriptLoading: 'defer' }),
    firstPaintInPage,
    new SupplyPlugin(here('.')),
    new CopyPlugin({
      patterns: [
        { from: here('src/app/pages/support.html') },
        { from: here('src/app/pages/privacy.html') },
        { from: here('src/app/pages/page.css'), to: 'assets/page.css' },
        { from: here('src/app/pages/config.json') },
        { from: here('assets/*.png'), to: 'assets/[name][ext]' },
        {
          from: here('manifest.xml'),
          transform: (xml) => xml.toString().replaceAll(DEVELOPMENT_URL, publicUrl()),
        },
      ],
    }),
  ],
});
