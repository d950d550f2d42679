/**
 * The driver: a project as a row of frames.
 *
 * In: a Project record. Out: frames on one canvas, drawn in any order. Law: frame n is the same picture however it is
 * reached, stepped to or sought, alone or in a chunk. Called by the command line, by chunk workers and by checks.
 */
import type {PlaybackManager, PlaybackStatus, Scene} from '@motion-canvas/core';
import path from 'node:path';
import {AuthorError, ExitCode, type FilmMoment, type SourcePosition} from '../author/authorError';
import {nodePath} from '../author/nodePath';
import {sourceOf} from '../author/nodeSources';
import {createStage, type Stage} from '../stage/stage';
import {drawBurnIn} from './burnIn';
import {directSourceOfStack, filmErrorOf, sourceOfStack} from './filmError';
import {projectTrack, soundsOfScene, type FilmSound} from './filmSounds';
import {beatWarnings} from './mistakes/beatMistakes';
import {endsAtOnce} from './mistakes/endsAtOnce';
import {watchSlowFrames, type HeavyFunction, type SlowFrames} from './mistakes/heavyComputed';
import {watchForMistakes, type MistakeWatch} from './mistakes/sceneMistakes';
import {isSceneReport, sceneReport} from './mistakes/sceneReport';
import type {SceneWarning} from './mistakes/sceneWarning';
import {suspendedAt} from './mistakes/suspended';
import {loadMotionCanvas, type MotionCanvas} from './motionCanvas';
import {bundleUrl, type Project} from './openProject';
import {setUp, type FilmSettings, type FilmSetup, type LoadedScene, type ProjectModule} from './filmSetup';
import {createSceneClocks, type ReachedBeat, type SceneClocks} from './sceneClock';
import {beatTimes, holdSeconds, sceneSeed} from './sceneTimes';
import {toTimecode} from './timecode';

/** A scene's place in the film. Frames count from 0; the end is exclusive. */
export interface SceneSpan {
  readonly name: string;
  readonly title: string;
  /** The author's file, absolute; missing where a project made the scene without `?scene`. */
  readonly file?: string;
  readonly startFrame: number;
  readonly endFrame: number;
  /** Frames at the start during which the scene before is seen too. */
  readonly transitionFrames: number;
}

export type {FilmSettings};

export interface FilmOptions {
  readonly fps?: number;
  readonly size?: {readonly width: number; readonly height: number};
  readonly resolutionScale?: number;
  readonly background?: string;
  /** `system` equals Chromium on Linux to the bit; `portable` draws the same pixels on every system. */
  readonly textRenderer?: 'portable' | 'system';
  /** Values for the project's variables, over its own. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Where the scenes lie, in order, if it is known: spares running each of them once. Undefined ones are run. */
  readonly spans?: readonly (SceneSpan | undefined)[];
  /** A scene that goes on for longer is an endless loop, seconds. */
  readonly longestSceneSeconds?: number;
  /** Writes scene, beat, frame and timecode into each picture, for notes. */
  readonly burnIn?: boolean;
  /** Paint every node in every frame: the same pixels, more slowly. For comparing. */
  readonly paintsWhole?: boolean;
  /** A scene that waits for longer, on an asset or a promise, will wait for ever, seconds. */
  readonly longestWaitSeconds?: number;
  /** Told what the scenes log. */
  readonly onLog?: (level: string, message: string) => void;
}

/** One drawn frame: valid until the next one is drawn. */
export interface DrawnFrame {
  readonly index: number;
  readonly scene: string;
  /** False where this picture is known to equal the one drawn before it. */
  readonly changed: boolean;
}

const DEFAULT_LONGEST_SCENE = 20 * 60;
const DEFAULT_LONGEST_WAIT = 120;

/**
 * Opens a film: imports the project's module and finds out how long each scene is.
 *
 * @throws AuthorError for a scene that throws, or that does not end within `longestSceneSeconds`
 */
export async function openFilm(project: Project, options: FilmOptions = {}): Promise<Film> {
  const film = await loadFilm(project, options);
  try {
    await film.measure();
    return film;
  } catch (error) {
    throw filmErrorOf(error, {project});
  }
}

/** Imports the project's module. Before a frame can be drawn its scenes must be measured, or placed where others found them. */
export async function loadFilm(project: Project, options: FilmOptions = {}): Promise<Film> {
  const motionCanvas = await loadMotionCanvas(project.motionCanvas.folder);
  const stage = createStage({
    root: project.root,
    fonts: project.fonts,
    textRenderer: options.textRenderer ?? 'portable',
    // A project was made in a browser, which takes another font without a word; what is written for here should be right.
    missingFamilies: project.kind === 'project' ? 'replace' : 'refuse',
    motionCanvas,
    paintsWhole: options.paintsWhole,
  });
  try {
    const module = (await import(bundleUrl(project))) as ProjectModule;
    const setup = setUp(module, project, motionCanvas, options);
    return new Film(project, motionCanvas, stage, setup, options);
  } catch (error) {
    throw filmErrorOf(error, {project});
  }
}

export class Film {
  public readonly settings: FilmSettings;
  private spans: readonly SceneSpan[] = [];
  private readonly playback: PlaybackManager;
  private readonly status: PlaybackStatus;
  private readonly clocks: SceneClocks;
  private readonly scenes: Scene[];
  /** What each scene runs, the author's own, since it was begun. */
  private readonly generators: (object | undefined)[] = [];
  private problem: AuthorError | null = null;
  /** Whether the current scene stands at the current frame; false before the first drawing. */
  private standing = false;
  private seen: Scene | null = null;
  private readonly comingIn = new Set<Scene>();
  private mistakes: MistakeWatch | null = null;
  /** What the scene that is being measured has logged. */
  private reports: SceneWarning[] = [];
  private readonly found = new Map<Scene, readonly SceneWarning[]>();
  private readonly paces = new Map<Scene, SlowFrames>();
  private readonly slow: SceneWarning[] = [];
  private readonly spent = {step: 0, draw: 0};

  public constructor(
    public readonly project: Project,
    private readonly motionCanvas: MotionCanvas,
    public readonly stage: Stage,
    private readonly setup: FilmSetup,
    private readonly options: FilmOptions,
  ) {
    const {core} = motionCanvas;
    this.settings = setup.settings;
    this.playback = new core.PlaybackManager();
    this.playback.fps = setup.settings.fps;
    this.playback.state = core.PlaybackState.Rendering;
    this.status = new core.PlaybackStatus(this.playback);
    this.clocks = createSceneClocks(beatTargets(setup, this.settings.fps), core.ValueDispatcher);
    this.scenes = setup.descriptions.map((description, index) => this.createScene(description, index));
    this.playback.setup(this.scenes);
    stage.resize(setup.settings);
  }

  /** The scenes in order, with their frames. */
  public get sceneSpans(): readonly SceneSpan[] {
    return this.spans;
  }

  /** Number of frames of the film, from the first to the last, both included; none is drawn twice at a scene's edge. */
  public get frames(): number {
    return this.spans.at(-1)?.endFrame ?? 0;
  }

  /** The scene of the frame that was drawn last. */
  public get currentScene(): Scene {
    return this.playback.currentScene;
  }

  /** Milliseconds spent so far in stepping scenes and in drawing them. */
  public get times(): {readonly step: number; readonly draw: number} {
    return {...this.spent};
  }

  /** The beats that a scene waited for, once it has run. */
  public reachedBeats(scene: string): readonly ReachedBeat[] {
    return this.clocks.reachedBy(scene);
  }

  /** What plays, though hardly as it was meant, in the scenes that were run to be measured. */
  public get warnings(): readonly SceneWarning[] {
    return this.scenes.flatMap(scene => this.found.get(scene) ?? []);
  }

  /** What made frames slow that were drawn. */
  public get slowness(): readonly SceneWarning[] {
    return this.slow;
  }

  /** The project's track and the sounds that scenes play (Motion Canvas 3.18), at their times in the film. */
  public get sounds(): readonly FilmSound[] {
    const {project, setup} = this;
    // The clock of a scene in a chapter starts with the scene, that of a project with the film.
    const offset = (index: number) => (project.kind === 'project' ? 0 : this.spans[index].startFrame / setup.settings.fps);
    return [
      ...projectTrack(setup.track.audio, setup.track.offsetSeconds, project.root),
      ...this.scenes.flatMap((_, index) => this.soundsOf(index, offset(index))),
    ];
  }

  /** What one scene plays, once it has run; `offsetSeconds` is added to its clock. */
  public soundsOf(index: number, offsetSeconds: number): readonly FilmSound[] {
    return soundsOfScene(this.scenes[index], offsetSeconds, this.project.root);
  }

  /** Runs each scene once without drawing, or takes the spans that are known already. */
  public async measure(): Promise<void> {
    this.options.spans?.forEach((span, index) => span && setSpan(this.scenes[index], span));
    this.playback.frame = 0;
    for (const scene of this.scenes) await this.run(scene);
    this.stand(this.scenes.map((scene, index) => this.spanOf(scene, index)));
  }

  /**
   * Runs one scene alone, without drawing.
   *
   * @returns its span as if the film began with it
   * @throws AuthorError as {@link openFilm} does, at the moment counted from the scene's start
   */
  public async measureScene(index: number): Promise<SceneSpan> {
    this.standing = false;
    this.playback.frame = 0;
    await this.run(this.scenes[index]);
    return this.spanOf(this.scenes[index], index);
  }

  /** Takes over where the scenes lie, one span for each scene in order. */
  public place(spans: readonly SceneSpan[]): void {
    spans.forEach((span, index) => setSpan(this.scenes[index], span));
    this.stand(spans);
  }

  private stand(spans: readonly SceneSpan[]): void {
    this.spans = withPicture(spans);
    // Motion Canvas's playback never leaves a scene that is over when it begins.
    this.playback.setup(this.scenes.filter((_, index) => this.spans[index] === undefined || lasts(this.spans[index])));
    this.playback.duration = this.frames;
    this.standing = false;
  }

  /** From the scene's first frame to its last; the film's clock goes on from where it was. */
  private async run(scene: Scene): Promise<void> {
    const limit = Math.ceil((this.options.longestSceneSeconds ?? DEFAULT_LONGEST_SCENE) * this.settings.fps);
    const start = this.playback.frame;
    this.reports = [];
    try {
      const mistakes = this.watchForMistakes(scene);
      this.mistakes = mistakes;
      await this.guard(scene, () =>
        scene.recalculate(frame => {
          if (frame === start + 1 && !scene.isAfterTransitionIn()) this.comingIn.add(scene);
          inside(scene).execute(() => mistakes.frameEnded());
          this.playback.frame = frame;
          if (frame - start > limit) throw this.endless(scene, limit / this.settings.fps);
        }),
      );
      const {name, lastFrame, firstFrame} = scene;
      const told = [...this.beatWarnings(scene), ...this.reports, ...inside(scene).execute(() => mistakes.warnings())];
      // Whatever else was found is why it ends.
      const isLost = lastFrame === firstFrame && told.length === 0;
      this.found.set(scene, isLost ? [endsAtOnce(this.moment({scene: name, frame: firstFrame}), this.fileOf(scene))] : told);
    } finally {
      this.mistakes?.stop();
      this.mistakes = null;
    }
  }

  private endless(scene: Scene, seconds: number): AuthorError {
    return new AuthorError(`Cannot play scene "${scene.name}": it does not end within ${seconds} s`, {
      at: this.standsAt(scene),
      exitCode: ExitCode.scene,
      fix: 'end the loop that keeps the scene running, start it with spawn() or in the background (yield without *), or allow more with --longest-scene',
    });
  }

  private silent(scene: Scene, seconds: number): AuthorError {
    return new AuthorError(`Cannot play scene "${scene.name}": something that it waits for has not answered within ${seconds} s`, {
      at: this.standsAt(scene),
      exitCode: ExitCode.scene,
      fix: 'look for a promise that is yielded and never settles: a download, a picture, a timer',
    });
  }

  /** The line at which a scene waits. */
  private standsAt(scene: Scene): SourcePosition | undefined {
    const generator = this.generators[this.scenes.indexOf(scene)];
    return generator && sourceOfStack(suspendedAt(generator), this.project);
  }

  private paceOf(scene: Scene): SlowFrames {
    const known = this.paces.get(scene) ?? watchSlowFrames(path.basename(this.project.motionCanvas.folder));
    this.paces.set(scene, known);
    return known;
  }

  private tellHeavy(scene: Scene, {stack, share, millisecondsPerFrame}: HeavyFunction): void {
    const at = directSourceOfStack(stack, this.project);
    // A function that is compiled anew while it runs is told of twice.
    if (!at || this.slow.some(({positions: [known]}) => known?.file === at.file && known.line === at.line)) return;
    this.slow.push({
      rule: 'computed-heavy',
      positions: [at],
      moment: this.moment({scene: scene.name, frame: this.playback.frame}),
      message: `A computed value takes ${Math.round(share * 100)} % of each frame here: ${Math.round(millisecondsPerFrame)} ms`,
      fix: 'compute what does not change once, outside the function, or read fewer signals in it',
    });
  }

  private beatWarnings(scene: Scene): readonly SceneWarning[] {
    const {project, setup, scenes} = this;
    // In a Motion Canvas project an event comes at once until it is moved in the editor.
    if (project.kind === 'project') return [];
    const index = scenes.indexOf(scene);
    return beatWarnings(this.clocks.reachedBy(scene.name), {
      file: setup.descriptions[index].file,
      narration: setup.scenes[index]?.narration,
      momentAt: seconds => this.moment({scene: scene.name, frame: scene.firstFrame + Math.round(seconds * this.settings.fps)}),
      placeOf: stack => sourceOfStack(stack, project),
    });
  }

  private fileOf(scene: Scene): string | undefined {
    return this.setup.descriptions[this.scenes.indexOf(scene)].file;
  }

  private watchForMistakes(scene: Scene): MistakeWatch {
    const {project, playback} = this;
    return watchForMistakes(this.motionCanvas, {
      file: this.fileOf(scene),
      root: project.root,
      frame: () => playback.frame,
      momentOf: frame => this.moment({scene: scene.name, frame}),
      placeOf: ({stack = ''}) => directSourceOfStack(stack, project),
    });
  }

  /**
   * Draws one frame onto the stage's canvas.
   *
   * @param index - 0 … frames - 1, in any order; the next one is the cheapest
   * @throws AuthorError at the author's line for whatever the scene got wrong
   */
  public async draw(index: number): Promise<DrawnFrame> {
    if (!Number.isInteger(index) || index < 0 || index >= this.frames) {
      throw new RangeError(`Cannot draw frame ${index}: the film has frames 0 to ${this.frames - 1}`);
    }
    const start = performance.now();
    await this.goTo(this.playbackFrame(index));
    const stepped = performance.now();
    const {currentScene: scene, previousScene} = this.playback;
    const pace = this.paceOf(scene);
    pace.begin();
    const changed = await this.guard(scene, () => this.paint(scene, previousScene));
    if (changed) for (const heavy of pace.end(performance.now() - stepped)) this.tellHeavy(scene, heavy);
    if (this.options.burnIn) this.burnIn(index, scene.name);
    this.spent.step += stepped - start;
    this.spent.draw += performance.now() - stepped;
    // Skia hands pixels to finalizers that run in macrotasks only: without this, each frame stays in memory.
    await new Promise(resolve => setImmediate(resolve));
    this.seen = scene;
    return {index, scene: scene.name, changed};
  }

  /** The last frame of a film shows where everything came to rest; all others show their own moment. */
  private playbackFrame(index: number): number {
    return index === this.frames - 1 ? this.frames : index;
  }

  private async goTo(frame: number): Promise<void> {
    const target = this.sceneAt(frame);
    const entry = this.entryFor(target, frame);
    const at = this.scenes.indexOf(this.playback.currentScene);
    const canStep = this.standing && this.playback.frame <= frame && at >= entry && at <= target && !this.problem;
    if (!canStep || (at < target && this.playback.frame < this.spans[entry].startFrame)) await this.restartAt(entry);
    while (this.playback.frame < frame && !this.playback.finished) {
      const scene = this.playback.currentScene;
      await this.guard(scene, () => this.playback.progress());
    }
  }

  private sceneAt(frame: number): number {
    const index = this.spans.findIndex(span => span.endFrame > frame);
    return index < 0 ? this.spans.findLastIndex(lasts) : index;
  }

  /** During a transition the scene before is on screen as well, so it has to run too. */
  private entryFor(target: number, frame: number): number {
    const {startFrame, transitionFrames} = this.spans[target];
    if (transitionFrames === 0 || frame > startFrame + transitionFrames) return target;
    const before = this.spans.findLastIndex((span, index) => index < target && lasts(span));
    return before < 0 ? target : before;
  }

  private async restartAt(index: number): Promise<void> {
    const {playback} = this;
    playback.previousScene = null;
    playback.currentScene = this.scenes[index];
    playback.frame = this.spans[index].startFrame;
    playback.finished = false;
    this.problem = null;
    this.standing = true;
    await this.guard(playback.currentScene, () => playback.currentScene.reset());
  }

  private async paint(scene: Scene, previousScene: Scene | null): Promise<boolean> {
    if (previousScene) {
      await this.stage.drawTransition(scene, previousScene, unwrap(scene.previousOnTop));
      return true;
    }
    return this.stage.drawScene(scene, {always: this.seen !== scene || Boolean(this.options.burnIn)});
  }

  private burnIn(index: number, name: string): void {
    const {fps} = this.settings;
    const sceneFrame = index - this.spans.find(span => span.name === name)!.startFrame;
    const beats = this.setup.scenes.find(scene => scene?.name === name)?.narration?.beats ?? [];
    const beat = beats.filter(({seconds}) => Math.round(seconds * fps) <= sceneFrame).at(-1)?.name;
    drawBurnIn(this.stage.canvas, {scene: name, beat, sceneFrame, timecode: toTimecode(index, fps)});
  }

  private createScene(description: LoadedScene, index: number): Scene {
    const {core} = this.motionCanvas;
    const {settings, variables, experimentalFeatures, scenes} = this.setup;
    const name = description.name ?? `scene-${index + 1}`;
    const meta = description.meta.clone();
    // Motion Canvas takes a random seed where no .meta file names one: the same film must come out twice.
    if (!description.hasSeed) meta.seed.set(sceneSeed(name));
    const hold = holdSeconds(scenes[index]?.narration, settings.fps);
    const Class = description.klass as unknown as new (parts: object) => Scene;
    const scene = new Class({
      ...description,
      name,
      meta,
      config: heldScene(this.remembered(description.config as SceneRunner, index), hold, core),
      logger: this.createLogger(name),
      playback: this.clockOf(index),
      size: new core.Vector2(settings.size.width, settings.size.height),
      resolutionScale: settings.resolutionScale,
      timeEventsClass: this.clocks.timeEventsClass,
      sharedWebGLContext: this.stage.createWebGLContext(),
      experimentalFeatures,
    });
    scene.variables.updateSignals(variables);
    return scene;
  }

  private remembered(runner: SceneRunner, index: number): SceneRunner {
    const {generators} = this;
    // Motion Canvas names tasks by a function's prototype, which an arrow does not have.
    return function remembered(view) {
      const generator = runner(view);
      generators[index] = generator;
      return generator;
    };
  }

  /**
   * In a chapter a scene's time starts with the scene: alone, in a chapter or after an edit of another scene it draws the
   * same pictures. A Motion Canvas project keeps the film's time, as in its editor.
   */
  private clockOf(index: number): PlaybackStatus {
    if (this.project.kind === 'project') return this.status;
    const {core} = this.motionCanvas;
    const startFrame = () => this.scenes[index]?.firstFrame ?? 0;
    return new (class extends core.PlaybackStatus {
      public override get time(): number {
        return this.framesToSeconds(this.frame - startFrame());
      }
    })(this.playback);
  }

  /** Motion Canvas logs its errors and plays on; here an error ends the film. */
  private createLogger(scene: string) {
    const {core} = this.motionCanvas;
    const logger = new core.Logger();
    logger.onLogged.subscribe(payload => {
      this.options.onLog?.(payload.level ?? 'info', payload.message);
      if (payload.level === core.LogLevel.Warn) this.mistakes?.warned(payload.message);
      if (payload.level !== core.LogLevel.Error && payload.level !== core.LogLevel.Warn) return;
      const moment = this.moment({scene, frame: this.playback.frame});
      const {stack = ''} = new Error();
      if (isSceneReport(stack, this.project)) {
        if (this.mistakes) this.reports.push(sceneReport(payload.message, {moment, at: sourceOfStack(stack, this.project)}));
        return;
      }
      if (payload.level !== core.LogLevel.Error || this.problem) return;
      const node = payload.inspect ? this.nodeNamed(payload.inspect) : null;
      this.problem = filmErrorOf(payload, {project: this.project, moment, ...(node && {at: sourceOf(node), node: nodePath(node)})});
    });
    return logger;
  }

  private nodeNamed(key: string): object | null {
    return (this.playback.currentScene as unknown as {getNode(key: string): object | null}).getNode(key);
  }

  /** Runs a step of a scene; what it throws or logs becomes an error with the scene and the moment. */
  private async guard<T>(scene: Scene, step: () => Promise<T>): Promise<T> {
    try {
      const seconds = this.options.longestWaitSeconds ?? DEFAULT_LONGEST_WAIT;
      const result = await answered(step(), seconds, () => this.silent(scene, seconds));
      const failure = this.problem ?? this.stage.takeFailure(scene);
      if (failure) throw failure;
      return result;
    } catch (error) {
      const moment = this.moment({scene: scene.name, frame: this.playback.frame});
      // What failed first is the cause; what is thrown after it is mostly its consequence. An asset fails before all.
      const cause = this.stage.takeFailure(scene) ?? this.problem ?? error;
      this.problem = filmErrorOf(cause, {project: this.project, moment});
      this.motionCanvas.forgetFailure();
      throw this.problem;
    }
  }

  private moment({scene, frame}: {scene: string; frame: number}): FilmMoment {
    const {fps} = this.settings;
    const start = this.scenes.find(({name}) => name === scene)?.firstFrame ?? 0;
    // A scene runs ahead of its picture, by up to a frame.
    return {scene, frame, timecode: toTimecode(frame, fps), beat: this.clocks.beatAt(scene, (frame - start + 1) / fps)};
  }

  private spanOf(scene: Scene, index: number): SceneSpan {
    const narration = this.setup.scenes[index]?.narration;
    const {transitionDuration, duration} = (scene as unknown as {cache: {current: {transitionDuration: number; duration: number}}}).cache.current;
    // A scene that is over when it has arrived has come in for as long as it lasts; Motion Canvas counts that as 0.
    const transition = transitionDuration === 0 && this.comingIn.has(scene) ? duration : transitionDuration;
    return {
      name: scene.name,
      title: narration?.title ?? scene.name,
      file: this.setup.descriptions[index].file,
      startFrame: scene.firstFrame,
      endFrame: scene.lastFrame,
      transitionFrames: Math.max(transition, 0),
    };
  }
}

/** Whether a scene has a frame of its own. */
function lasts({startFrame, endFrame}: SceneSpan): boolean {
  return endFrame > startFrame;
}

/** A film that takes no time at all is one picture: that of its last scene, at rest. */
export function withPicture(spans: readonly SceneSpan[]): readonly SceneSpan[] {
  const last = spans.at(-1);
  return last?.endFrame === 0 ? [...spans.slice(0, -1), {...last, endFrame: 1}] : spans;
}

type SceneRunner = (view: unknown) => Generator<unknown, void, unknown>;

/** A scene lasts at least as long as the words spoken over it: its last picture is held. */
function heldScene(runner: SceneRunner, seconds: number, core: MotionCanvas['core']): SceneRunner {
  if (seconds === 0) return runner;
  return function* held(view) {
    yield* runner(view);
    yield* core.waitFor(Math.max(seconds - core.useThread().time(), 0)) as Generator<unknown, void, unknown>;
  };
}

function beatTargets({scenes, descriptions}: FilmSetup, fps: number): Map<string, Map<string, number>> {
  const targets = new Map<string, Map<string, number>>();
  scenes.forEach((scene, index) => {
    const beats = beatTimes(scene?.narration, fps);
    if (scene && beats) targets.set(descriptions[index].name ?? scene.name, beats);
  });
  return targets;
}

/** Signals may be read within their scene alone. */
function inside(scene: Scene): {execute<T>(run: () => T): T} {
  return scene as unknown as {execute<T>(run: () => T): T};
}

function setSpan(scene: Scene, {startFrame, endFrame, transitionFrames}: SceneSpan): void {
  const inner = scene as unknown as {cached: boolean; cache: {current: object}};
  inner.cache.current = {firstFrame: startFrame, lastFrame: endFrame, duration: endFrame - startFrame, transitionDuration: transitionFrames};
  inner.cached = true;
}

function unwrap(value: unknown): boolean {
  return Boolean(typeof value === 'function' ? (value as () => unknown)() : value);
}

/** Waits for a step of a scene, though not for ever. */
async function answered<T>(step: Promise<T>, seconds: number, silent: () => AuthorError): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silent()), seconds * 1000);
  });
  try {
    return await Promise.race([step, late]);
  } finally {
    clearTimeout(timer);
  }
}
