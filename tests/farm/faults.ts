/** What the fault tests share: a film of six small chunks, a cache that is warm but for its chunks, and who is still running. */
import {execFileSync, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll} from 'vitest';
import {findFfmpeg} from '../../src/encoder/ffmpeg';
import {openChunkStore, type StoreReport} from '../../src/farm/chunkStore';
import {cacheFolder} from '../../src/timeline/cacheFolder';
import {repository, runLectern, type Outcome, type RunOptions} from '../cli/runLectern';

const here = path.dirname(fileURLToPath(import.meta.url));
export const fixtures = path.join(here, 'fixtures');

/** Chunks in the film: one a scene. */
export const sixChunks = 6;

/** With LECTERN_EVERY_FAULT set, sweeps go through every moment rather than a seeded few. */
export const everyFault = process.env.LECTERN_EVERY_FAULT !== undefined;

/** A place to render in: a cache of its own, and a folder for the film. */
export interface Place {
  readonly folder: string;
  readonly cache: string;
  readonly film: string;
}

/** What `render --json` prints. */
export interface Figures {
  readonly frames: number;
  readonly drawn_frames: number;
  readonly sha256: string;
  readonly files: readonly string[];
}

/** What a render that nothing disturbs makes, and a cache that such a render left, its chunks taken out. */
export interface CleanRender {
  readonly figures: Figures;
  /** A new place; with `chunks`, its store is full. */
  place(options?: {readonly chunks?: boolean}): Place;
}

/** Renders once, undisturbed. Everything is gone after the tests of a file. */
export async function cleanRender(): Promise<CleanRender> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'lectern-faults-'));
  afterAll(() => rmSync(root, {recursive: true, force: true}));
  const made = placeIn(path.join(root, 'clean'));
  // Motion Canvas is bundled once for each installation; where that has been done here, it need not be done again.
  const installed = cacheFolder(repository);
  for (const name of existsSync(installed) ? readdirSync(installed).filter(entry => /^motion-canvas-.*[0-9a-f]$/.test(entry)) : []) {
    cpSync(path.join(installed, name), path.join(made.cache, name), {recursive: true});
  }
  const outcome = await renderSix(made);
  if (outcome.code !== 0) throw new Error(`the clean render ended with ${outcome.code}: ${outcome.stderr}`);
  let count = 0;
  return {
    figures: figuresOf(outcome),
    place: ({chunks = false} = {}) => {
      const place = placeIn(path.join(root, String(count++)));
      const isChunk = (file: string): boolean => path.relative(made.cache, file).split(path.sep)[0] === 'chunks';
      cpSync(made.cache, place.cache, {recursive: true, filter: file => chunks || !isChunk(file)});
      return place;
    },
  };
}

function placeIn(root: string): Place {
  return {folder: path.join(root, 'out'), cache: path.join(root, 'cache'), film: path.join(root, 'out', 'six.mp4')};
}

export function renderSix({cache, film}: Place, {args = [], jobs = 1, ...options}: RunOptions & {readonly args?: readonly string[]; readonly jobs?: number} = {}): Promise<Outcome> {
  return runLectern(['render', 'six', '--json', '--jobs', String(jobs), '--out', film, ...args], {cwd: fixtures, ...options, env: {LECTERN_CACHE: cache, LECTERN_CACHE_DIR: path.join(path.dirname(cache), '..', 'probes'), ...options.env}});
}

export function figuresOf({stdout, code, stderr}: Outcome): Figures {
  if (code !== 0) throw new Error(`the render ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Figures;
}

export function fileSha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** What there is in a folder, and all below it; nothing where there is no folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile()).map(entry => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
}

/** Reads the store through, as `lectern cache verify` does. */
export async function verifiedStore({cache}: Place): Promise<StoreReport> {
  return (await openChunkStore(path.join(cache, 'chunks'))).verify();
}

/** The environment in which a process's disk fails, or the process dies, at one call; see faultyDisk.mjs. */
export function faultyDisk(fault: {
  readonly under: string;
  readonly in: 'coordinator' | 'worker';
  readonly at?: number;
  readonly act?: string;
  readonly sticky?: boolean;
  readonly log?: string;
}): Record<string, string> {
  return {LECTERN_TEST_DISK: JSON.stringify(fault), NODE_OPTIONS: `--import ${path.join(here, 'faultyDisk.mjs')}`};
}

/** A program that stands in for ffmpeg: scripts for when it encodes frames and when it joins, with the real one at "$REAL". */
export async function standInEncoder(folder: string, {encoding = 'exec "$REAL" "$@"', joining = 'exec "$REAL" "$@"'}: {readonly encoding?: string; readonly joining?: string}): Promise<string> {
  const file = path.join(folder, 'ffmpeg-stand-in');
  const cases = `*'-f h264 pipe:1') ${encoding};;\n*/film.mp4) ${joining};;\n*) exec "$REAL" "$@";;`;
  writeFileSync(file, `#!/bin/bash\nREAL='${(await findFfmpeg()).path}'\ncase "$*" in\n${cases}\nesac\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Processes whose environment names a folder: everything that a render there has started, zombies left out. Linux only. */
export function processesOf(folder: string): string[] {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try {
      const isZombie = /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      const isOurs = !isZombie && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder);
      return isOurs ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      return [];
    }
  });
}

/** Waits until nothing that a render started runs any more; returns what still does after the time is up. */
export async function leftRunning(folder: string, withinSeconds: number): Promise<string[]> {
  const end = Date.now() + withinSeconds * 1000;
  for (;;) {
    const running = processesOf(folder);
    if (running.length === 0 || Date.now() > end) return running;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Small disks and read-only ones need mounts, which not every machine lets a user make. */
export const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], {stdio: 'ignore'}).status === 0;

/** Runs a shell script with mounts of its own; `lectern` is a function in it. Returns its output, and what lectern said to either stream. */
export function withMounts(script: string, env: Readonly<Record<string, string>>): string {
  const lectern = `exec 3>&1; lectern() { ${process.execPath} ${path.join(here, '../../.build/cli/lectern.js')} "$@" 2>&3; }`;
  return execFileSync('unshare', ['-rm', 'bash', '-c', `${lectern}\n${script}`], {cwd: fixtures, encoding: 'utf8', env: {...process.env, NO_COLOR: '1', ...env}, stdio: ['ignore', 'pipe', 'inherit']});
}
