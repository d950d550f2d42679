/** `lectern render`: a chapter, a project or a scene as an mp4. */
import {existsSync} from 'node:fs';
import path from 'node:path';
import pc from 'picocolors';
import {AuthorError, ExitCode} from '../author/authorError';
import type {EncoderOverrides, ProfileName} from '../encoder/profiles';
import {startPool} from '../farm/pool';
import type {RenderReport} from '../farm/renderFilm';
import type {Project} from '../timeline/openProject';
import {frameCount} from './frameCount';
import {filmRange} from './frameRange';
import {printWarnings, type Warning} from './printWarnings';
import {showProgress, type Progress} from './progress';
import {findTarget} from './target';

export interface RenderFlags {
  readonly out?: string;
  readonly for: ProfileName;
  readonly range?: string;
  readonly jobs?: number;
  readonly scale?: number;
  readonly fps?: number;
  readonly background?: string;
  readonly text: 'portable' | 'system';
  readonly crf?: number;
  readonly preset?: EncoderOverrides['preset'];
  readonly tune?: EncoderOverrides['tune'];
  readonly gop?: number;
  readonly cache: boolean;
  readonly overwrite: 'always' | 'never';
  readonly longestScene?: number;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Renders and says where the film is: its path on stdout, or with --json one line of figures. */
export async function render(name: string, scenes: readonly string[], flags: RenderFlags): Promise<void> {
  const start = performance.now();
  const target = findTarget(name, scenes);
  // A worker loads what it needs while this process does.
  const pool = startPool();
  pool.warm();
  const warnings: Warning[] = [];
  // No reason to refuse a film: another machine may not be slow.
  const slowness: Warning[] = [];
  let progress: Progress | undefined;
  let firstFrame: number | undefined;
  try {
    const [{openProject}, {renderFilm}] = await Promise.all([import('../timeline/openProject'), import('../farm/renderFilm')]);
    const opened = await openProject(target.file, {scenes: target.scenes});
    const file = outFile(flags, opened.project, target.scenes);
    progress = showProgress(path.relative(process.cwd(), file), flags);
    const {events} = progress;
    const report = await renderFilm({
      opened,
      pool,
      path: file,
      profile: flags.for,
      encoder: defined({crf: flags.crf, preset: flags.preset, tune: flags.tune, gopFrames: flags.gop}),
      film: defined({resolutionScale: flags.scale, fps: flags.fps, background: flags.background, textRenderer: flags.text, longestSceneSeconds: flags.longestScene}),
      jobs: flags.jobs,
      noCache: !flags.cache,
      range: flags.range === undefined ? undefined : filmRange(flags.range, opened.project),
      on: {
        ...events,
        finding: ({message, fix, at}) => warnings.push({message, fix, positions: at ? [at] : []}),
        warning: warning => warnings.push(warning),
        slowness: warning => slowness.push(warning),
        frames: count => {
          firstFrame ??= performance.now();
          events.frames?.(count);
        },
      },
    });
    progress.stop();
    const seen = warnings.splice(0);
    if (!flags.quiet) printWarnings(slowness);
    reportWarnings(seen, flags);
    // The process began before this function did.
    const startup = firstFrame === undefined ? null : firstFrame / 1000;
    print(report, file, {seconds: (performance.now() - start) / 1000, startup}, flags);
  } catch (error) {
    progress?.stop();
    // What was noticed before it is often the cause.
    if (!flags.quiet) printWarnings(warnings);
    throw error;
  } finally {
    progress?.stop();
    pool.stop();
  }
}

function outFile({out, overwrite}: RenderFlags, project: Project, scenes: readonly string[]): string {
  const stem = [project.name, ...scenes.map(scene => scene.replace(/[^\w.-]+/g, '-'))].join('-');
  const file = path.resolve(out ?? path.join('renders', `${stem}.mp4`));
  if (path.extname(file) !== '.mp4') {
    throw new AuthorError(`Cannot write ${path.basename(file)}: films are written as mp4`, {exitCode: ExitCode.usage, fix: `--out ${file.replace(/\.\w+$/, '')}.mp4`});
  }
  if (overwrite === 'never' && existsSync(file)) {
    throw new AuthorError(`Cannot write ${file}: it exists`, {exitCode: ExitCode.usage, fix: 'give another --out, or --overwrite always'});
  }
  return file;
}

function reportWarnings(warnings: readonly Warning[], {quiet, strict}: RenderFlags): void {
  if (!quiet) printWarnings(warnings);
  if (strict && warnings.length > 0) {
    throw new AuthorError(`Cannot pass the film: ${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'} with --strict`, {exitCode: ExitCode.verification});
  }
}

function print({film, files, frames, drawnFrames, changedFrames, ms}: RenderReport, file: string, {seconds, startup}: {seconds: number; startup: number | null}, {json, quiet}: RenderFlags): void {
  if (json) {
    const figures = {file, frames, duration_s: film.durationSeconds, bytes: film.bytes, sha256: film.sha256, wall_s: round(seconds), startup_s: startup === null ? null : round(startup), fps: round(frames / seconds), drawn_frames: drawnFrames, changed_frames: changedFrames, ms, files};
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return;
  }
  process.stdout.write(`${shortPath(file)}\n`);
  if (quiet) return;
  const kept = frames - drawnFrames;
  process.stderr.write(pc.dim(`${frameCount(frames)}, ${film.durationSeconds.toFixed(2)} s of film, ${(film.bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s${kept > 0 ? ` (${frameCount(kept)} from the store)` : ''}\n`));
}

/** A path as the author would type it. */
function shortPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Flags that were not given must not override what a profile or a chapter says. */
function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
