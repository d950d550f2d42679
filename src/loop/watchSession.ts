/**
 * What is drawn and what is to be drawn while an author works: the memory of `lectern watch`.
 *
 * In: each opening of the project after a save, and the painter's pictures. Out: events for whoever shows them. Scenes whose
 * making has not changed keep their pictures; a changed one is drawn from the beat before the edit, then onwards, and what
 * came before is looked over at two frames a beat.
 */
import type {OpenedProject, Project} from '../timeline/openProject';
import type {FilmOptions, SceneSpan} from '../timeline/film';
import {sceneMakings, type SceneMaking} from './fingerprints';
import type {FromPainter, OpenedFilm, PaintedBeat, ToPainter} from './painterMessages';
import type {Problem} from './problem';
import {firstChangedLine, planRedraw, probesOf, type FrameSpan, type PlacedBeat, type RedrawPlan} from './redrawPlan';
import type {DrawnPicture, FocusedSpan, PictureId, WatchedScene, WatchEvent, WatchState} from './watchState';

type Row = (PictureId | null)[];

/** A scene with its pictures, between two saves. */
interface SceneMemory {
  readonly making: SceneMaking;
  readonly span: SceneSpan;
  readonly beats: readonly PlacedBeat[];
  readonly warnings: readonly string[];
  readonly pictures: Row;
  readonly before: Row;
  /** Whether all of `before` was drawn from one and the same making. */
  readonly isBeforeWhole: boolean;
  plan: RedrawPlan;
  drawn: number;
}

interface Version {
  readonly number: number;
  readonly project: Project;
  readonly makings: readonly SceneMaking[];
  readonly savedAt: number;
  readonly focus?: FocusedSpan;
  /** Whether its first picture, and its scenes, are known. */
  isShown: boolean;
  isOpened: boolean;
}

export interface WatchSessionOptions {
  readonly film: Omit<FilmOptions, 'onLog' | 'spans'>;
  readonly tellPainter: (message: ToPainter) => void;
  readonly onEvent: (event: WatchEvent) => void;
}

/** Pictures kept in memory, bytes; those of scenes that nobody looks at go first. */
const MOST_BYTES = 400e6;

export class WatchSession {
  private version: Version | undefined;
  private settings: OpenedFilm['settings'] | undefined;
  private scenes: SceneMemory[] = [];
  private active: string | undefined;
  private playhead = {scene: '', frame: 0};
  private problem: Problem | undefined;
  private early: DrawnPicture | undefined;
  private readonly store = new Map<PictureId, Uint8Array>();

  public constructor(private readonly options: WatchSessionOptions) {}

  /** The bytes of a picture, JPEG. */
  public picture(id: PictureId): Uint8Array | undefined {
    return this.store.get(id);
  }

  /** Everything that a page needs to begin. */
  public state(): WatchState | undefined {
    if (!this.settings || !this.version) return this.problem && emptyState(this.problem);
    const {size, fps} = this.settings;
    return {
      title: this.version.project.title,
      size,
      fps,
      scenes: this.scenes.map(watchedScene),
      focus: this.version.focus,
      problem: this.problem,
    };
  }

  /**
   * Takes in the project as it is after a save.
   *
   * @param savedAt - when the author saved, by performance.now()
   * @returns false where nothing that is drawn has changed
   */
  public async save(opened: OpenedProject, savedAt: number): Promise<boolean> {
    const makings = await sceneMakings(opened, this.options.film);
    const old = new Map(this.scenes.map(scene => [scene.span.name, scene]));
    const changed = makings.filter(making => old.get(making.name)?.making.fingerprint !== making.fingerprint);
    if (changed.length === 0 && makings.length === this.scenes.length && !this.problem) return false;
    const focus = this.focusOn(changed, old);
    this.problem = undefined;
    this.version = {number: (this.version?.number ?? 0) + 1, project: opened.project, makings, savedAt, focus, isShown: false, isOpened: false};
    const isSameCast = makings.length === this.scenes.length && makings.every(({name}, index) => this.scenes[index].span.name === name);
    const spans = makings.map(making => (changed.includes(making) ? undefined : old.get(making.name)?.span));
    const start = focus && old.get(focus.scene)?.span.startFrame;
    this.options.tellPainter({
      type: 'open',
      version: this.version.number,
      project: opened.project,
      options: this.options.film,
      spans,
      guess: isSameCast && focus && start !== undefined ? {spans: this.scenes.map(({span}) => span), frame: start + focus.first} : undefined,
    });
    return true;
  }

  /** A save that cannot be opened: the pictures stay, with the problem over them. */
  public fail(problem: Problem): void {
    this.problem = problem;
    this.options.onEvent({type: 'problem', problem});
  }

  /** The viewer looks at a frame: its scene is drawn from there. */
  public look(scene: string, frame: number): void {
    const memory = this.scenes.find(({span}) => span.name === scene);
    if (!memory) return;
    this.playhead = {scene, frame};
    const isNew = this.active !== scene;
    this.active = scene;
    if (memory.pictures[frame] !== null && !isNew) return;
    if (memory.pictures[frame] === null) memory.plan = planRedraw(lengthOf(memory), {frame});
    this.paintNext();
  }

  /** Forgets everything that was drawn, and draws it again. */
  public redraw(): void {
    for (const scene of this.scenes) {
      scene.pictures.fill(null);
      scene.before.length = 0;
    }
    this.paintNext();
  }

  public hear(message: FromPainter): void {
    if (message.type === 'ready' || message.version !== this.version?.number) return;
    if (message.type === 'painted') this.keep(message);
    else if (message.type === 'opened') this.begin(message);
    else if (message.type === 'failed') this.fail(message.problem);
    else this.paintNext();
  }

  private focusOn(changed: readonly SceneMaking[], old: ReadonlyMap<string, SceneMemory>): FocusedSpan | undefined {
    const edits = changed.flatMap(making => {
      const memory = old.get(making.name);
      return memory ? [{memory, line: firstChangedLine(memory.making.source, making.source)}] : [];
    });
    const edit = edits.find(({line}) => line !== undefined) ?? edits.find(({memory}) => memory.span.name === this.playhead.scene) ?? edits[0];
    if (!edit) return undefined;
    const {name} = edit.memory.span;
    const frame = this.playhead.scene === name ? this.playhead.frame : undefined;
    const {focus, first} = planRedraw(lengthOf(edit.memory), {line: edit.line, frame});
    return {scene: name, ...focus, first};
  }

  private begin({settings, spans, beats, warnings}: OpenedFilm): void {
    const {makings, focus, project} = this.version!;
    this.version!.isOpened = true;
    this.settings = settings;
    const old = new Map(this.scenes.map(scene => [scene.span.name, scene]));
    this.scenes = spans.map(span => {
      const making = makings.find(({name}) => name === span.name) ?? makings[0];
      const known = old.get(span.name);
      if (known?.making.fingerprint === making.fingerprint) return {...known, span};
      const told = warnings.filter(({scene}) => scene === span.name).map(({text}) => text);
      return freshScene({span, making, beats: placedBeats(span, beats, project, settings.fps), warnings: told, known, focus});
    });
    if (focus) this.active = focus.scene;
    else if (!this.scenes.some(({span}) => span.name === this.active)) this.active = this.scenes[0]?.span.name;
    this.options.onEvent({type: 'state', state: this.state()!});
    const {early} = this;
    this.early = undefined;
    const memory = early && this.scenes.find(({span}) => span.name === early.scene);
    if (memory && early.frame < memory.pictures.length) this.place(memory, early.frame, early.id);
    this.forgetOldPictures();
    this.paintNext();
  }

  private keep({frame, id, picture}: Extract<FromPainter, {type: 'painted'}>): void {
    if (picture) this.store.set(id, picture);
    const memory = this.scenes.find(({span}) => frame < span.endFrame);
    const version = this.version!;
    const isGuess = memory === undefined || !version.isOpened;
    const drawn = {scene: memory?.span.name ?? '', frame: frame - (memory?.span.startFrame ?? 0), id};
    if (!version.isShown) {
      version.isShown = true;
      this.options.onEvent({type: 'first', ...drawn, milliseconds: performance.now() - version.savedAt});
    }
    if (isGuess) this.early = drawn;
    else this.place(memory, drawn.frame, id);
  }

  private place(memory: SceneMemory, frame: number, id: PictureId): void {
    memory.pictures[frame] = id;
    memory.drawn++;
    this.options.onEvent({type: 'pictures', pictures: [{scene: memory.span.name, frame, id}]});
  }

  /** Asks for the next frames of the scene that is looked at: the focus, what follows, then what came before. */
  private paintNext(): void {
    const memory = this.scenes.find(({span}) => span.name === this.active);
    if (!memory || !this.version || this.problem) return;
    const wanted = this.wantedOf(memory);
    if (wanted.length > 0) {
      const frames = wanted.map(frame => memory.span.startFrame + frame);
      this.options.tellPainter({type: 'paint', version: this.version.number, frames});
      return;
    }
    const differing = memory.pictures.filter((id, frame) => id !== memory.before[frame]).length;
    this.options.onEvent({type: 'settled', scene: memory.span.name, drawn: memory.drawn, differing});
  }

  private wantedOf(memory: SceneMemory): number[] {
    const {plan, pictures} = memory;
    for (const span of [plan.focus, ...plan.after]) {
      const missing = missingIn(span, pictures);
      // Whoever looks at a frame in the middle sees what follows it first.
      if (missing.length > 0) return [...missing.filter(frame => frame >= plan.first), ...missing.filter(frame => frame < plan.first)];
    }
    for (const span of plan.before) {
      const missing = missingIn(span, pictures);
      if (missing.length === 0) continue;
      const probes = probesOf(span);
      if (!memory.isBeforeWhole || span.to > memory.before.length) return missing;
      const unasked = probes.filter(frame => pictures[frame] === null);
      if (unasked.length > 0) return unasked;
      if (probes.some(frame => pictures[frame] !== memory.before[frame])) return missing;
      this.keepFromBefore(memory, missing);
    }
    return [];
  }

  private keepFromBefore({span, pictures, before}: SceneMemory, frames: readonly number[]): void {
    for (const frame of frames) pictures[frame] = before[frame];
    this.options.onEvent({type: 'pictures', pictures: frames.map(frame => ({scene: span.name, frame, id: before[frame]!}))});
  }

  private forgetOldPictures(): void {
    const needed = new Set(this.scenes.flatMap(({pictures, before}) => [...pictures, ...before]));
    for (const id of this.store.keys()) if (!needed.has(id)) this.store.delete(id);
    let bytes = [...this.store.values()].reduce((sum, {length}) => sum + length, 0);
    for (const scene of this.scenes) {
      if (bytes <= MOST_BYTES || scene.span.name === this.active) continue;
      for (const id of [...scene.pictures, ...scene.before]) {
        bytes -= (id && this.store.get(id)?.length) || 0;
        if (id) this.store.delete(id);
      }
      scene.pictures.fill(null);
      scene.before.length = 0;
    }
  }
}

function freshScene({span, making, beats, warnings, known, focus}: {
  readonly span: SceneSpan;
  readonly making: SceneMaking;
  readonly beats: readonly PlacedBeat[];
  readonly warnings: readonly string[];
  readonly known?: SceneMemory;
  readonly focus?: FocusedSpan;
}): SceneMemory {
  const frames = span.endFrame - span.startFrame;
  // A save in the middle of drawing compares with the last whole film.
  const before = known ? known.pictures.map((id, frame) => id ?? known.before[frame] ?? null) : [];
  const at = focus?.scene === span.name ? Math.min(focus.first, frames - 1) : 0;
  const isBeforeWhole = known?.pictures.every(id => id !== null) ?? false;
  return {span, making, beats, warnings, before, isBeforeWhole, pictures: new Array<null>(frames).fill(null), plan: planRedraw({frames, beats}, {frame: at}), drawn: 0};
}

function placedBeats(span: SceneSpan, beats: readonly PaintedBeat[], project: Project, fps: number): PlacedBeat[] {
  const own = beats.filter(beat => beat.scene === span.name);
  const told = project.scenes.find(({name}) => name === span.name)?.narration?.beats ?? [];
  const unreached = told.filter(({name}) => !own.some(beat => beat.name === name)).map(({name, seconds}) => ({name, seconds, line: undefined}));
  const frames = span.endFrame - span.startFrame;
  return [...own, ...unreached]
    .map(({name, seconds, line}) => ({name, line, frame: Math.round(seconds * fps)}))
    .filter(({frame}) => frame < frames)
    .sort((a, b) => a.frame - b.frame);
}

function watchedScene({span, beats, warnings, pictures, before}: SceneMemory): WatchedScene {
  return {
    name: span.name,
    title: span.title,
    frames: pictures.length,
    beats: beats.map(({name, frame}) => ({name, frame})),
    warnings,
    pictures: [...pictures],
    before: [...before],
  };
}

function emptyState(problem: Problem): WatchState {
  return {title: '', size: {width: 1920, height: 1080}, fps: 30, scenes: [], problem};
}

function lengthOf({pictures, beats}: SceneMemory): {frames: number; beats: readonly PlacedBeat[]} {
  return {frames: pictures.length, beats};
}

function missingIn({from, to}: FrameSpan, row: Row): number[] {
  const missing: number[] = [];
  for (let frame = from; frame < to; frame++) if (row[frame] === null) missing.push(frame);
  return missing;
}
