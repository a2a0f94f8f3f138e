/** What a reader of HTML takes for markup: each tag with its attributes, in order. Shares nothing with the writer. */
export interface Tag {
  /** `/td` for one that closes. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const SAFE: Readonly<Record<string, readonly string[]>> = {
  table: ['lang', 'dir', 'role', 'width', 'border', 'cellpadding', 'cellspacing', 'bgcolor', 'style'],
  tbody: [],
  tr: [],
  td: ['align', 'bgcolor', 'style'],
  a: ['href', 'style'],
  b: [],
  br: [],
};

export function tagsOf(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  let at = html.indexOf('<');
  while (at !== -1) {
    // Whatever follows a `<` is looked at, also what no browser would take for a tag.
    const name = /^<(\/?[a-z]*)/.exec(html.slice(at, at + 20))?.[1] ?? '';
    let end = at + 1 + name.length;
    const attributes: Record<string, string> = {};
    for (;;) {
      const found = /^\s+([a-z]+)="([^"]*)"/.exec(html.slice(end));
      if (found === null) break;
      attributes[found[1] ?? ''] = (found[2] ?? '').replace(
        /&#39;|&quot;|&lt;|&gt;|&amp;/g,
        (sign) => UNESCAPED[sign] ?? '',
      );
      end += found[0].length;
    }
    if (html[end] !== '>') throw new Error(`not a tag of ours: ${html.slice(at, at + 60)}`);
    tags.push({ name, attributes });
    at = html.indexOf('<', end);
  }
  return tags;
}

const UNESCAPED: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/** What is in the HTML that no mail of ours may contain; empty when all is well. */
export const unsafeIn = (html: string): readonly string[] =>
  tagsOf(html).flatMap(({ name, attributes }) => [
    ...(Object.hasOwn(SAFE, name.replace('/', '')) ? [] : [`<${name}>`]),
    ...Object.keys(attributes).filter((one) => !SAFE[name]?.includes(one)),
    ...('href' in attributes && !/^(https?:\/\/|mailto:)/i.test(attributes.href ?? '')
      ? [String(attributes.href)]
      : []),
  ]);

/** The text between the tags, as a reader sees it. */
export const textIn = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&#39;|&quot;|&lt;|&gt;|&amp;/g, (sign) => UNESCAPED[sign] ?? '');
