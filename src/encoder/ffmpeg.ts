/**
 * Finds the ffmpeg that encodes. In: the environment. Out: a binary that has been seen to do what films need, with a
 * record of what it can do. Called by whoever renders, and by `doctor`, which shows every candidate.
 */
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {promisify} from 'node:util';
import {AuthorError, ExitCode} from '../author/authorError';
import {cacheFolder} from './cacheFolder';

export type FfmpegSource = 'LECTERN_FFMPEG' | 'ffmpeg-static' | 'PATH' | '@ffmpeg-installer/ffmpeg';

/** What a build was seen to do. The first group is needed by every film. */
export interface FfmpegAbilities {
  readonly libx264: boolean;
  readonly concat: boolean;
  readonly mp4: boolean;
  readonly mov_text: boolean;
  readonly scale: boolean;
  /** One small picture was encoded with the flags that make bytes repeatable. */
  readonly bitexact: boolean;
  readonly aac: boolean;
  readonly loudnorm: boolean;
  /** x264 in 10 bits and 4:4:4, for the master profile. */
  readonly yuv444p10le: boolean;
}

export interface Ffmpeg {
  readonly path: string;
  readonly version: string;
  /** SHA-256 of all that `-version` prints: part of the key of every chunk, since another build may write other bytes. */
  readonly build: string;
  readonly source: FfmpegSource;
  readonly has: FfmpegAbilities;
}

/** A binary that was looked at: either usable, or refused for a reason. */
export interface FfmpegCandidate {
  readonly source: FfmpegSource;
  readonly path?: string;
  readonly ffmpeg?: Ffmpeg;
  readonly refused?: string;
}

export interface FindOptions {
  /** Where probes are remembered; by default the user's cache folder. */
  readonly cacheDir?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const needed = ['libx264', 'concat', 'mp4', 'mov_text', 'scale', 'bitexact', 'aac'] as const satisfies readonly (keyof FfmpegAbilities)[];

const run = promisify(execFile);
const found = new Map<string, Promise<Ffmpeg>>();

/**
 * Finds an ffmpeg that can make films: the first capable one of LECTERN_FFMPEG, the package ffmpeg-static (if its
 * download succeeded), the PATH, and the package `@ffmpeg-installer/ffmpeg`.
 *
 * A binary is probed once and remembered by path, size and time of change, so that a later start costs no process.
 * LECTERN_FFMPEG is an order, not a hint: when it cannot be used nothing else is tried.
 *
 * @throws AuthorError (exit 5) `Cannot find an ffmpeg that can make films`, with each candidate and why it was refused
 */
export function findFfmpeg(options: FindOptions = {}): Promise<Ffmpeg> {
  const env = options.env ?? process.env;
  const key = JSON.stringify([env.LECTERN_FFMPEG, env.PATH, options.cacheDir ?? cacheFolder(env)]);
  let search = found.get(key);
  if (search === undefined) {
    search = firstCapable(options);
    found.set(key, search);
    // A failed search is worth repeating: the author may have mended it.
    search.catch(() => found.delete(key));
  }
  return search;
}

/**
 * Looks at every candidate, also those after the first capable one, in the order in which they would be used.
 *
 * @returns one record a place; a place with no binary has no `path`
 */
export async function listFfmpegs(options: FindOptions = {}): Promise<FfmpegCandidate[]> {
  const env = options.env ?? process.env;
  return Promise.all(places(env).map(place => look(place, options)));
}

async function firstCapable(options: FindOptions): Promise<Ffmpeg> {
  const refused: FfmpegCandidate[] = [];
  for (const place of places(options.env ?? process.env)) {
    const candidate = await look(place, options);
    if (candidate.ffmpeg !== undefined) return candidate.ffmpeg;
    refused.push(candidate);
    if (candidate.source === 'LECTERN_FFMPEG') break;
  }
  const reasons = refused.map(({source, path: file, refused: why}) => `  ${source}${file === undefined ? '' : ` (${file})`}: ${why}`);
  const ordered = refused[0]?.source === 'LECTERN_FFMPEG';
  throw new AuthorError(`Cannot find an ffmpeg that can make films\n${reasons.join('\n')}`, {
    fix: ordered
      ? 'set LECTERN_FFMPEG to an ffmpeg built with libx264, or unset it to let Lectern choose'
      : 'run npm install without --omit=optional, or set LECTERN_FFMPEG to an ffmpeg built with libx264',
    exitCode: ExitCode.encoder,
  });
}

interface Place {
  readonly source: FfmpegSource;
  readonly path?: string;
  readonly missing?: string;
}

/** Every place a binary may be, in the order of preference. */
function places(env: NodeJS.ProcessEnv): Place[] {
  return [
    ...(env.LECTERN_FFMPEG ? [{source: 'LECTERN_FFMPEG' as const, path: path.resolve(env.LECTERN_FFMPEG)}] : []),
    staticPackage(),
    ...onPath(env),
    installerPackage(),
  ];
}

const require = createRequire(import.meta.url);
const binaryName = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';

function staticPackage(): Place {
  const source = 'ffmpeg-static';
  try {
    const file = path.join(path.dirname(require.resolve('ffmpeg-static/package.json')), binaryName);
    return existsSync(file) ? {source, path: file} : {source, missing: 'its download did not succeed'};
  } catch {
    return {source, missing: 'the package is not installed'};
  }
}

function installerPackage(): Place {
  const source = '@ffmpeg-installer/ffmpeg';
  const platform = `@ffmpeg-installer/${process.platform}-${process.arch}`;
  try {
    // Resolved from the package itself: its binaries are its own dependencies, and need not be ours to see.
    const inner = createRequire(require.resolve('@ffmpeg-installer/ffmpeg/package.json'));
    return {source, path: path.join(path.dirname(inner.resolve(`${platform}/package.json`)), binaryName)};
  } catch {
    return {source, missing: `the package ${platform} is not installed`};
  }
}

function onPath(env: NodeJS.ProcessEnv): Place[] {
  const folders = (env.PATH ?? '').split(path.delimiter).filter(folder => path.isAbsolute(folder));
  const files = [...new Set(folders.map(folder => path.join(folder, binaryName)).filter(file => existsSync(file)).map(file => realpathSync(file)))];
  return files.length > 0 ? files.map(file => ({source: 'PATH', path: file})) : [{source: 'PATH', missing: 'no folder on it holds an ffmpeg'}];
}

async function look(place: Place, options: FindOptions): Promise<FfmpegCandidate> {
  const {source, path: file} = place;
  if (file === undefined) return {source, refused: place.missing ?? 'not there'};
  try {
    mendMode(file, source);
    const probe = await rememberedProbe(file, options.cacheDir ?? cacheFolder(options.env));
    const lacking = needed.filter(ability => !probe.has[ability]);
    if (lacking.length > 0) return {source, path: file, refused: `version ${probe.version} lacks ${lacking.join(', ')}`};
    return {source, path: file, ffmpeg: {path: file, source, ...probe}};
  } catch (error) {
    return {source, path: file, refused: error instanceof Error ? error.message.split('\n')[0]! : String(error)};
  }
}

/** npm may be told not to run install scripts, and then the shipped binary has lost its permission to run. */
function mendMode(file: string, source: FfmpegSource): void {
  if (!existsSync(file)) throw new Error('there is no such file');
  if (!statSync(file).isFile()) throw new Error('it is not a file');
  try {
    accessSync(file, constants.X_OK);
  } catch {
    if (source === 'LECTERN_FFMPEG' || source === 'PATH') throw new Error('it may not be executed');
    chmodSync(file, 0o755);
  }
}

type Probe = Pick<Ffmpeg, 'version' | 'build' | 'has'>;

/** Raised when what a probe asks changes, so that older memories are asked again. */
const probeEdition = 1;

async function rememberedProbe(file: string, folder: string): Promise<Probe> {
  const {mtimeMs, size} = statSync(file);
  const key = `${probeEdition}|${file}|${mtimeMs}|${size}`;
  const memory = path.join(folder, 'ffmpeg-probes.json');
  const known = readMemory(memory)[key];
  if (known !== undefined) return known;
  const probe = await probeFfmpeg(file);
  writeMemory(memory, {...readMemory(memory), [key]: probe});
  return probe;
}

function readMemory(file: string): Record<string, Probe | undefined> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, Probe>) : {};
  } catch {
    return {};
  }
}

/** Memory is a convenience: a cache folder that cannot be written costs a probe a run and nothing else. */
function writeMemory(file: string, memory: Record<string, Probe | undefined>): void {
  try {
    mkdirSync(path.dirname(file), {recursive: true});
    const kept = Object.entries(memory).slice(-16);
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(Object.fromEntries(kept), null, 1));
    renameSync(temporary, file);
  } catch {
    // As said above.
  }
}

/** Asks a binary what it has, and makes it encode one small picture with the flags of every segment. */
async function probeFfmpeg(file: string): Promise<Probe> {
  const ask = async (...args: string[]): Promise<string> => (await run(file, ['-hide_banner', ...args], {timeout: 20_000, maxBuffer: 1 << 24})).stdout;
  const banner = (await run(file, ['-version'], {timeout: 20_000})).stdout;
  const version = /^ffmpeg version (\S+)/.exec(banner)?.[1];
  if (version === undefined) throw new Error('it does not answer as ffmpeg does');
  const [encoders, demuxers, muxers, filters, x264, bitexact] = await Promise.all([
    ask('-encoders'), ask('-demuxers'), ask('-muxers'), ask('-filters'), ask('-h', 'encoder=libx264'), encodesOnePicture(file),
  ]);
  const lists = (table: string, name: string): boolean => new RegExp(`^\\s*\\S+\\s+(?:\\S+,)?${name}(?:,\\S+)?\\s`, 'm').test(table);
  return {
    version,
    build: createHash('sha256').update(banner).digest('hex'),
    has: {
      libx264: lists(encoders, 'libx264'), mov_text: lists(encoders, 'mov_text'), aac: lists(encoders, 'aac'),
      concat: lists(demuxers, 'concat'), mp4: lists(muxers, 'mp4'),
      scale: lists(filters, 'scale'), loudnorm: lists(filters, 'loudnorm'),
      yuv444p10le: /Supported pixel formats:.*\byuv444p10le\b/.test(x264), bitexact,
    },
  };
}

async function encodesOnePicture(file: string): Promise<boolean> {
  const trial = run(file, [
    '-hide_banner', '-loglevel', 'error', '-protocol_whitelist', 'file,pipe',
    '-f', 'rawvideo', '-pix_fmt', 'rgba', '-video_size', '32x32', '-framerate', '30', '-i', 'pipe:0',
    '-vf', 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p', '-c:v', 'libx264', '-x264-params', 'stitchable=1:open-gop=0',
    '-threads', '1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-f', 'h264', 'pipe:1',
  ], {timeout: 20_000, encoding: 'buffer'});
  trial.child.stdin?.on('error', () => undefined);
  trial.child.stdin?.end(Buffer.alloc(32 * 32 * 4));
  return trial.then(({stdout}) => stdout.length > 0, () => false);
}
