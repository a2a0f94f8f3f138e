import type { Steps } from '../../domain/pace';

/** One token of JSON after white space; of a text only its first quote. */
const TOKEN = /[ \t\n\r]*([{}[\]:,"]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
/** A stretch inside a text, up to its quote, an escape, or a control character, which has no place there. */
const STRETCH = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Tokens between two steps. */
const TOKENS = 1000;

/** 1 for the first line. */
export const lineAt = (text: string, offset: number): number => {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
};

/**
 * Where a text stops being JSON; null where it is JSON. Engines word their own message differently and some tell no
 * place at all, so the text is read once more here, only when it was refused.
 */
export function* findingFault(text: string): Steps<number | null> {
  const open: ('{' | '[')[] = [];
  let wants: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing' = 'value';
  const afterValue = () => (open.length === 0 ? 'nothing' : 'comma-or-end');
  let at = 0;
  let count = 0;
  for (const { offset, end, sign } of tokens(text)) {
    at = end;
    if (++count % TOKENS === 0) yield;
    const closes = sign === '}' ? '{' : sign === ']' ? '[' : null;
    if (closes !== null) {
      const may = wants === 'comma-or-end' || wants === (closes === '{' ? 'key-or-end' : 'value-or-end');
      if (!may || open.pop() !== closes) return offset;
      wants = afterValue();
    } else if (wants === 'comma-or-end') {
      if (sign !== ',') return offset;
      wants = open.at(-1) === '{' ? 'key' : 'value';
    } else if (wants === 'colon') {
      if (sign !== ':') return offset;
      wants = 'value';
    } else if (wants === 'key' || wants === 'key-or-end') {
      if (sign !== '"') return offset;
      wants = 'colon';
    } else if (wants === 'nothing' || sign === ',' || sign === ':') {
      return offset;
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      wants = sign === '{' ? 'key-or-end' : 'value-or-end';
    } else wants = afterValue();
  }
  const rest = at + (/[^ \t\n\r]/.exec(text.slice(at))?.index ?? text.length - at);
  return wants === 'nothing' && rest === text.length ? null : rest;
}

/** Where the numbered element of a list stands, for a list that is a property of the outermost object. */
export function* findingElement(text: string, property: string, index: number): Steps<number | null> {
  let depth = 0;
  let element = -1;
  let lastText = '';
  let inside = false;
  let fresh = false;
  let count = 0;
  for (const { offset, end, sign } of tokens(text)) {
    if (++count % TOKENS === 0) yield;
    if (inside && depth === 2 && fresh && sign !== ']') {
      element += 1;
      if (element === index) return offset;
    }
    fresh = false;
    if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth === 2 && sign === '[') inside = lastText === property;
      fresh = inside && depth === 2;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth < 2) inside = false;
    } else if (sign === ',') fresh = inside && depth === 2;
    else if (sign === '"' && depth === 1) lastText = String(JSON.parse(text.slice(offset, end)));
  }
  return null;
}

/** Tokens as far as they are tokens. `sign` is the token's first character. */
function* tokens(text: string): Generator<{ offset: number; end: number; sign: string }> {
  let end = 0;
  for (;;) {
    const token = matchAt(TOKEN, text, end)?.[1];
    if (token === undefined) return;
    const offset = TOKEN.lastIndex - token.length;
    const after = token === '"' ? endOfText(text, offset + 1) : TOKEN.lastIndex;
    if (after === null) return;
    end = after;
    yield { offset, end, sign: text[offset] ?? '' };
  }
}

/** After the closing quote; null where the text is broken. */
function endOfText(text: string, from: number): number | null {
  for (let at = from; ; at = ESCAPE.lastIndex) {
    matchAt(STRETCH, text, at);
    if (text[STRETCH.lastIndex] === '"') return STRETCH.lastIndex + 1;
    if (matchAt(ESCAPE, text, STRETCH.lastIndex) === null) return null;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
