/**
 * The JSX runtime that scenes are bundled with: Motion Canvas's own, and each node remembers the author's line. The
 * bundler maps `@motion-canvas/2d/lib/jsx-dev-runtime` here, and hands every tag its file, line and column.
 */
import {Fragment, jsx as createNode} from '@motion-canvas/2d/lib/jsx-runtime';
import {isAuthorError, positionedError, type SourcePosition} from './authorError';
import {rememberSource} from './nodeSources';

export {Fragment, createNode as jsx, createNode as jsxs};

type Arguments = Parameters<typeof createNode>;

/** A tag's place as the JSX transform tells it. */
interface TagSource {
  readonly fileName: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/**
 * Makes the node of a tag and remembers where the tag stands.
 *
 * @param type - a node class, a function component, or Fragment
 * @param config - the tag's attributes and children
 * @param source - the tag's place, line and column counted from 1
 * @throws AuthorError `Cannot create <Circle>: ...` at the tag, when the component throws; an error that already has a
 *   place keeps it
 */
export function jsxDEV(type: Arguments[0], config: Arguments[1], key?: Arguments[2], _isStatic?: boolean, source?: TagSource): ReturnType<typeof createNode> {
  if (source === undefined) return createNode(type, config, key);
  const at: SourcePosition = {file: source.fileName, line: source.lineNumber, column: source.columnNumber};
  try {
    const made: unknown = createNode(type, config, key);
    // A Fragment or a function component may answer with text or a list: those are no nodes of this tag.
    if (typeof made === 'object' && made !== null && !Array.isArray(made)) rememberSource(made, at);
    return made as ReturnType<typeof createNode>;
  } catch (error) {
    if (isAuthorError(error) && error.positions.length > 0) throw error;
    throw positionedError(error, {doing: `Cannot create <${tagName(type)}>`, at});
  }
}

function tagName(type: Arguments[0]): string {
  return typeof type === 'function' && type.name !== '' ? type.name : 'component';
}
