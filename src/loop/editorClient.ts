/**
 * The editor's page: a project from the server, opened in Motion Canvas's own editor. Runs in a browser.
 *
 * Nothing is asked of the scene files: size, rate, theme, seeds, beats and held ends come with the project, as in a render.
 */
import {
  bootstrap, Color, DependencyContext, MetaField, MetaFile, ObjectMetaField, PlaybackStatus, ValueDispatcher, Vector2, useThread, waitFor,
  type Player, type Plugin, type Project, type ProjectSettings, type Scene, type SceneDescription,
} from '@motion-canvas/core';
import {editor} from '@motion-canvas/ui';
import inspector from '@motion-canvas/2d/editor';
import type {EditedProject, EditedScene, EditorEvent} from './editorProject';

type Description = SceneDescription & {name: string; hasSeed?: boolean; onReplaced?: ValueDispatcher<SceneDescription>};
type Runner = (view: unknown) => Generator<unknown, void, unknown>;
interface ScenesModule {
  readonly scenes?: readonly Description[];
  readonly config?: {readonly scenes: readonly Description[]; readonly variables?: Record<string, unknown>; readonly experimentalFeatures?: boolean; readonly name?: string};
  readonly metaFile?: MetaFile<unknown> | null;
}

const overlay = document.getElementById('problem')!;
let project: EditedProject | undefined;
let running: Project | undefined;
const scenes = new Map<string, Description>();

new EventSource('/events').onmessage = ({data}: MessageEvent<string>) => {
  const event = JSON.parse(data) as EditorEvent;
  if (event.type === 'problem') showProblem(event.problem.text);
  else void take(event.project).then(() => showProblem(undefined), (error: unknown) => showProblem(String(error instanceof Error ? error.stack : error)));
};

function showProblem(text: string | undefined): void {
  overlay.hidden = text === undefined;
  overlay.textContent = text ?? '';
}

async function take(next: EditedProject): Promise<void> {
  const old = project;
  project = next;
  if (!old) return open(next);
  if (!hasSameFrame(old, next)) return location.reload();
  await replaceScenes(old, next);
}

/** What the editor cannot take in while it runs. */
function hasSameFrame(a: EditedProject, b: EditedProject): boolean {
  const frame = ({name, size, fps, background, variables, scenes: cast}: EditedProject) => JSON.stringify([name, size, fps, background, variables, cast.map(scene => scene.name)]);
  return frame(a) === frame(b);
}

async function open(next: EditedProject): Promise<void> {
  // Text that is drawn before its font is there is drawn in another, and stays so.
  await Promise.all([...document.fonts].map(font => font.load()));
  const module = (await import(next.module)) as ScenesModule;
  for (const description of castOf(module)) {
    const told = next.scenes.find(({name}) => name === description.name);
    prepare(description, told);
    scenes.set(description.name, description);
    description.onReplaced ??= new ValueDispatcher(description);
    description.meta.timeEvents.onChanged.subscribe(events => moveBeats(description.name, events), false);
  }
  const config = {...module.config, scenes: [...scenes.values()], variables: {...module.config?.variables, ...next.variables}} as unknown as ProjectSettings;
  running = bootstrap(next.name, {...next.versions, ui: next.versions.core, vitePlugin: null}, [exporter, inspector(), clocks], config, module.metaFile ?? settingsOf(next), new MetaFile('settings'));
  running.plugins.forEach(plugin => plugin.project?.(running!));
  editor(running);
}

function castOf(module: ScenesModule): readonly Description[] {
  return module.scenes ?? module.config?.scenes ?? [];
}

/** Gives a scene what the render gives it. */
function prepare(description: Description, told: EditedScene | undefined): void {
  if (!told) return;
  const {meta} = description;
  if (!description.hasSeed) meta.seed.set(told.seed);
  meta.timeEvents.set(eventsOf(description, told));
  if (told.holdSeconds > 0) description.config = heldScene(description.config as unknown as Runner, told.holdSeconds) as typeof description.config;
}

/** Beats of the narration, over what a .meta file says. */
function eventsOf(description: Description, {beats = []}: EditedScene): {name: string; targetTime: number}[] {
  const others = description.meta.timeEvents.get().filter(event => !beats.some(({name}) => name === event.name));
  return [...others, ...beats];
}

/** A scene lasts at least as long as the words spoken over it: its last picture is held. */
function heldScene(runner: Runner, seconds: number): Runner {
  return function* held(view) {
    yield* runner(view);
    yield* waitFor(Math.max(seconds - useThread().time(), 0)) as Generator<unknown, void, unknown>;
  };
}

async function replaceScenes(old: EditedProject, next: EditedProject): Promise<void> {
  // A promise of the old scenes that failed must not fail the new ones.
  (DependencyContext as unknown as {promises: unknown[]}).promises = [];
  const cast = castOf((await import(next.module)) as ScenesModule);
  for (const told of next.scenes) {
    const known = scenes.get(told.name);
    const description = cast.find(({name}) => name === told.name);
    const before = old.scenes.find(({name}) => name === told.name);
    if (!known?.onReplaced || !description || before?.fingerprint === told.fingerprint) continue;
    // The narration's beats are the editor's own events: told first, so that the new scene meets them.
    known.meta.timeEvents.set(eventsOf(known, told));
    if (told.holdSeconds > 0) description.config = heldScene(description.config as unknown as Runner, told.holdSeconds) as typeof description.config;
    known.onReplaced.current = description;
  }
}

/** Writes back what was dragged: the first beat that is not where the narration has it; the later ones only followed. */
function moveBeats(scene: string, events: readonly {readonly name: string; readonly targetTime: number}[]): void {
  const told = project?.scenes.find(({name}) => name === scene);
  const moved = [...(told?.beats ?? [])]
    .sort((a, b) => a.targetTime - b.targetTime)
    .flatMap(beat => events.filter(({name, targetTime}) => name === beat.name && Math.abs(targetTime - beat.targetTime) > 0.25 / project!.fps))[0];
  if (moved) void writeBeat(scene, moved.name, moved.targetTime);
}

async function writeBeat(scene: string, beat: string, seconds: number): Promise<void> {
  const answer = await fetch('/beat', {method: 'POST', body: JSON.stringify({scene, beat, seconds})});
  if (answer.ok) return;
  running?.logger.warn({message: await answer.text()});
  const [known, told] = [scenes.get(scene), project?.scenes.find(({name}) => name === scene)];
  if (known && told) known.meta.timeEvents.set(eventsOf(known, told));
}

function settingsOf({size, fps, background}: EditedProject): MetaFile<unknown> {
  const file = new MetaFile<unknown>('project');
  file.loadData({
    version: 1,
    shared: {background: background ? new Color(background).serialize() : null, range: [0, null], size: new Vector2(size.width, size.height).serialize(), audioOffset: 0},
    preview: {fps, resolutionScale: 1},
    rendering: {fps, resolutionScale: 1, colorSpace: 'srgb', exporter: {name: exporterId, options: {}}},
  });
  return file;
}

/** In a chapter a scene's time starts with the scene, as in a render. */
const clocks: Plugin = {
  name: 'lectern/clocks',
  player(player: Player) {
    // For the console, and for those who test the page.
    Object.assign(window, {lectern: {player, project: running}});
    if (!project?.hasSceneClocks) return;
    for (const scene of player.playback.onScenesRecalculated.current as (Scene & {playback: PlaybackStatus})[]) {
      scene.playback = new (class extends PlaybackStatus {
        public override get time(): number {
          return this.framesToSeconds(this.frame - scene.firstFrame);
        }
      })(player.playback);
    }
  },
};

const exporterId = 'lectern/render';

/** Rendering is the command line's work: the same film, several times faster. */
const exporter: Plugin = {
  name: 'lectern/exporter',
  exporters: () => [
    class {
      public static readonly id = exporterId;
      public static readonly displayName = 'lectern render';
      public static meta(): MetaField<unknown> {
        return new ObjectMetaField('lectern render', {});
      }
      public static async create(): Promise<never> {
        throw new Error(`Render in a terminal: npx lectern render ${project?.name ?? ''}`);
      }
    } as never,
  ],
};
