/**
 * Where the scenes of a film lie: remembered for each scene that has not changed, found out by running it once for each
 * that has. In: an opened project. Out: spans and reached beats, in the order of the film. The first step of a render.
 */
import path from 'node:path';
import {AuthorError, isAuthorError, type FilmMoment} from '../author/authorError';
import {withPicture, type SceneSpan} from '../timeline/film';
import type {FilmSound} from '../timeline/filmSounds';
import type {SceneWarning} from '../timeline/mistakes/sceneWarning';
import type {OpenedProject, Project, ProjectScene} from '../timeline/openProject';
import {toTimecode} from '../timeline/timecode';
import {chunkKey} from './chunkKey';
import {engineHash} from './engineHash';
import {beatsOf, hashFiles} from './fingerprints';
import {keepRecord, readRecord} from './keptRecord';
import type {Measurement, PlainFilmOptions} from './messages';
import type {Measured, Pool} from './pool';

export interface MeasureOrder {
  readonly opened: OpenedProject;
  readonly film: PlainFilmOptions;
  /** Run every scene, and remember nothing. */
  readonly noCache?: boolean;
  /** Processes to share the scenes between. */
  readonly jobs: number;
  /** Told which scenes have to run, if any: most likely they will be drawn, too. */
  readonly onMissing?: (scenes: readonly ProjectScene[]) => void;
  /** Whether the scenes measured so far, the first ones of the film, are all that is asked for; by default none are left out. */
  readonly isEnough?: (film: Measurement) => boolean;
}

/**
 * Measures a film.
 *
 * A scene of a chapter has a clock of its own, so it is measured alone and stays as long as it is, whatever its
 * neighbours become. The scenes of a Motion Canvas project see the film's clock: they run together, in order.
 *
 * @throws AuthorError for the first scene of the film that fails, at the film's own time
 */
export async function measureFilm(order: MeasureOrder, pool: Pick<Pool, 'measure'>): Promise<Measurement> {
  const parts = await partsOf(order);
  const known = await Promise.all(parts.map(part => (order.noCache ? undefined : readRecord<Measurement>(part.file))));
  const missing = parts.filter((_, index) => known[index] === undefined);
  /** What is known of the film's first scenes, without a gap. */
  const firstOnes = (found: readonly (Measured | undefined)[]): Measured[] => {
    const results = parts.map((part, index): Measured | undefined => {
      const measurement = known[index];
      return measurement ? {measurement} : found[missing.indexOf(part)];
    });
    const gap = results.indexOf(undefined);
    return results.slice(0, gap < 0 ? undefined : gap) as Measured[];
  };
  const isEnough = (found: readonly (Measured | undefined)[]): boolean => {
    const results = firstOnes(found);
    return order.isEnough !== undefined && results.length > 0 && results.every(result => 'measurement' in result) && order.isEnough(joined(results));
  };
  const hasToRun = missing.length > 0 && !isEnough([]);
  if (hasToRun) order.onMissing?.(missing.flatMap(({scene}) => (scene === null ? [] : [order.opened.project.scenes[scene]!])));
  const found = hasToRun ? await pool.measure(missing.map(({scene}) => scene), {jobs: order.jobs, isEnough}) : [];
  const results = firstOnes(found);
  if (!order.noCache) await Promise.all(missing.map((part, index) => remember(part.file, found[index])));
  return withTitles(joined(results), order.opened.project);
}

/** What is measured in one go, and where the result is kept. */
interface Part {
  readonly scene: number | null;
  readonly file: string;
}

async function partsOf({opened: {project, bundle}, film}: MeasureOrder): Promise<Part[]> {
  const hashes = new Map<string, string>();
  const part = async (scene: number | null, files: readonly string[], beats: unknown): Promise<Part> => {
    const key = chunkKey({
      engine: engineHash(),
      motionCanvas: path.basename(project.motionCanvas.folder),
      fonts: await hashFiles(project.fonts.map(({file}) => file), hashes),
      sources: await hashFiles([...new Set(files.flatMap(file => bundle.inputsOf(file)))].sort(), hashes),
      film,
      chapter: project.chapter && {theme: project.chapter.theme, seed: project.chapter.seed, fps: project.chapter.fps, size: project.chapter.size, background: project.chapter.background},
      beats,
    });
    return {scene, file: path.join(project.cache, 'measurements', `${key}.json`)};
  };
  if (project.kind === 'project') return [await part(null, [project.file], null)];
  return Promise.all(project.scenes.map(scene => part(project.scenes.indexOf(scene), [scene.file], [scene.name, beatsOf(scene)])));
}

/** A scene that has run is remembered also where another has failed. */
async function remember(file: string, result: Measured | undefined): Promise<void> {
  if (result === undefined || 'error' in result) return;
  await keepRecord(file, result.measurement);
}

/** Puts scenes that were measured from frame 0 one after another. */
function joined(results: readonly Measured[]): Measurement {
  const spans: SceneSpan[] = [];
  const measurements: Measurement[] = [];
  const sounds: FilmSound[] = [];
  const warnings: SceneWarning[] = [];
  for (const result of results) {
    const start = spans.at(-1)?.endFrame ?? 0;
    if ('error' in result) throw later(result.error, start, measurements.at(0)?.settings.fps);
    measurements.push(result.measurement);
    const {settings, sounds: own} = result.measurement;
    sounds.push(...own.map(sound => ({...sound, startSeconds: sound.startSeconds + start / settings.fps})));
    warnings.push(...result.measurement.warnings.map(warning => ({...warning, moment: laterMoment(warning.moment, start, settings.fps)})));
    spans.push(...result.measurement.spans.map(span => ({...span, startFrame: start + span.startFrame, endFrame: start + span.endFrame})));
  }
  return {settings: measurements[0]!.settings, spans: withPicture(spans), beats: measurements.flatMap(({beats}) => beats), sounds, warnings};
}

/** Titles come from the narration as it is now: a new one needs no scene to run. */
function withTitles(film: Measurement, {scenes}: Project): Measurement {
  const titles = new Map(scenes.map(({name, narration}) => [name, narration?.title]));
  return {...film, spans: film.spans.map(span => ({...span, title: titles.get(span.name) ?? span.name}))};
}

/** A failure of a scene that ran alone, moved to where the scene lies in the film. */
function later(error: unknown, frames: number, fps: number | undefined): unknown {
  if (!isAuthorError(error) || error.moment?.frame === undefined || fps === undefined) return error;
  const {message, fix, positions: at, node, exitCode, cause} = error;
  const moved = new AuthorError(message, {fix, at, node, exitCode, cause, moment: laterMoment(error.moment, frames, fps)});
  moved.stack = error.stack;
  return moved;
}

function laterMoment(moment: FilmMoment, frames: number, fps: number): FilmMoment {
  if (moment.frame === undefined) return moment;
  const frame = moment.frame + frames;
  return {...moment, frame, timecode: toTimecode(frame, fps)};
}
