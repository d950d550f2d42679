/** Any failure of a scene, told in the author's terms: their file and line, the scene and the moment. */
import {TraceMap} from '@jridgewell/trace-mapping';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {AuthorError, ExitCode, isAuthorError, lastAuthorError, type FilmMoment, type SourcePosition} from '../author/authorError';
import {failedDrawingOf} from '../author/failedDrawing';
import {stackPositions} from '../author/positionFromStack';
import {packageRoot} from '../stage/packageRoot';
import {unsetRef} from './mistakes/unsetRef';
import type {Project} from './openProject';

interface Circumstances {
  readonly project: Project;
  readonly moment?: FilmMoment;
  /** Where the node that failed was made; used where the stack leads nowhere. */
  readonly at?: SourcePosition;
  /** The way to that node. */
  readonly node?: string;
}

/** What Motion Canvas's logger is given; thrown errors have the same fields. */
interface Problem {
  readonly message?: string;
  readonly stack?: string;
  readonly remarks?: string;
  readonly fix?: string;
  readonly positions?: readonly SourcePosition[];
  readonly moment?: FilmMoment;
  readonly node?: string;
  readonly exitCode?: ExitCode;
  readonly notAScene?: string;
}

/** Turns whatever a scene threw or logged into an AuthorError; one that is complete already is returned as it is. */
export function filmErrorOf(given: unknown, circumstances: Circumstances): AuthorError {
  return withRef(withCircle(plainErrorOf(given, circumstances), circumstances.project), circumstances.project);
}

/** A reference without its node is the commonest of values that are not there. */
function withRef(error: AuthorError, {root}: Project): AuthorError {
  const [at] = error.positions;
  const file = at && path.resolve(root, at.file);
  const message = error.cause instanceof Error ? error.cause.message : '';
  if (at?.line === undefined || !/^Cannot read properties of undefined/.test(message) || !existsSync(file!)) return error;
  const ref = unsetRef(message, readFileSync(file!, 'utf8'), at.line);
  if (!ref) return error;
  return new AuthorError(`Cannot use ${ref.name}(): no node has been given to it yet`, {
    at: [at, ...(ref.given ? [{file: at.file, ...ref.given}] : [])],
    moment: error.moment,
    exitCode: error.exitCode,
    fix: ref.given ? `make the node with ref={${ref.name}} before this line runs` : `give it one: no node has ref={${ref.name}}`,
    cause: error.cause,
  });
}

/** Values that are not there yet are what imports in a circle bring; the files are named beside the failing line. */
function withCircle(error: AuthorError, {importCircles, root}: Project): AuthorError {
  const [circle] = importCircles;
  if (circle === undefined || !/\bundefined\b|\bNaN\b|before initialization|is not a (?:function|constructor)/.test(error.message)) return error;
  if (error.positions.some(({file}) => path.resolve(root, file) === circle[0])) return error;
  const names = circle.map(file => path.basename(file));
  return new AuthorError(error.message, {
    at: [...error.positions, {file: circle[0]}],
    moment: error.moment,
    node: error.node,
    exitCode: error.exitCode,
    fix: `${names.join(' and ')} import one another in a circle, so that one runs before what it takes is there: move what they share into a file of its own`,
    cause: error.cause ?? error,
  });
}

function plainErrorOf(given: unknown, {project, moment, at, node}: Circumstances): AuthorError {
  const error = originalOf(given);
  const problem: Problem = typeof error === 'object' && error !== null ? error : {message: String(error)};
  if (error instanceof AuthorError && error.positions.length > 0 && (error.moment || !moment)) return error;
  if (problem.notAScene) return notAScene(problem.notAScene, error);
  const known = isAuthorError(error);
  const drawing = failedDrawingOf(error);
  const positions = problem.positions?.length ? problem.positions : (at ?? positionIn(project, problem) ?? drawing?.at);
  return new AuthorError(known ? problem.message! : sentence(problem.message ?? 'no reason was given', moment), {
    at: positions,
    moment: problem.moment ?? moment,
    node: problem.node ?? node ?? drawing?.node,
    exitCode: known ? problem.exitCode : ExitCode.scene,
    fix: problem.fix ?? adviceFor(problem.message ?? '') ?? textOf(problem.remarks),
    cause: error,
  });
}

/** Motion Canvas logs what its signals throw as text; the error itself, with its advice, is told by its stack. */
function originalOf(given: unknown): unknown {
  const stack = (given as Problem | undefined)?.stack;
  const last = lastAuthorError();
  return last && stack !== undefined && last.stack === stack ? last : given;
}

function notAScene(file: string, cause: unknown): AuthorError {
  return new AuthorError(`Cannot play ${path.basename(file)}: its default export is not a scene`, {
    at: {file},
    exitCode: ExitCode.scene,
    fix: 'export default makeScene2D(function* (view) { … })',
    cause,
  });
}

/** Where a node is known that was being drawn, a line of the engine says nothing more. */
function positionIn(project: Project, problem: Problem): SourcePosition | undefined {
  const position = problem.stack ? sourceOfStack(problem.stack, project) : undefined;
  return position && failedDrawingOf(problem) && isEngine(path.resolve(project.root, position.file)) ? undefined : position;
}

/** The author's line that a stack in a project's bundle leads to. */
export function sourceOfStack(stack: string, project: Project): SourcePosition | undefined {
  const {root} = project;
  const positions = stackPositions(Object.assign(new Error(''), {stack}), {root, sourceMapOf});
  return positions.find(({file}) => !isEngine(path.resolve(root, file))) ?? positions[0];
}

/** The author's line that called Motion Canvas; undefined where a component of somebody else's did. */
export function directSourceOfStack(stack: string, {root, motionCanvas}: Project): SourcePosition | undefined {
  const positions = stackPositions(Object.assign(new Error(''), {stack}), {root, sourceMapOf, isAuthorFile: () => true});
  const caller = positions.find(position => {
    const file = path.resolve(root, position.file);
    return !file.startsWith(motionCanvas.folder + path.sep) && !isDriver(file);
  });
  if (!caller) return undefined;
  const file = path.resolve(root, caller.file);
  return isEngine(file) || /[\\/]node_modules[\\/]/.test(file) ? undefined : caller;
}

/** Bundles never change under one name. */
const maps = new Map<string, TraceMap | undefined>();

function sourceMapOf(file: string): TraceMap | undefined {
  if (maps.has(file)) return maps.get(file);
  // A process that stays meets a new bundle with each save.
  if (maps.size > 100) maps.clear();
  const map = existsSync(`${file}.map`) ? new TraceMap(readFileSync(`${file}.map`, 'utf8'), file) : undefined;
  maps.set(file, map);
  return map;
}

/** What listens to scenes has its own lines on their stacks. */
function isDriver(file: string): boolean {
  return /^(src\/(timeline|stage)|\.build\/(shared|cli|farm|loop))\//.test(path.relative(packageRoot(), file).split(path.sep).join('/'));
}

/** In Lectern's own repository the engine lies beside the scenes; elsewhere it is a package, and never the author's. */
function isEngine(file: string): boolean {
  return /^src\//.test(path.relative(packageRoot(), file).split(path.sep).join('/'));
}

/** Messages of libraries start and end as they please, and seldom say what failed. */
function sentence(message: string, moment: FilmMoment | undefined): string {
  const text = message.trim().replace(/\.$/, '');
  return /^Cannot (?!read prop|set prop|access)/.test(text) ? text : `Cannot play scene${moment ? ` "${moment.scene}"` : ''}: ${text}`;
}

/** Advice for the messages that JavaScript and Motion Canvas give most often. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/drawChildren is not a function/, 'give Camera.Stage a single node as its scene: <Node>…</Node> around what it shows, not <>…</>'],
  [/Matching between Latex SVG and tex parts failed/, 'make each part of the formula whole by itself: parts are joined without a space, so write ["\\\\Delta", "{y}"]'],
  [/\(intermediate value\)\.glob is not a function/, 'import the files one by one: import.meta.glob is an invention of Vite, which is not at work here'],
  [/Cannot read properties of (null|undefined)|is not a function|is not defined/, 'look at the value before the dot on this line: it was not set when the line ran'],
  [/The provided value is not of type|unknown (hex )?color|unknown format/i, 'give a CSS colour: "#58a6ff", "rgb(88, 166, 255)" or a CSS name'],
  [/is not iterable/, 'yield* takes a generator: call the animation, e.g. node.x(100, 1)'],
  [/infinite loop in the main thread/, 'let it run in the background with yield loop(…), or say how many times: yield* loop(3, …)'],
  [/already being executed by another thread/, 'an animation is played once: make another, or wait for this one with yield* join(task)'],
  [/asynchronous property before the node was ready/, 'wait for the node first: yield view.add(<Img … />), or yield picture()'],
  [/circular dependency/i, 'break the loop: no signal may be computed from itself'],
];

function adviceFor(message: string): string | undefined {
  return ADVICE.find(([pattern]) => pattern.test(message))?.[1];
}

/** Motion Canvas's remarks are HTML for its editor. */
function textOf(remarks: string | undefined): string | undefined {
  return remarks
    ?.replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
