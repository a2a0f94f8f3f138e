import type { Person } from '../../domain/facts/things/person';
import { type Likeness, likenesses } from '../../domain/forget/like-a-name';
import { disguiseOf } from '../../domain/tell/disguise';
import type { Paper } from './paper';

/** Whom a page may name, whom it must not, and which words in it the owner says are names of those as well. */
export interface Hiding {
  readonly shown: readonly Person[];
  readonly others: readonly Person[];
  readonly alsoNames?: readonly string[];
}

/** A page in which everybody else is a letter, in free text, too. */
export function withoutOthers(paper: Paper, { shown, others, alsoNames = [] }: Hiding): Paper {
  const { text } = disguiseOf(shown, others, alsoNames);
  return {
    title: text(paper.title),
    about: text(paper.about),
    parts: paper.parts.map((part) => ({
      ...part,
      heading: text(part.heading),
      lines: part.lines.map(text),
    })),
    foot: paper.foot,
  };
}

/** A word that may be a name, with the line it stands in. */
export type NameLeft = Likeness & { readonly line: string };

/** What in the page still looks like one of them: for the owner to look at. */
export function othersLeft(paper: Paper, hiding: Hiding): readonly NameLeft[] {
  const { title, parts } = withoutOthers(paper, { ...hiding, alsoNames: [] });
  return likeOthers([title, ...parts.flatMap(({ heading, lines }) => [heading, ...lines])], hiding);
}

/** The same in any lines, without what may be the name of somebody who may be named. */
export function likeOthers(lines: readonly string[], { shown, others }: Hiding): readonly NameLeft[] {
  const isOthers = likenesses(others.map(({ name }) => name));
  const isTheirs = likenesses(shown.map(({ name }) => name));
  return lines.flatMap((line) => {
    const theirs = new Set(isTheirs(line).map(({ at }) => at));
    return isOthers(line).flatMap((like) => (theirs.has(like.at) ? [] : [{ ...like, line }]));
  });
}
