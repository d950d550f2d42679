/**
 * From a project to a film on disk: the story of `lectern render`.
 *
 * In: a project and settings, all plain data. Out: the film with its captions and markers beside it. Every piece that
 * has been drawn before is taken from the store; the rest is drawn on all workers and joined without encoding again.
 */
import {mkdir, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {formatPosition} from '../author/formatAuthorError';
import {checkBeats, lateBeats} from '../chapter/beats';
import {captionCues, formatSrt, formatVtt} from '../chapter/captions';
import type {ChapterFinding} from '../chapter/finding';
import {chapterMarkers, formatDescription, formatMarkerList} from '../chapter/markers';
import {openSlots, requireNoOpenSlots} from '../chapter/openSlots';
import {writeWhole} from '../encoder/disk';
import {findFfmpeg, type Ffmpeg} from '../encoder/ffmpeg';
import {joinFilm, type Film as EncodedFilm} from '../encoder/join';
import {chunkFrames, drawnSize, encoderSettings, profiles, type EncoderOverrides, type EncoderSettings, type ProfileName} from '../encoder/profiles';
import type {Segment} from '../encoder/segment';
import {planChunks, type Chunk} from '../timeline/chunkPlan';
import {stopBundler} from '../timeline/projectBundle';
import type {SceneSpan} from '../timeline/film';
import type {FilmSound} from '../timeline/filmSounds';
import type {SceneWarning} from '../timeline/mistakes/sceneWarning';
import type {OpenedProject, Project} from '../timeline/openProject';
import {chunkKey} from './chunkKey';
import {openChunkStore, type ChunkStore} from './chunkStore';
import type {DrawnSegment, WorkTimes} from './drawChunk';
import {engineHash} from './engineHash';
import {beatsOf, hashFiles} from './fingerprints';
import {finishFilm} from './finishedFilm';
import {crewFor, crewForProject} from './crew';
import {measureFilm} from './measureFilm';
import type {Measurement, PlainFilmOptions} from './messages';
import {startPool, type Pool, type Task} from './pool';

export interface RenderOrder {
  readonly opened: OpenedProject;
  /** The film's path, absolute, ending in .mp4; captions and markers go beside it. */
  readonly path: string;
  readonly profile: ProfileName;
  readonly encoder?: EncoderOverrides;
  readonly film?: PlainFilmOptions;
  /** Worker processes; by default as many as the length of the film and the processors give work to. */
  readonly jobs?: number;
  /** Workers that were started ahead; without them the render starts its own. They end with it. */
  readonly pool?: Pool;
  /** What to render; by default the whole film. */
  readonly range?: FilmRange;
  /** Draw everything again, and keep nothing. */
  readonly noCache?: boolean;
  readonly on?: RenderEvents;
}

/** A part of a film, told before it is known how long the film is. */
export interface FilmRange {
  /** Its frames, end exclusive. */
  of(film: Measurement): {readonly start: number; readonly end: number};
  /** True where the film's first scenes, measured already, say all that `of` asks, so that later ones need not run. */
  isSettledBy(firstScenes: Measurement): boolean;
}

/** What a progress display is told. */
export interface RenderEvents {
  planned?(plan: {readonly frames: number; readonly chunks: number; readonly cachedFrames: number}): void;
  frames?(count: number): void;
  finding?(finding: ChapterFinding): void;
  /** A scene plays, though hardly as it was meant. */
  warning?(warning: SceneWarning): void;
  /** What made frames slow, on this machine. */
  slowness?(warning: SceneWarning): void;
  joining?(): void;
}

export interface RenderReport {
  readonly film: EncodedFilm;
  /** Everything that was written. */
  readonly files: readonly string[];
  readonly frames: number;
  /** Frames in chunks that were drawn in this run, and those of them whose picture was new. */
  readonly drawnFrames: number;
  readonly changedFrames: number;
  readonly ms: WorkTimes;
  readonly spans: readonly SceneSpan[];
}

/**
 * Renders a film.
 *
 * @throws AuthorError from any room; what stood at `path` before stands there still, and finished chunks are kept
 */
export async function renderFilm(order: RenderOrder): Promise<RenderReport> {
  const {project} = order.opened;
  if (profiles[order.profile].isFinal) requireNoOpenSlots(project, order.profile);
  for (const finding of openSlots(project)) order.on?.finding?.(finding);
  // A place that cannot be written is better known before the work than after it.
  await mkdir(path.dirname(order.path), {recursive: true});
  const pool = order.pool ?? startPool();
  const stop = stopOnSignals(pool);
  try {
    const options = filmOptions(order);
    pool.open(project, options);
    const ffmpeg = await findFfmpeg();
    // The bundler has done its work; its process holds some 40 MB.
    stopBundler();
    const measurement = await measureFilm({
      opened: order.opened,
      film: options,
      noCache: order.noCache,
      jobs: order.jobs ?? crewForProject(project),
      onMissing: scenes => pool.ready(order.jobs ?? crewForProject({...project, scenes})),
      isEnough: order.range?.isSettledBy,
    }, pool);
    checkNarration(project, measurement, order.on);
    for (const warning of measurement.warnings) order.on?.warning?.(warning);
    const settings = settingsFor(order, measurement);
    const range = order.range?.of(measurement);
    const store = await openChunkStore(path.join(project.cache, 'chunks'));
    const release = await store.hold();
    try {
      const drawn = await drawChunks(order, store, pool, ffmpeg, measurement, settings, range);
      pool.stop();
      order.on?.joining?.();
      const {film, files} = await assemble(order, ffmpeg, measurement, settings, drawn.segments, range);
      return {film, files, frames: film.frames, spans: measurement.spans, ...drawn.sums};
    } finally {
      await release();
    }
  } finally {
    stop();
    pool.stop();
  }
}

function filmOptions({opened, profile, film}: RenderOrder): PlainFilmOptions {
  const size = film?.size ?? opened.project.chapter?.size;
  // A draft is drawn small; a project that says its own size is asked for it by the scale alone.
  const {scale} = drawnSize(profile, size ?? {width: 1920, height: 1080});
  return {...film, resolutionScale: (film?.resolutionScale ?? 1) * scale};
}

function settingsFor({profile, encoder}: RenderOrder, {settings}: Measurement): EncoderSettings {
  const {size, resolutionScale, fps} = settings;
  const [width, height] = [size.width, size.height].map(length => Math.round(length * resolutionScale));
  return encoderSettings({profile, width, height, fps, overrides: encoder});
}

function checkNarration({scenes, chapter}: Project, {spans, beats, settings}: Measurement, on?: RenderEvents): void {
  if (!chapter) return;
  // A scene that did not have to run has waited for nothing.
  const played = scenes.filter(({name}) => spans.some(span => span.name === name));
  for (const {narration, file, name} of played) {
    if (!narration || narration.source === 'none') continue;
    const used = beats.filter(beat => beat.scene === name && beat.name !== 'end');
    checkBeats(narration, used, file);
    const reached = used.map(beat => ({name: beat.name, frame: Math.round(beat.seconds * settings.fps)}));
    for (const finding of [...narration.warnings, ...lateBeats(narration, reached, settings.fps)]) on?.finding?.(finding);
  }
}

interface Drawn {
  readonly segments: readonly Segment[];
  readonly sums: Pick<RenderReport, 'drawnFrames' | 'changedFrames' | 'ms'>;
}

async function drawChunks(
  order: RenderOrder,
  store: ChunkStore,
  pool: Pool,
  ffmpeg: Ffmpeg,
  measurement: Measurement,
  settings: EncoderSettings,
  range: {readonly start: number; readonly end: number} | undefined,
): Promise<Drawn> {
  const grid = {gopFrames: settings.gopFrames, gopsPerChunk: Math.max(1, Math.round(chunkFrames(settings) / settings.gopFrames))};
  const chunks = planChunks(measurement.spans, grid, range);
  await store.sweep();
  const keyOf = await chunkKeys(order, ffmpeg, measurement, settings);
  const segments = new Array<Segment | undefined>(chunks.length);
  const tasks: (Task & {readonly key: string})[] = [];
  for (const chunk of chunks) {
    const key = keyOf(chunk);
    segments[chunk.index] = order.noCache ? undefined : await store.get(key, chunk.endFrame - chunk.startFrame);
    if (!segments[chunk.index]) tasks.push({key, chunk, order: {ffmpeg, settings, path: store.temporaryPath(key)}});
  }
  const count = (list: readonly Chunk[]) => list.reduce((sum, {startFrame, endFrame}) => sum + endFrame - startFrame, 0);
  const frames = count(chunks);
  order.on?.planned?.({frames, chunks: chunks.length, cachedFrames: frames - count(tasks.map(({chunk}) => chunk))});

  const results: DrawnSegment[] = [];
  const slow = new Map<string, SceneWarning>();
  await pool.draw(tasks, {
    spans: measurement.spans,
    jobs: order.jobs ?? crewFor(count(tasks.map(({chunk}) => chunk))),
    onFrames: number => order.on?.frames?.(number),
    async onDrawn(drawn) {
      const {key} = tasks.find(task => task.chunk.index === drawn.chunk.index)!;
      segments[drawn.chunk.index] = await store.put(key, drawn.segment);
      results.push(drawn);
      for (const warning of drawn.slowness) slow.set(formatPosition(warning.positions[0]!), warning);
    },
  });
  for (const warning of slow.values()) order.on?.slowness?.(warning);
  return {
    segments: segments as Segment[],
    sums: {
      drawnFrames: count(results.map(({chunk}) => chunk)),
      changedFrames: results.reduce((sum, result) => sum + result.drawnFrames, 0),
      ms: sumTimes(results),
    },
  };
}

function sumTimes(results: readonly DrawnSegment[]): WorkTimes {
  const sum = {step: 0, draw: 0, read: 0, encode: 0};
  for (const {ms} of results) for (const part of Object.keys(sum) as (keyof WorkTimes)[]) sum[part] += ms[part];
  return sum;
}

/**
 * Everything that decides a chunk's bytes, hashed.
 *
 * Frames count from the start of the scene, and so does its clock: an edit of one scene leaves the chunks of the others
 * valid wherever they move. A Motion Canvas project's scenes see the film's clock, so there the place counts too.
 */
async function chunkKeys({opened, film}: RenderOrder, ffmpeg: Ffmpeg, measurement: Measurement, settings: EncoderSettings) {
  const {project, bundle} = opened;
  const hashes = new Map<string, string>();
  const sources = async (span: SceneSpan) => hashFiles(bundle.inputsOf(span.file ?? project.file), hashes);
  const common = {
    engine: engineHash(),
    motionCanvas: path.basename(project.motionCanvas.folder),
    fonts: await hashFiles(project.fonts.map(({file}) => file), hashes),
    film: {...film, ...measurement.settings},
    chapter: project.chapter && {theme: project.chapter.theme, seed: project.chapter.seed},
    settings,
    ffmpeg: ffmpeg.build,
    machine: `${process.platform}-${process.arch}-${os.cpus()[0]?.model ?? ''}`,
  };
  const bySpan = new Map<string, {span: SceneSpan; previous?: SceneSpan; record: object}>();
  for (const [index, span] of measurement.spans.entries()) {
    const previous = span.transitionFrames > 0 ? measurement.spans[index - 1] : undefined;
    const scene = async (at: SceneSpan) => ({name: at.name, sources: await sources(at), beats: beatsOf(project.scenes.find(({name}) => name === at.name))});
    const record = {
      scene: await scene(span),
      previous: previous ? {...(await scene(previous)), frames: previous.endFrame - previous.startFrame} : null,
      place: project.kind === 'project' || film?.burnIn ? span.startFrame : null,
      frames: span.endFrame - span.startFrame,
    };
    bySpan.set(span.name, {span, previous, record});
  }
  const end = measurement.spans.at(-1)?.endFrame ?? 0;
  return ({scene, startFrame, endFrame}: Chunk): string => {
    const {span, record} = bySpan.get(scene)!;
    const range = [startFrame - span.startFrame, endFrame - span.startFrame];
    // The film's last frame shows where everything came to rest, so it is not the same frame further from the end.
    return chunkKey({...common, ...record, range, isLast: endFrame === end});
  };
}

async function assemble(
  order: RenderOrder,
  ffmpeg: Ffmpeg,
  measurement: Measurement,
  settings: EncoderSettings,
  segments: readonly Segment[],
  range: {readonly start: number; readonly end: number} | undefined,
): Promise<{film: EncodedFilm; files: string[]}> {
  const {project} = order.opened;
  const {fps} = measurement.settings;
  const texts = range ? undefined : filmTexts(project, measurement);
  const finish = {
    ffmpeg,
    settings,
    segments: [...segments],
    path: order.path,
    title: project.title,
    language: project.chapter?.language,
    captions: texts?.srt,
    chapters: texts?.scenes,
    sounds: soundsWithin(measurement, segments, range?.start ?? 0),
  };
  const film = order.noCache ? await joinFilm(finish) : await finishFilm(finish, project.cache);
  const stem = order.path.replace(/\.\w+$/, '');
  const files = [order.path];
  const write = async (extension: string, text: string | undefined) => {
    const file = `${stem}.${extension}`;
    if (text === undefined) return rm(file, {force: true});
    await writeWhole(file, text);
    files.push(file);
  };
  await write('srt', texts?.srt);
  await write('vtt', texts?.vtt);
  await write('chapters.txt', texts && formatMarkerList(texts.markers, fps));
  await write('description.txt', texts && project.chapter ? formatDescription(project.chapter, texts.markers, fps) : undefined);
  return {film, files};
}

/** Sounds by the clock of what is rendered; those that are over before it or begin after it are left out where that is known. */
function soundsWithin({sounds, settings: {fps}}: Measurement, segments: readonly Segment[], startFrame: number): FilmSound[] {
  const seconds = segments.reduce((sum, {frames}) => sum + frames, 0) / fps;
  return sounds.map(sound => ({...sound, startSeconds: sound.startSeconds - startFrame / fps})).filter(({startSeconds}) => startSeconds < seconds);
}

/** Captions and markers, where the project has narration. */
function filmTexts(project: Project, {spans, settings: {fps}}: Measurement) {
  const told = spans.flatMap(span => {
    const narration = project.scenes.find(({name}) => name === span.name)?.narration;
    return narration && narration.source !== 'none' ? [{...span, narration}] : [];
  });
  if (told.length === 0) return undefined;
  const cues = captionCues(told, {fps});
  const {markers} = chapterMarkers(spans.map(span => ({...span, scene: span.name})), {fps, sections: project.chapter?.sections});
  const {language, title} = project.chapter ?? {};
  // A player jumps to each scene; the list for a video's page must leave out the short ones.
  const scenes = spans.map(({title: name, startFrame, endFrame}) => ({title: name, startFrame, endFrame}));
  return {srt: formatSrt(cues), vtt: formatVtt(cues, {language, title}), markers, scenes};
}

/** Ctrl-C ends the workers first; the chunks that are finished stay in the store. */
function stopOnSignals(pool: Pool): () => void {
  const codes = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const;
  const handlers = Object.entries(codes).map(([signal, code]) => {
    const handler = () => {
      pool.stop();
      process.stderr.write('\nStopped. Finished chunks are kept: the same command goes on from here.\n');
      process.exit(code);
    };
    process.on(signal, handler);
    return [signal, handler] as const;
  });
  return () => handlers.forEach(([signal, handler]) => process.off(signal, handler));
}
