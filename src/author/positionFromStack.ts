/**
 * Finds the author's line behind an error. In: an error thrown inside a bundled scene, and the bundle's source map.
 * Out: the place in the author's own file. Called wherever an error leaves a scene.
 */
import {originalPositionFor, TraceMap, type EncodedSourceMap, type SourceMapInput} from '@jridgewell/trace-mapping';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {SourcePosition} from './authorError';

export interface StackOptions {
  /** The source map of a bundled file (JSON text or object), or undefined for a file that is not a bundle. */
  readonly sourceMapOf: (file: string) => string | object | undefined;
  /** Places are told relative to this folder; the current one when left out. */
  readonly root?: string;
  /** Whether a file, relative to root, is the author's; by default everything inside root that is not a package. */
  readonly isAuthorFile?: (file: string) => boolean;
}

/**
 * Finds the innermost place of the author's that an error passed through.
 *
 * Frames of Node, of packages (Motion Canvas among them) and of files outside root are passed over. When the error
 * itself met no author's file, its causes are asked in turn.
 *
 * @param error - anything thrown
 * @returns file relative to root, line and column counted from 1; undefined when no frame is the author's
 */
export function positionFromStack(error: unknown, options: StackOptions): SourcePosition | undefined {
  return stackPositions(error, options)[0];
}

/**
 * Lists every place of the author's on an error's way, innermost first, its causes after it.
 */
export function stackPositions(error: unknown, options: StackOptions): SourcePosition[] {
  const maps = new Map<string, TraceMap | undefined>();
  const positions: SourcePosition[] = [];
  // Five causes deep is deeper than anyone wraps, and ends a chain that bites its tail.
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    positions.push(...parseStack(cause).flatMap(frame => authorPosition(frame, options, maps) ?? []));
  }
  return positions;
}

interface StackFrame {
  /** An absolute path, or what the engine said when it is no file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Reads the frames of V8's stack text: `at name (file:line:column)`, `at file:line:column`, with `async` or `new`. */
function parseStack(error: Error): StackFrame[] {
  const stack = error.stack ?? '';
  const start = stack.indexOf(error.message);
  const frames = start < 0 ? stack : stack.slice(start + error.message.length);
  return [...frames.matchAll(/^\s+at (?:.*? \()?(.+?):(\d+):(\d+)\)?$/gm)].map(([, file, line, column]) => ({
    file: filePath(file!.replace(/^async /, '')), line: Number(line), column: Number(column),
  }));
}

function filePath(place: string): string {
  return place.startsWith('file://') ? fileURLToPath(place.replace(/[?#].*$/, '')) : place.replace(/\?.*$/, '');
}

function authorPosition(frame: StackFrame, options: StackOptions, maps: Map<string, TraceMap | undefined>): SourcePosition | undefined {
  const root = options.root ?? process.cwd();
  const original = originalFrame(frame, options, maps);
  if (original === undefined || !path.isAbsolute(original.file)) return undefined;
  const file = path.relative(root, original.file).split(path.sep).join('/');
  if (!(options.isAuthorFile ?? isOrdinaryFile)(file)) return undefined;
  return {file, line: original.line, column: original.column};
}

function isOrdinaryFile(file: string): boolean {
  return !file.startsWith('../') && !path.isAbsolute(file) && !/(^|\/)node_modules\//.test(file);
}

/** The frame in the file it was written in; undefined for the glue that a bundler adds, which is in no file. */
function originalFrame(frame: StackFrame, options: StackOptions, maps: Map<string, TraceMap | undefined>): StackFrame | undefined {
  if (!maps.has(frame.file)) maps.set(frame.file, openMap(frame.file, options));
  const map = maps.get(frame.file);
  if (map === undefined) return frame;
  const {source, line, column} = originalPositionFor(map, {line: frame.line, column: frame.column - 1});
  return source === null ? undefined : {file: filePath(source), line, column: column + 1};
}

function openMap(file: string, options: StackOptions): TraceMap | undefined {
  const map = options.sourceMapOf(file);
  return map === undefined ? undefined : new TraceMap(map as SourceMapInput | EncodedSourceMap, file);
}
