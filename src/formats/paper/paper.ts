import { escaped } from '../text/html';
import { oneLine } from '../text/one-line';

/** A page of plain values, to be read, printed, copied or kept as a file. Nothing in it is markup. */
export interface Paper {
  readonly title: string;
  /** One line below the title: whose, from when to when. */
  readonly about: string;
  readonly parts: readonly PaperPart[];
  /** Small, at the end: purpose, definitions, coverage. */
  readonly foot: readonly string[];
}

export interface PaperPart {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Lines that stand for themselves, each with a mark before it. */
  readonly list?: true;
}

/** As plain text: it can be pasted anywhere. */
export function paperText({ title, about, parts, foot }: Paper): string {
  const said = parts.map(({ heading, lines, list }) =>
    [oneLine(heading), ...lines.map((line) => `${list ? '- ' : ''}${oneLine(line)}`)].join('\n'),
  );
  return [[oneLine(title), oneLine(about)].filter((line) => line !== '').join('\n'), ...said, foot.join('\n')]
    .filter((block) => block !== '')
    .join('\n\n');
}

const STYLE =
  "body{font:15px/22px 'Segoe UI',Arial,sans-serif;color:#242424;background:#fff;max-width:44rem;margin:2rem auto;" +
  'padding:0 1rem}h1{font-size:20px;line-height:28px;margin:0}h2{font-size:15px;margin:20px 0 4px}' +
  'p,ul{margin:0 0 4px}ul{padding-left:20px}.quiet{color:#5c5c5c;font-size:12px;line-height:16px}';

/** As a file of its own: every value escaped, no script, nothing loaded from anywhere. */
export function paperHtml({ title, about, parts, foot }: Paper): string {
  const line = (tag: string, text: string, look = '') =>
    `<${tag}${look === '' ? '' : ` class="${look}"`}>${escaped(oneLine(text))}</${tag}>`;
  const body = parts.map(({ heading, lines, list }) => {
    const inner = lines.map((one) => line(list ? 'li' : 'p', one)).join('\n');
    return `${line('h2', heading)}\n${list ? `<ul>\n${inner}\n</ul>` : inner}`;
  });
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `${line('title', title)}<style>${STYLE}</style></head><body>`,
    line('h1', title),
    ...(about === '' ? [] : [line('p', about, 'quiet')]),
    ...body,
    '<hr>',
    ...foot.map((one) => line('p', one, 'quiet')),
    '</body></html>',
    '',
  ].join('\n');
}
