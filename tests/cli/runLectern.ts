/** Runs the compiled command line as a user would, in a folder of its own. */
import {spawn} from 'node:child_process';
import {rmSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll} from 'vitest';

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const fixtures = path.join(repository, 'tests', 'cli', 'fixtures');

export interface Outcome {
  readonly code: number | null;
  /** Set where the process did not end by itself. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Lead a process group, as a command does that a shell starts in a terminal. */
  readonly detached?: boolean;
  /** Told as soon as the process runs, to disturb it. */
  readonly onStart?: (child: ReturnType<typeof spawn>) => void;
}

/** Runs `lectern` with arguments and waits for its end. */
export function runLectern(args: readonly string[], {cwd = fixtures, env = {}, detached = false, onStart}: RunOptions = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [path.join(repository, '.build', 'cli', 'lectern.js'), ...args], {
    cwd,
    env: {...process.env, NO_COLOR: '1', ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
  });
  onStart?.(child);
  let stdout = '';
  let stderr = '';
  child.stdout!.on('data', text => (stdout += String(text)));
  child.stderr!.on('data', text => (stderr += String(text)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({code, signal, stdout, stderr}));
  });
}

const made: string[] = [];
afterAll(() => made.forEach(folder => rmSync(folder, {recursive: true, force: true})));

/** An empty folder for one test's output; it is gone when the tests of a file have ended. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-test-'));
  made.push(folder);
  return folder;
}
