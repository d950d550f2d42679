/**
 * Which chunk a worker draws next. In: the chunks that are missing. Out: one at a time, for whoever asks.
 *
 * A worker that draws the chunk after its last one steps on from where it stands; any other chunk costs it a run through
 * its scene from the start. So each worker keeps to a scene of its own, the longest ones are begun first, and only when
 * every scene is begun do workers share one: then the newcomer takes its second half. Bytes do not depend on any of this.
 */
import type {Chunk} from '../timeline/chunkPlan';

export class ChunkQueue<T extends {readonly chunk: Chunk}> {
  /** Runs of chunks that one worker draws from front to back. */
  private readonly runs: Run<T>[];

  /** @param tasks - in the order of the film */
  public constructor(tasks: readonly T[]) {
    const scenes = new Map<string, T[]>();
    for (const task of tasks) scenes.set(task.chunk.scene, [...(scenes.get(task.chunk.scene) ?? []), task]);
    this.runs = [...scenes.values()].map(list => ({tasks: list, owner: undefined}));
  }

  /** The next chunk for a worker; undefined when all have been taken. */
  public next(worker: unknown): T | undefined {
    return (this.runs.find(run => run.owner === worker && run.tasks.length > 0) ?? this.begin(worker))?.tasks.shift();
  }

  private begin(worker: unknown): Run<T> | undefined {
    const left = this.runs.filter(run => run.tasks.length > 0);
    const run = longest(left.filter(({owner}) => owner === undefined));
    if (run !== undefined) {
      run.owner = worker;
      return run;
    }
    const shared = longest(left);
    if (shared === undefined) return undefined;
    const half: Run<T> = {tasks: shared.tasks.splice(Math.floor(shared.tasks.length / 2)), owner: worker};
    this.runs.push(half);
    return half;
  }
}

interface Run<T> {
  readonly tasks: T[];
  owner: unknown;
}

function longest<T extends {readonly chunk: Chunk}>(runs: readonly Run<T>[]): Run<T> | undefined {
  const frames = ({tasks}: Run<T>): number => tasks.reduce((sum, {chunk}) => sum + chunk.endFrame - chunk.startFrame, 0);
  return runs.reduce<Run<T> | undefined>((best, run) => (best === undefined || frames(run) > frames(best) ? run : best), undefined);
}
