import {
  type Expression,
  isCallExpression,
  isDefaultClause,
  isElementAccessExpression,
  isPropertyAccessExpression,
  isSwitchStatement,
  type Node,
  type SourceFile,
} from 'typescript/unstable/ast';
import { API, type Checker, type Type } from 'typescript/unstable/sync';

/** What is written about a closed list (outcomes, kinds of facts, troubles …) so that the compiler cannot ask about it. */
export interface Silence {
  readonly path: string;
  readonly line: number;
  readonly what: 'a default' | 'a question about its text' | 'an untyped subset' | 'an untyped table';
  readonly code: string;
}

const ABOUT_TEXT = ['startsWith', 'endsWith', 'includes', 'match', 'search', 'split'];
const IS_IN = ['includes', 'has', 'indexOf', 'get'];
const NOTHING = 4 | 8;
const STRING = 32;

const partsOf = (type: Type): readonly Type[] =>
  type.isUnionType() ? type.getTypes().flatMap(partsOf) : [type];

function askerOf(checker: Checker) {
  /** A union of nothing but words: the compiler knows each of them. */
  const isClosed = (node: Node | undefined): boolean => {
    const type = node && checker.getTypeAtLocation(node);
    if (!type) return false;
    const parts = partsOf(checker.getBaseConstraintOfType(type) ?? type).filter(
      ({ flags }) => (flags & NOTHING) === 0,
    );
    return parts.length > 1 && parts.every((part) => part.isStringLiteralType());
  };
  const isString = (type: Type | undefined): boolean =>
    type !== undefined && partsOf(type).some(({ flags }) => (flags & STRING) !== 0);
  /** A list, set or map of any strings. */
  const holdsStrings = (node: Expression): boolean => {
    const type = checker.getTypeAtLocation(node);
    return type?.isTypeReference() === true && isString(checker.getTypeArguments(type)[0]);
  };
  const isTableOfStrings = (node: Expression): boolean => {
    const type = checker.getTypeAtLocation(node);
    return type !== undefined && checker.getIndexInfosOfType(type).some(({ keyType }) => isString(keyType));
  };

  return (node: Node): Silence['what'] | null => {
    if (isSwitchStatement(node))
      return node.caseBlock.clauses.some(isDefaultClause) && isClosed(node.expression) ? 'a default' : null;
    if (isElementAccessExpression(node))
      return isTableOfStrings(node.expression) && isClosed(node.argumentExpression)
        ? 'an untyped table'
        : null;
    if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return null;
    const { name, expression } = node.expression;
    if (ABOUT_TEXT.includes(name.text) && isClosed(expression)) return 'a question about its text';
    return IS_IN.includes(name.text) && isClosed(node.arguments[0]) && holdsStrings(expression)
      ? 'an untyped subset'
      : null;
  };
}

function silencesIn(file: SourceFile, ask: (node: Node) => Silence['what'] | null): readonly Silence[] {
  const found: Silence[] = [];
  const visit = (node: Node): undefined => {
    const what = ask(node);
    const from = node.getStart(file);
    if (what !== null) {
      const [code = ''] = file.text.slice(from, node.end).split('\n');
      found.push({ path: file.fileName, line: file.text.slice(0, from).split('\n').length, what, code });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

/** All of a project whose paths contain this, in the order of its files. */
export function silencesOf(tsconfig: string, within: string): readonly Silence[] {
  const api = new API({ cwd: process.cwd() });
  try {
    const [project] = api.updateSnapshot({ openProject: tsconfig }).getProjects();
    if (project === undefined) throw new Error(`${tsconfig} is no project`);
    const { program, checker } = project;
    const ask = askerOf(checker);
    return program
      .getSourceFileNames()
      .filter((name) => name.includes(within))
      .flatMap((name) => {
        const file = program.getSourceFile(name);
        return file === undefined ? [] : silencesIn(file, ask);
      });
  } finally {
    api.close();
  }
}
