/** From a project's module to the scenes, settings, variables and track of a film. Called when a film is loaded. */
import type {SceneDescription} from '@motion-canvas/core';
import {AuthorError, ExitCode} from '../author/authorError';
import type {MotionCanvas} from './motionCanvas';
import type {Project, ProjectScene} from './openProject';
import {settingsAfterPlugins, showProject} from './runtimePlugins';

export interface FilmSettings {
  /** Design size, px. */
  readonly size: {readonly width: number; readonly height: number};
  readonly fps: number;
  /** A CSS colour; null is transparent, which a film shows as black. */
  readonly background: string | null;
  /** Pixels drawn for one pixel of the design: 0.5 for drafts, 2 for 4K. */
  readonly resolutionScale: number;
}

/** What a bundle exports: the scenes of a chapter, or a Motion Canvas project. */
export interface ProjectModule {
  readonly scenes?: readonly LoadedScene[];
  readonly config?: {
    readonly scenes?: readonly LoadedScene[];
    readonly variables?: Record<string, unknown>;
    readonly experimentalFeatures?: boolean;
    readonly name?: string;
    readonly audio?: string;
    readonly plugins?: readonly unknown[];
  };
  readonly metaFile?: unknown;
}

/** A scene as its module was bundled. */
export type LoadedScene = SceneDescription & {name?: string; file?: string; hasSeed?: boolean};

/** What a film is made of before any of its scenes has run. */
export interface FilmSetup {
  readonly settings: FilmSettings;
  readonly descriptions: readonly LoadedScene[];
  readonly scenes: readonly (ProjectScene | undefined)[];
  readonly variables: Record<string, unknown>;
  readonly experimentalFeatures: boolean;
  readonly track: {readonly audio?: string; readonly offsetSeconds: number};
}

/** What whoever loads the film may say over the project. */
interface SetupOptions extends Partial<Pick<FilmSettings, 'fps' | 'size' | 'resolutionScale'>> {
  readonly background?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/**
 * Settles what a film is made of: what the command says goes before the chapter, the chapter before the project's .meta file.
 *
 * @throws AuthorError (exit code 2) "Cannot play …: it has no scenes"
 */
export function setUp(loaded: ProjectModule, project: Project, {core}: MotionCanvas, options: SetupOptions): FilmSetup {
  const module = {...loaded, config: loaded.config && settingsAfterPlugins(loaded.config)};
  const {chapter} = project;
  const descriptions = module.scenes ?? module.config?.scenes ?? [];
  if (descriptions.length === 0) {
    throw new AuthorError(`Cannot play ${project.name}: it has no scenes`, {
      at: {file: project.file},
      exitCode: ExitCode.usage,
      fix: 'name at least one scene',
    });
  }
  const shared = module.config ? projectSettings(module, project, core) : undefined;
  return {
    descriptions,
    scenes: project.scenes,
    variables: {...module.config?.variables, theme: chapter?.theme, ...options.variables},
    experimentalFeatures: module.config?.experimentalFeatures ?? false,
    track: {audio: module.config?.audio, offsetSeconds: audioOffset(module)},
    settings: {
      size: options.size ?? chapter?.size ?? shared?.size ?? {width: 1920, height: 1080},
      fps: options.fps ?? chapter?.fps ?? shared?.fps ?? 30,
      background: options.background ?? chapter?.background ?? shared?.background ?? null,
      resolutionScale: options.resolutionScale ?? shared?.resolutionScale ?? 1,
    },
  };
}

function audioOffset({metaFile}: ProjectModule): number {
  return (metaFile as {cache?: {shared?: {audioOffset?: number}}} | null)?.cache?.shared?.audioOffset ?? 0;
}

/** What the project's .meta file says, or Motion Canvas's own defaults. */
function projectSettings(module: ProjectModule, project: Project, core: MotionCanvas['core']): FilmSettings {
  const bootstrap = (core as unknown as {bootstrap: (...parts: unknown[]) => {meta: {getFullRenderingSettings(): ProjectSettings}}}).bootstrap;
  // A meta file attaches to the first project that asks for it and to no other, so each film has its own.
  const metaFile = new core.MetaFile(project.name);
  metaFile.loadData(((module.metaFile as {cache?: object} | null)?.cache ?? {}) as never);
  const config = {...module.config, logger: new core.Logger()};
  const made = bootstrap(project.name, {}, [], config, metaFile, new core.MetaFile('settings'));
  showProject(config, made);
  const {size, fps, background, resolutionScale} = made.meta.getFullRenderingSettings();
  // A .meta file of Motion Canvas 2 has the background among what is said of the rendering, and it stays plain text there.
  const colour = typeof background === 'string' ? background : (background?.serialize() ?? null);
  return {size: {width: size.x, height: size.y}, fps, background: colour, resolutionScale};
}

interface ProjectSettings {
  readonly size: {readonly x: number; readonly y: number};
  readonly fps: number;
  readonly background: {serialize(): string} | string | null;
  readonly resolutionScale: number;
}
