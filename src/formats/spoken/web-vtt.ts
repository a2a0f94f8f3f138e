import type { SourcePassage } from '../../domain/candidates/candidate';
import type { Steps } from '../../domain/pace';

const TIMING =
  /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s+-->\s+(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})/;
const VOICE = /<v(?:\.[^\s<>]{1,40})*\s+([^<>]{1,100})>/;
const NAMED = /^([\p{L}\p{N}][^:<>]{0,48}):\s+(?=\S)/u;
/** Cues between two pauses. */
const SHARE = 300;

export const isWebVtt = (lines: readonly string[]): boolean =>
  /^\s*WEBVTT/.test(lines[0] ?? '') || lines.slice(0, 60).some((line) => TIMING.test(line));

/** The cues of WebVTT or SubRip: `<v Name>` as Teams writes it, `Name: text` as Zoom does, or plain. */
export function* webVttPassages(lines: readonly string[]): Steps<readonly SourcePassage[]> {
  const cues: SourcePassage[] = [];
  let open: { begin: number; end: number; line: number; text: string[] } | null = null;
  const close = () => {
    if (open && open.text.length > 0) cues.push(cueOf(open));
    open = null;
  };
  for (const [line, written] of lines.entries()) {
    const found = TIMING.exec(written);
    if (found) {
      close();
      open = { begin: seconds(found, 1), end: seconds(found, 5), line: line + 1, text: [] };
      if (cues.length % SHARE === 0) yield;
    } else if (written.trim() === '') close();
    else open?.text.push(written);
  }
  close();
  yield;
  return withNames(cues);
}

const seconds = (found: RegExpExecArray, from: number): number =>
  Number(found[from] ?? 0) * 3600 +
  Number(found[from + 1]) * 60 +
  Number(found[from + 2]) +
  Number(`0.${found[from + 3]}`);

function cueOf({
  begin,
  end,
  line,
  text,
}: {
  begin: number;
  end: number;
  line: number;
  text: readonly string[];
}): SourcePassage {
  const joined = text.join(' ');
  const speaker = VOICE.exec(joined)?.[1]?.trim() ?? null;
  return {
    text: unescaped(withoutTags(joined)).trim(),
    line,
    speaker: speaker === null ? null : unescaped(speaker),
    begin,
    end: Math.max(begin, end),
  };
}

/** Tags of WebVTT alone go: another `<` is text. */
const withoutTags = (text: string): string =>
  text.replace(/<\/?(?:v|c|i|b|u|lang|ruby|rt)(?:[\s.][^<>]{0,100})?>|<\d{2}:[\d:.]{2,12}>/g, '');

const SIGNS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};
const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|amp|nbsp|lrm|rlm);/g, (sign) => SIGNS[sign] ?? sign);

/** Where most cues begin with a name and a colon, these are who speaks; a cue without goes on with the last. */
function withNames(cues: readonly SourcePassage[]): readonly SourcePassage[] {
  if (cues.some(({ speaker }) => speaker !== null)) return cues;
  const named = cues.map(({ text }) => NAMED.exec(text));
  const counts = new Map<string, number>();
  for (const found of named) if (found?.[1]) counts.set(found[1], (counts.get(found[1]) ?? 0) + 1);
  const spoken = [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
  if (spoken < cues.length * 0.2) return cues;
  let last: string | null = null;
  return cues.map((cue, at) => {
    const found = named[at];
    last = found?.[1] ?? last;
    return { ...cue, text: found ? cue.text.slice(found[0].length) : cue.text, speaker: last };
  });
}
