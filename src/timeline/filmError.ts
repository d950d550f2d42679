/** Any failure of a scene, told in the author's terms: their file and line, the scene and the moment. */
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {AuthorError, ExitCode, isAuthorError, type FilmMoment, type SourcePosition} from '../author/authorError';
import {positionFromStack} from '../author/positionFromStack';
import type {MotionCanvas} from './motionCanvas';
import type {Project} from './openProject';

interface Circumstances {
  readonly project: Project;
  readonly motionCanvas: MotionCanvas;
  readonly moment?: FilmMoment;
}

/** What Motion Canvas's logger is given; thrown errors have the same fields. */
interface Problem {
  readonly message?: string;
  readonly stack?: string;
  readonly remarks?: string;
  readonly fix?: string;
  readonly positions?: readonly SourcePosition[];
  readonly moment?: FilmMoment;
  readonly exitCode?: ExitCode;
  readonly notAScene?: string;
}

/** Turns whatever a scene threw or logged into an AuthorError; one that is complete already is returned as it is. */
export function filmErrorOf(error: unknown, {project, moment}: Circumstances): AuthorError {
  const problem: Problem = typeof error === 'object' && error !== null ? error : {message: String(error)};
  if (error instanceof AuthorError && error.positions.length > 0 && (error.moment || !moment)) return error;
  if (problem.notAScene) return notAScene(problem.notAScene, error);
  const known = isAuthorError(error);
  const at = problem.positions?.length ? problem.positions : positionIn(project, problem);
  return new AuthorError(known ? problem.message! : sentence(problem.message ?? 'the scene failed'), {
    at,
    moment: problem.moment ?? moment,
    exitCode: known ? problem.exitCode : ExitCode.scene,
    fix: problem.fix ?? textOf(problem.remarks),
    cause: error,
  });
}

function notAScene(file: string, cause: unknown): AuthorError {
  return new AuthorError(`Cannot play ${path.basename(file)}: its default export is not a scene`, {
    at: {file},
    exitCode: ExitCode.scene,
    fix: 'export default makeScene2D(function* (view) { … })',
    cause,
  });
}

function positionIn(project: Project, problem: Problem): SourcePosition | undefined {
  return problem.stack ? sourceOfStack(problem.stack, project) : undefined;
}

/** The author's line that a stack in a project's bundle leads to. */
export function sourceOfStack(stack: string, project: Project): SourcePosition | undefined {
  return positionFromStack(Object.assign(new Error(''), {stack}), {
    root: project.root,
    sourceMapOf: file => (existsSync(`${file}.map`) ? readFileSync(`${file}.map`, 'utf8') : undefined),
  });
}

/** Messages of libraries start and end as they please. */
function sentence(message: string): string {
  return message.trim().replace(/\.$/, '');
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
