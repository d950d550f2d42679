/**
 * One run of ffmpeg, watched. In: arguments, and frames or nothing on its standard input. Out: either a run that
 * succeeded, or an error that says what ffmpeg said. It never waits without a clock: a binary that dies, hangs or
 * stops reading ends the run with an error, and so an event loop that runs empty cannot pass for success.
 */
import {spawn, type ChildProcess} from 'node:child_process';
import path from 'node:path';
import {AuthorError, ExitCode} from '../author/authorError';
import {diskFull} from './disk';
import type {Ffmpeg} from './ffmpeg';

export interface FfmpegProcess {
  /**
   * Hands over bytes. The promise settles when the operating system has taken them all; until then they must not change.
   *
   * @throws AuthorError (exit 5, 6 or 9) when ffmpeg has ended, or takes nothing for `stallSeconds`
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Closes the input, and waits until ffmpeg has ended well: at most five times `stallSeconds`, since it still holds a few dozen frames. */
  finish(): Promise<void>;
  /** Ends the process at once, also one that is stopped, and waits until it is gone. Never throws. */
  kill(): Promise<void>;
}

export interface FfmpegRunOptions {
  /** What the run is for, as it reads in an error: "encode segment renders/a.mp4". */
  readonly purpose: string;
  /** The longest time without progress, in seconds, before the run is given up. */
  readonly stallSeconds?: number;
  /** Receives what ffmpeg writes to its standard output, where the arguments send something there. */
  readonly onOutput?: (bytes: Buffer) => void;
}

/** Long enough for one 4K frame at the slowest preset on a machine that is busy with other things. */
const patienceSeconds = 60;

/** What every run begins with: no questions, no colours, nothing fetched from anywhere. */
const alwaysArguments = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-protocol_whitelist', 'file,pipe'];

/**
 * Starts ffmpeg. There is no shell: arguments arrive as they are.
 *
 * @param args - what follows the common arguments; file names through {@link fileArgument}
 * @example startFfmpeg(ffmpeg, ['-f', 'concat', '-i', fileArgument(list), …], {purpose: 'join renders/gpt.mp4'})
 */
export function startFfmpeg(ffmpeg: Pick<Ffmpeg, 'path'>, args: readonly string[], options: FfmpegRunOptions): FfmpegProcess {
  return new WatchedProcess(ffmpeg, args, options);
}

/** Runs ffmpeg without input until it ends; five times `stallSeconds` bounds the whole run. */
export async function runFfmpeg(ffmpeg: Pick<Ffmpeg, 'path'>, args: readonly string[], options: FfmpegRunOptions): Promise<void> {
  const process = startFfmpeg(ffmpeg, args, options);
  try {
    await process.finish();
  } finally {
    await process.kill();
  }
}

/**
 * Writes a file's name so that ffmpeg takes it as a file whatever it holds: a leading dash is no option, "http:" no
 * protocol, "%d" no pattern (for the formats used here).
 *
 * @throws AuthorError (exit 2) `Cannot use the file name "a\u0000b": it holds a NUL character`
 * @example fileArgument('-y')  // 'file:/home/ann/films/-y'
 */
export function fileArgument(file: string): string {
  if (file.includes('\0')) {
    throw new AuthorError(`Cannot use the file name ${JSON.stringify(file)}: it holds a NUL character`, {
      fix: 'choose a name without it', exitCode: ExitCode.usage,
    });
  }
  return `file:${path.resolve(file)}`;
}

/** Runs that have not ended. They end with this process, whatever ends it: an input that closes would let them go on to the end. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));

class WatchedProcess implements FfmpegProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly purpose: string;
  private readonly stallMs: number;
  private said = '';
  private failure: AuthorError | undefined;
  private waiting = new Set<(error: AuthorError) => void>();
  private closed = false;

  public constructor(ffmpeg: Pick<Ffmpeg, 'path'>, args: readonly string[], options: FfmpegRunOptions) {
    this.purpose = options.purpose;
    this.stallMs = (options.stallSeconds ?? patienceSeconds) * 1000;
    this.child = spawn(ffmpeg.path, [...alwaysArguments, ...args], {
      stdio: ['pipe', options.onOutput === undefined ? 'ignore' : 'pipe', 'pipe'], windowsHide: true,
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      // Only the last words matter, and a broken build may talk without end.
      this.said = (this.said + text).slice(-8192);
    });
    if (options.onOutput !== undefined) this.child.stdout?.on('data', options.onOutput);
    // What broke is told by the exit; this only keeps EPIPE from being thrown at nobody.
    this.child.stdin?.on('error', () => undefined);
    running.add(this.child);
    this.child.once('exit', () => running.delete(this.child));
    this.ended = new Promise(resolve => {
      this.child.once('error', error => this.fail(this.startError(ffmpeg.path, error), resolve));
      this.child.once('close', (code, signal) => {
        this.closed = true;
        this.fail(code === 0 ? this.earlyEnd() : this.exitError(code, signal), resolve);
      });
    });
  }

  public async write(bytes: Uint8Array): Promise<void> {
    await this.orFailure('take a frame', done => {
      this.child.stdin?.write(bytes, error => {
        // An error here means that the process is ending; its exit says why, within moments.
        if (!error) done();
      });
    });
  }

  public async finish(): Promise<void> {
    this.child.stdin?.end();
    const before = this.failure;
    if (before !== undefined && !(before instanceof CleanEnd)) throw before;
    await this.orFailure('finish', () => undefined, 5 * this.stallMs).catch((error: unknown) => {
      if (!(error instanceof CleanEnd)) throw error;
    });
  }

  public async kill(): Promise<void> {
    // A process that never started has no exit to wait for; "error" has settled it.
    if (!this.closed && this.child.pid !== undefined) this.child.kill('SIGKILL');
    this.child.stdin?.destroy();
    await this.ended;
  }

  /** Runs a step that either gets done, or ends with the process, or with the clock. */
  private orFailure(step: string, start: (done: () => void) => void, patienceMs = this.stallMs): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      const settle = (error?: AuthorError): void => {
        clearTimeout(timer);
        this.waiting.delete(settle);
        if (error === undefined) resolve();
        else reject(error);
      };
      const timer = setTimeout(() => {
        this.fail(this.stallError(step, patienceMs), () => undefined);
        this.child.kill('SIGKILL');
      }, patienceMs);
      this.waiting.add(settle);
      start(settle);
    });
  }

  private fail(failure: AuthorError, then: () => void): void {
    this.failure ??= failure;
    for (const settle of [...this.waiting]) settle(this.failure);
    then();
  }

  private earlyEnd(): AuthorError {
    return new CleanEnd(`Cannot ${this.purpose}: ffmpeg ended before it had all frames`, {exitCode: ExitCode.encoder, ...this.lastWords()});
  }

  private exitError(code: number | null, signal: NodeJS.Signals | null): AuthorError {
    if (/No space left on device|ENOSPC/i.test(this.said)) return diskFull(this.purpose);
    const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
    return new AuthorError(`Cannot ${this.purpose}: ffmpeg ${how}${this.quote()}`, {exitCode: ExitCode.encoder, ...this.lastWords()});
  }

  private stallError(step: string, patienceMs: number): AuthorError {
    return new AuthorError(`Cannot ${this.purpose}: ffmpeg did not ${step} within ${patienceMs / 1000} s${this.quote()}`, {
      fix: 'see whether the machine is overloaded or ffmpeg was stopped, then render again', exitCode: ExitCode.deadline,
    });
  }

  private startError(file: string, cause: Error): AuthorError {
    this.closed = true;
    return new AuthorError(`Cannot ${this.purpose}: ffmpeg at ${file} did not start (${cause.message})`, {
      fix: 'run lectern doctor', exitCode: ExitCode.encoder, cause,
    });
  }

  private quote(): string {
    const lines = this.said.trim().split('\n').slice(-6).map(line => `  ffmpeg: ${line.trim()}`);
    return this.said.trim() === '' ? '' : `\n${lines.join('\n')}`;
  }

  private lastWords(): {fix: string} {
    return {fix: 'run lectern doctor to see which ffmpeg is used; set LECTERN_FFMPEG to use another'};
  }
}

/** An exit with code 0: a success after the input was closed, and a failure before. */
class CleanEnd extends AuthorError {}
