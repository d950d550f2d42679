/** Worker processes of this machine: started, given work, and never left behind. */
import {fork, type ChildProcess} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {existsSync} from 'node:fs';
import {AuthorError, ExitCode} from '../author/authorError';
import {packageRoot} from '../stage/packageRoot';
import {ChunkQueue} from './chunkQueue';
import type {DrawnSegment, SegmentOrder} from './drawChunk';
import type {FromWorker, Measurement, MeasuredScene, PlainFilmOptions, ToWorker} from './messages';
import {errorOf} from './plainError';
import type {Chunk} from '../timeline/chunkPlan';
import type {SceneSpan} from '../timeline/film';
import type {Project} from '../timeline/openProject';

/** A piece of work: a chunk and where its segment goes. */
export interface Task {
  readonly chunk: Chunk;
  readonly order: SegmentOrder;
}

/** Young objects die within a frame: a small nursery spares 80 MB a worker and costs nothing that could be measured. */
const SMALL_HEAP = ['--max-semi-space-size=4'];

/** The canvas gives a freed picture back to the system after 10 ms, and takes it again for the next frame, page by page. */
const KEPT_PAGES = {MIMALLOC_PURGE_DELAY: '100'};

/** A worker leads a group of its own, so that its encoders end with it, and a terminal's Ctrl-C reaches the coordinator alone. */
const hasGroups = process.platform !== 'win32';

type Answer<T extends FromWorker['type']> = Extract<FromWorker, {type: T}>;

interface Waiting {
  readonly type: FromWorker['type'];
  resolve(message: FromWorker): void;
  reject(error: Error): void;
}

/** One worker. Answers of one kind come in the order in which they were asked for. */
class Worker {
  private waiting: Waiting[] = [];
  private ended: Error | null = null;

  public constructor(
    private readonly child: ChildProcess,
    private readonly onFrames: (count: number) => void,
  ) {
    child.on('message', (message: FromWorker) => this.hear(message));
    child.on('exit', (code, signal) => this.end(died(signal ? `was ended by ${signal}` : `ended with code ${code}`)));
    child.on('error', error => this.end(died(error.message)));
  }

  public tell(message: ToWorker): void {
    if (this.child.connected) this.child.send(message);
  }

  public answer<T extends FromWorker['type']>(type: T): Promise<Answer<T>> {
    const answer = new Promise<Answer<T>>((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      this.waiting.push({type, resolve: resolve as (message: FromWorker) => void, reject});
    });
    // Awaited later, perhaps: until then a failure must not count as unhandled.
    answer.catch(() => undefined);
    return answer;
  }

  public stop(): void {
    this.child.removeAllListeners();
    this.child.on('error', () => undefined);
    if (hasGroups && this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null) killGroup(this.child.pid);
    else this.child.kill('SIGKILL');
  }

  private hear(message: FromWorker): void {
    if (message.type === 'frames') return this.onFrames(message.count);
    if (message.type === 'failed') return this.end(errorOf(message.error));
    const index = this.waiting.findIndex(({type}) => type === message.type);
    if (index >= 0) this.waiting.splice(index, 1)[0]!.resolve(message);
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const {reject} of this.waiting.splice(0)) reject(this.ended);
  }
}

function died(how: string): AuthorError {
  return new AuthorError(`Cannot finish the film: a worker process ${how}`, {
    exitCode: ExitCode.bug,
    fix: 'run the same command again: finished chunks are kept; fewer workers (--jobs 1) need less memory',
  });
}

/** What became of a scene that was to be measured. */
export type Measured = {readonly measurement: Measurement} | {readonly error: unknown};

export interface Pool {
  /** Starts a worker before it is known what it will draw: it loads what it needs for any film. */
  warm(): void;
  /** Lets as many workers as there will be work for load the film, while the first of them have some. */
  ready(jobs: number): void;
  /** Says what is measured and drawn from now on. */
  open(project: Project, film: PlainFilmOptions): void;
  /**
   * Runs scenes once, on as many workers as `jobs` says; what became of each, in the order asked for. A worker that has
   * failed runs no more, and none begins another scene when what was found is enough.
   */
  measure(scenes: readonly MeasuredScene[], order: MeasuringOrder): Promise<readonly (Measured | undefined)[]>;
  /** Draws chunks on as many workers as `jobs` says; each finished one is reported as it comes. The first failure ends the rest. */
  draw(tasks: readonly Task[], order: DrawOrder): Promise<void>;
  /** Ends all workers at once, and their encoders with them. */
  stop(): void;
}

export interface MeasuringOrder {
  /** Number of processes, at least 1. */
  readonly jobs: number;
  readonly isEnough: (found: readonly (Measured | undefined)[]) => boolean;
}

export interface DrawOrder {
  readonly spans: readonly SceneSpan[];
  /** Number of processes, at least 1. */
  readonly jobs: number;
  readonly onFrames: (count: number) => void;
  readonly onDrawn: (drawn: DrawnSegment) => Promise<void>;
}

/** Creates a pool; workers are started when there is work for them. */
export function startPool(): Pool {
  const workers: Worker[] = [];
  let opening: ToWorker | undefined;
  const opened = new Set<Worker>();
  let onFrames: (count: number) => void = () => undefined;
  const start = (): Worker => {
    const child = fork(workerFile(), {serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: {...KEPT_PAGES, ...process.env}, execArgv: SMALL_HEAP, detached: hasGroups});
    const worker = new Worker(child, count => onFrames(count));
    workers.push(worker);
    return worker;
  };
  /** Workers that have the film open. One that is only warm opens it when there is something to do: often there is not. */
  const crew = (size: number): Worker[] => {
    while (workers.length < size) start();
    const chosen = workers.slice(0, size);
    for (const worker of chosen.filter(worker => opening && !opened.has(worker))) {
      opened.add(worker);
      worker.tell(opening!);
    }
    return chosen;
  };
  return {
    warm: () => void start(),
    ready: jobs => void crew(jobs),
    open(project, options) {
      opening = {type: 'open', project, options};
      opened.clear();
    },
    async measure(scenes, {jobs, isEnough}) {
      const found = new Array<Measured | undefined>(scenes.length);
      let next = 0;
      await Promise.all(
        crew(Math.min(jobs, scenes.length)).map(async worker => {
          while (next < scenes.length) {
            const index = next++;
            worker.tell({type: 'measure', scene: scenes[index]!});
            found[index] = await worker.answer('measured').catch((error: unknown) => ({error}));
            if ('error' in found[index]! || isEnough(found)) next = scenes.length;
          }
        }),
      );
      return found;
    },
    async draw(tasks, order) {
      onFrames = order.onFrames;
      const queue = new ChunkQueue(tasks);
      const draw = async (worker: Worker): Promise<void> => {
        worker.tell({type: 'spans', spans: order.spans});
        let finishing: Promise<void> = Promise.resolve();
        for (let task = queue.next(worker); task; task = queue.next(worker)) {
          worker.tell({type: 'draw', ...task});
          const drawn = worker.answer('drawn').then(({segment}) => order.onDrawn(segment));
          drawn.catch(() => undefined);
          await worker.answer('handed');
          // One encoder may finish while the next begins; more would only hold memory.
          await finishing;
          finishing = drawn;
        }
        await finishing;
      };
      await Promise.all(crew(Math.min(order.jobs, tasks.length)).map(draw));
    },
    stop: () => workers.forEach(worker => worker.stop()),
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

/** Compiled beside this file in a package; in tests, which run the source, where the build puts it. */
function workerFile(): string {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), 'worker.js');
  return existsSync(beside) ? beside : path.join(packageRoot(), '.build', 'farm', 'worker.js');
}
