/** A reference that was called before its node was made: what the engine calls "undefined", in the author's words. */
import type {SourcePosition} from '../../author/authorError';

export interface UnsetRef {
  /** As the author calls it: `circle`. */
  readonly name: string;
  /** Where a node is given to it, line and column counted from 1; undefined where none is. */
  readonly given?: Pick<SourcePosition, 'line' | 'column'>;
}

/**
 * Finds the reference behind "Cannot read properties of undefined (reading 'x')".
 *
 * @param source - text of the file
 * @param line - the failing line, counted from 1
 * @returns undefined where the line calls no reference of the file, or several in the same way
 * @example unsetRef("Cannot read properties of undefined (reading 'x')", 'const dot = createRef<Circle>();\nyield* dot().x(1, 1);', 2)?.name  // 'dot'
 */
export function unsetRef(message: string, source: string, line: number): UnsetRef | undefined {
  const property = /^Cannot read properties of undefined \(reading '([^']+)'\)/.exec(message)?.[1];
  const text = source.split('\n')[line - 1];
  if (property === undefined || text === undefined) return undefined;
  const names = new Set([...source.matchAll(/\b([\w$]+)\s*=\s*createRef\s*[<(]/g)].map(match => match[1]));
  const called = [...text.matchAll(/\b([\w$]+)\(\)!?\.([\w$]+)/g)].filter(([, name, read]) => names.has(name) && read === property).map(match => match[1]);
  if (new Set(called).size !== 1) return undefined;
  const [name] = called;
  const at = source.search(new RegExp(`\\bref=\\{${name.replace(/\$/g, '\\$')}\\}`));
  if (at < 0) return {name};
  const before = source.slice(0, at).split('\n');
  return {name, given: {line: before.length, column: before.at(-1)!.length + 1}};
}
