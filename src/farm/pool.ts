/** Worker processes of this machine: started, given work, and never left behind. */
import {fork, type ChildProcess} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {existsSync} from 'node:fs';
import {AuthorError, ExitCode} from '../author/authorError';
import {packageRoot} from '../stage/packageRoot';
import type {DrawnSegment, SegmentOrder} from './drawChunk';
import type {FromWorker, Measurement, PlainFilmOptions, ToWorker} from './messages';
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

/** One worker, asked one thing at a time. */
class Worker {
  private waiting: {type: FromWorker['type']; resolve(message: FromWorker): void; reject(error: Error): void} | null = null;
  private ended: Error | null = null;

  public constructor(
    private readonly child: ChildProcess,
    private readonly onFrames: (count: number) => void,
  ) {
    child.on('message', (message: FromWorker) => this.hear(message));
    child.on('exit', (code, signal) => this.end(signal ? `was ended by ${signal}` : `ended with code ${code}`));
    child.on('error', error => this.end(error.message));
  }

  public tell(message: ToWorker): void {
    if (this.child.connected) this.child.send(message);
  }

  public ask<T extends FromWorker['type']>(message: ToWorker, answer: T): Promise<Extract<FromWorker, {type: T}>> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      this.waiting = {type: answer, resolve: resolve as (message: FromWorker) => void, reject};
      this.tell(message);
    });
  }

  public stop(): void {
    this.child.removeAllListeners();
    this.child.on('error', () => undefined);
    this.child.kill('SIGKILL');
  }

  private hear(message: FromWorker): void {
    if (message.type === 'frames') return this.onFrames(message.count);
    const {waiting} = this;
    if (message.type === 'failed') {
      this.ended = errorOf(message.error);
      waiting?.reject(this.ended);
    } else if (message.type === waiting?.type) {
      this.waiting = null;
      waiting.resolve(message);
    }
  }

  private end(how: string): void {
    this.ended ??= new AuthorError(`Cannot finish the film: a worker process ${how}`, {
      exitCode: ExitCode.bug,
      fix: 'run the same command again: finished chunks are kept; fewer workers (--jobs 1) need less memory',
    });
    this.waiting?.reject(this.ended);
  }
}

export interface Pool {
  /** Runs each scene once, in one worker, and says where the scenes lie. */
  measure(): Promise<Measurement>;
  /** Draws chunks on all workers; each finished one is reported as it comes. The first failure ends the rest. */
  draw(tasks: readonly Task[], spans: readonly SceneSpan[], onDrawn: (drawn: DrawnSegment) => Promise<void>): Promise<void>;
  /** Ends all workers at once, and their encoders with them. */
  stop(): void;
}

export interface PoolOptions {
  readonly project: Project;
  readonly film: PlainFilmOptions;
  /** Number of processes, at least 1. */
  readonly jobs: number;
  readonly onFrames: (count: number) => void;
}

/** Creates a pool; workers are started when there is work for them. */
export function startPool({project, film, jobs, onFrames}: PoolOptions): Pool {
  const workers: Worker[] = [];
  const start = (): Worker => {
    const child = fork(workerFile(), {serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: SMALL_HEAP});
    const worker = new Worker(child, onFrames);
    workers.push(worker);
    worker.tell({type: 'open', project, options: film});
    return worker;
  };
  return {
    async measure() {
      return (await start().ask({type: 'measure'}, 'measured')).measurement;
    },
    async draw(tasks, spans, onDrawn) {
      while (workers.length < Math.min(jobs, tasks.length)) start().tell({type: 'spans', spans});
      const queue = [...tasks];
      await Promise.all(
        workers.map(async worker => {
          for (let task = queue.shift(); task; task = queue.shift()) {
            const {segment} = await worker.ask({type: 'draw', ...task}, 'drawn');
            await onDrawn(segment);
          }
        }),
      );
    },
    stop: () => workers.forEach(worker => worker.stop()),
  };
}

/** Compiled beside this file in a package; in tests, which run the source, where the build puts it. */
function workerFile(): string {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), 'worker.js');
  return existsSync(beside) ? beside : path.join(packageRoot(), '.build', 'farm', 'worker.js');
}
