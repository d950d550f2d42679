/**
 * Runs inside Chromium: a scene drawn as Motion Canvas's own renderer draws it, with its Stage and its PlaybackManager.
 *
 * In: the scenes of one bundle. Out, on `window.bench`: frames as RGBA in base64, with the boxes of their nodes.
 */
import {
  bootstrap,
  DependencyContext,
  Logger,
  LogLevel,
  MetaFile,
  PlaybackManager,
  PlaybackState,
  PlaybackStatus,
  SharedWebGLContext,
  Stage,
  Vector2,
  type Project,
  type Scene,
  type SceneDescription,
} from '@motion-canvas/core';
// The package does not export it from its index.
import {ReadOnlyTimeEvents} from '@motion-canvas/core/lib/scenes/timeEvents';
import {sceneSeed} from '../../../src/timeline/sceneTimes';
import {nodeBoxes} from './nodeBoxes';
import {momentsOf, type NodeBox, SCENE_SETTINGS} from './shot';

interface Loaded {
  readonly scenes?: readonly SceneDescription[];
  readonly config?: Omit<Project, 'logger'>;
  readonly metaFile?: {readonly cache?: unknown} | null;
}

interface Settings {
  readonly size: {readonly x: number; readonly y: number};
  readonly fps: number;
  readonly background: string | null;
  readonly resolutionScale: number;
}

/** The settings as a project has them; a .meta file of Motion Canvas 2 leaves the background as plain text. */
type GivenSettings = Omit<Settings, 'background'> & {readonly background: {serialize(): string} | string | null};

/** A frame on its way out of the page. */
export interface SentShot {
  readonly frame: number;
  readonly base64: string;
  readonly boxes: readonly NodeBox[];
}

export interface SentTake {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly shots: readonly SentShot[];
}

declare global {
  interface Window {
    bench?: (count: number, only?: number) => Promise<SentTake>;
  }
}

/** Offers the scenes of a bundle to the bench: `count` moments, or the one of that place among them. */
export function offer(module: Loaded): void {
  window.bench = (count, only) => take(module, count, only);
}

async function take(module: Loaded, count: number, only?: number): Promise<SentTake> {
  await loadFonts();
  const failures: string[] = [];
  const logger = new Logger();
  logger.onLogged.subscribe(({level, message}) => void (level === LogLevel.Error && failures.push(message)));
  const settings = settingsOf(module, logger);
  const playback = new PlaybackManager();
  playback.fps = settings.fps;
  playback.state = PlaybackState.Rendering;
  playback.setup(scenesOf(module, settings, playback, logger));
  const stage = new Stage();
  stage.configure({...settings, size: new Vector2(settings.size), colorSpace: 'srgb'});
  await playback.recalculate();
  await playback.reset();
  // As the renderer does, which so passes by scenes without a frame.
  await playback.seek(0);
  const shots: SentShot[] = [];
  // A scene that ends at once is one picture.
  const frames = Math.max(1, playback.duration);
  for (const frame of momentsOf(frames, count).filter((_, index) => only === undefined || index === only)) {
    const target = frame === frames - 1 ? frames : frame;
    while (playback.frame < target && !playback.finished) await playback.progress();
    await stage.render(playback.currentScene, playback.previousScene);
    shots.push({frame, base64: pixelsOf(stage.finalBuffer), boxes: nodeBoxes(playback.currentScene)});
  }
  if (failures.length > 0) throw new Error(failures[0]);
  return {width: stage.finalBuffer.width, height: stage.finalBuffer.height, frames, shots};
}

/** Motion Canvas never waits for fonts; the bench has to, or it would compare fallback letters. */
async function loadFonts(): Promise<void> {
  await Promise.all([...document.fonts].map(face => face.load()));
}

function settingsOf({config, metaFile}: Loaded, logger: Logger): Settings {
  if (!config) {
    const {size, ...rest} = SCENE_SETTINGS;
    return {...rest, size: {x: size.width, y: size.height}, resolutionScale: 1};
  }
  const meta = new MetaFile<never>('project');
  meta.loadData((metaFile?.cache ?? {}) as never);
  const project = bootstrap('project', {core: '', two: '', ui: '', vitePlugin: ''}, [], {...config, logger} as never, meta, new MetaFile('settings'));
  const {size, fps, background, resolutionScale} = project.meta.getFullRenderingSettings() as unknown as GivenSettings;
  return {size, fps, background: typeof background === 'string' ? background : (background?.serialize() ?? null), resolutionScale};
}

function scenesOf({scenes, config}: Loaded, settings: Settings, playback: PlaybackManager, logger: Logger): Scene[] {
  const status = new PlaybackStatus(playback);
  const sharedWebGLContext = new SharedWebGLContext(logger);
  return (scenes ?? config!.scenes).map(description => {
    const scene = new (description.klass as unknown as new (parts: object) => Scene)({
      ...description,
      meta: metaOf(description as Described),
      logger,
      playback: status,
      size: new Vector2(settings.size),
      resolutionScale: settings.resolutionScale,
      timeEventsClass: ReadOnlyTimeEvents,
      sharedWebGLContext,
      experimentalFeatures: config?.experimentalFeatures ?? false,
    });
    scene.variables.updateSignals(config?.variables ?? {});
    return scene;
  });
}

type Described = SceneDescription & {readonly name: string; readonly hasSeed?: boolean};

/** A scene whose seed no .meta file names would have other random numbers with each reload; on the stage they follow from its name. */
function metaOf({meta, hasSeed, name}: Described): SceneDescription['meta'] {
  const copy = meta.clone();
  if (hasSeed === false) copy.seed.set(sceneSeed(name));
  return copy;
}

function pixelsOf(canvas: HTMLCanvasElement): string {
  const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let text = '';
  for (let i = 0; i < data.length; i += 0x8000) text += String.fromCharCode(...data.subarray(i, i + 0x8000));
  return btoa(text);
}

// A promise that fails between two frames would otherwise only be seen in the console.
window.addEventListener('unhandledrejection', () => void DependencyContext.consumePromises().catch(() => undefined));
