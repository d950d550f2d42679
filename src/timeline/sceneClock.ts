/**
 * The clock that a scene's `waitUntil` and `useDuration` ask: narration beats first, then Motion Canvas's own time events.
 */

/** Where a scene waited for a beat, and when it got there. */
export interface ReachedBeat {
  readonly name: string;
  /** Seconds from the start of the scene at which the scene began to wait. */
  readonly seconds: number;
  /** Seconds from the start of the scene at which it went on. */
  readonly endSeconds: number;
  /** Whether narration or a .meta file says when it comes. */
  readonly isTimed: boolean;
  /** The stack of the waiting call: the author's line is in it. */
  readonly stack: string;
}

/** The part of a Motion Canvas scene that the clock uses. */
interface ClockScene {
  readonly name: string;
  readonly meta: {readonly timeEvents: {get(): readonly {readonly name: string; readonly targetTime: number}[]}};
  readonly onReloaded: {subscribe(listener: () => void): unknown};
}

/** What Motion Canvas constructs for each scene (its `timeEventsClass`). */
export interface SceneClockClass {
  new (scene: ClockScene): {register(name: string, initialTime: number): number};
}

export interface SceneClocks {
  readonly timeEventsClass: SceneClockClass;
  /** The beats that a scene has waited for so far, in the order they were reached. */
  reachedBy(scene: string): readonly ReachedBeat[];
  /** The last beat that a scene had reached, and waited out, at a time from its start; undefined before the first. */
  beatAt(scene: string, seconds: number): string | undefined;
}

/**
 * Creates the clocks of a film.
 *
 * @param targets - for each scene its beats and their times, seconds from the start of the scene; a scene that is missing
 *   here is timed by its `.meta` file alone, as in the editor
 * @param subscribable - Motion Canvas's ValueDispatcher, whose `onChanged` its editor panels listen to
 */
export function createSceneClocks(
  targets: ReadonlyMap<string, ReadonlyMap<string, number>>,
  ValueDispatcher: new (value: unknown[]) => {readonly subscribable: unknown},
): SceneClocks {
  const reached = new Map<string, Map<string, ReachedBeat>>();

  class SceneClock {
    public readonly onChanged = new ValueDispatcher([]).subscribable;
    private readonly durations = new Map<string, number>();

    public constructor(private readonly scene: ClockScene) {
      scene.onReloaded.subscribe(() => this.durations.clear());
    }

    public set(): void {
      // Times come from the narration; only an editor moves them.
    }

    /** Seconds from `initialTime` (the scene's own seconds) until the event; 0 where it has passed or is unknown. */
    public register(name: string, initialTime: number): number {
      let duration = this.durations.get(name);
      if (duration === undefined) {
        const target = targets.get(this.scene.name)?.get(name) ?? this.editorTime(name);
        duration = target === undefined ? 0 : Math.max(target - initialTime, 0);
        this.durations.set(name, duration);
        remember(reached, this.scene.name, {name, seconds: initialTime, endSeconds: initialTime + duration, isTimed: target !== undefined, stack: new Error().stack ?? ''});
      }
      return duration;
    }

    private editorTime(name: string): number | undefined {
      return this.scene.meta.timeEvents.get().find(event => event.name === name)?.targetTime;
    }
  }

  return {
    timeEventsClass: SceneClock,
    reachedBy: scene => [...(reached.get(scene)?.values() ?? [])],
    // A frame's time is a multiple of one that is seldom exact.
    beatAt: (scene, seconds) => [...(reached.get(scene)?.values() ?? [])].filter(({endSeconds}) => endSeconds <= seconds + 1e-6).at(-1)?.name,
  };
}

function remember(reached: Map<string, Map<string, ReachedBeat>>, scene: string, beat: ReachedBeat): void {
  const beats = reached.get(scene) ?? new Map<string, ReachedBeat>();
  if (!beats.has(beat.name)) beats.set(beat.name, beat);
  reached.set(scene, beats);
}
