/**
 * What each kind of film is encoded with. In: a profile's name, size, frame rate, changes. Out: one plain record that
 * decides every byte x264 writes, and so goes whole into the key of each chunk.
 */
import {z} from 'zod';
import {AuthorError, ExitCode} from '../author/authorError';

export const profileNames = ['draft', 'review', 'youtube', 'master'] as const;
export type ProfileName = (typeof profileNames)[number];

export const presets = ['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium', 'slow', 'slower', 'veryslow'] as const;
export const tunes = ['film', 'animation', 'grain', 'stillimage'] as const;
export const pixelFormats = ['yuv420p', 'yuv444p', 'yuv444p10le'] as const;
export type PixelFormat = (typeof pixelFormats)[number];

/** What an author may change in a profile: the encoding flags of the command line. */
export const encoderOverrides = z.strictObject({
  /** Constant rate factor: 0 is lossless, 18 looks so, 51 is worst. */
  crf: z.number().min(0).max(51).optional(),
  preset: z.enum(presets).optional(),
  tune: z.enum(tunes).optional(),
  pixelFormat: z.enum(pixelFormats).optional(),
  /** Frames from one IDR frame to the next. */
  gopFrames: z.int().min(1).max(600).optional(),
  threads: z.int().min(1).max(16).optional(),
});
export type EncoderOverrides = z.infer<typeof encoderOverrides>;

/** Everything that decides how frames become bytes; plain, so that it can be printed, saved and hashed. */
export interface EncoderSettings {
  readonly profile: ProfileName;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly preset: (typeof presets)[number];
  readonly crf: number;
  readonly tune?: (typeof tunes)[number];
  readonly pixelFormat: PixelFormat;
  readonly gopFrames: number;
  readonly bFrames?: number;
  /** Fixed, since x264 writes other bytes with another number of threads. */
  readonly threads: number;
  /** Ticks a second of the mp4's clock: a whole number a frame. */
  readonly timescale: number;
}

interface Profile {
  readonly preset: EncoderSettings['preset'];
  readonly crf: number;
  readonly tune?: EncoderSettings['tune'];
  readonly pixelFormat: PixelFormat;
  readonly gopFrames: (fps: number) => number;
  readonly bFrames?: number;
  readonly scale: number;
  /** Whether the film goes out to viewers, so that nothing in it may be a stand-in. */
  readonly isFinal: boolean;
  readonly about: string;
}

const scrubbable = (): number => 60;

/** The profiles, for the encoder and for `--help`. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  draft: {preset: 'veryfast', crf: 23, pixelFormat: 'yuv420p', gopFrames: scrubbable, scale: 0.5, isFinal: false, about: 'half size, quick, to look at once'},
  review: {preset: 'veryfast', crf: 18, pixelFormat: 'yuv420p', gopFrames: scrubbable, scale: 1, isFinal: false, about: 'full size, quick, to judge by'},
  youtube: {
    preset: 'slow', crf: 16, tune: 'animation', pixelFormat: 'yuv420p', gopFrames: fps => Math.max(1, Math.floor(fps / 2)), bFrames: 2, scale: 1, isFinal: true,
    about: 'what the upload page asks for: 2 B-frames, closed GOP of half a second',
  },
  master: {preset: 'slow', crf: 12, pixelFormat: 'yuv444p10le', gopFrames: scrubbable, scale: 1, isFinal: true, about: 'full colour in 10 bits, to keep and to edit'},
};

/** Ticks of the mp4's clock in one frame. */
export const ticksAFrame = 256;

/**
 * Settles how a film is encoded.
 *
 * @param order - `profile`; `width`, `height` of the frames that will come, pixels, at most 16384; `fps`, whole, 1 to
 *   240; `overrides`: what the author changed
 * @returns a plain record; equal orders give equal records
 * @throws AuthorError (exit 2) `Cannot encode 1921x1080: yuv420p stores colour for two by two pixels, so both sides must be even`
 * @throws AuthorError (exit 2) for an override out of its range
 * @throws RangeError for a size or frame rate that is not in range
 * @example encoderSettings({profile: 'review', width: 1920, height: 1080, fps: 30}).crf  // 18
 */
export function encoderSettings({profile, width, height, fps, overrides = {}}: {
  readonly profile: ProfileName;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly overrides?: EncoderOverrides;
}): EncoderSettings {
  whole('width', width, 2, 16384);
  whole('height', height, 2, 16384);
  whole('fps', fps, 1, 240);
  const changes = checkedOverrides(overrides);
  const {scale: _scale, about: _about, gopFrames, ...base} = profiles[profile];
  const settings: EncoderSettings = {
    profile, width, height, fps, ...base,
    gopFrames: gopFrames(fps), threads: width * height > 2560 * 1440 ? 2 : 1, timescale: ticksAFrame * fps,
    ...changes,
  };
  if (settings.pixelFormat === 'yuv420p' && (width % 2 === 1 || height % 2 === 1)) throw oddSize(width, height);
  return settings;
}

/**
 * Says at what size a profile wants its frames drawn: half for a draft, each side kept even.
 *
 * @param size - the film's size, pixels
 * @returns the size to draw, and the factor by which the stage shrinks the picture
 * @example drawnSize('draft', {width: 1920, height: 1080})  // {width: 960, height: 540, scale: 0.5}
 */
export function drawnSize(profile: ProfileName, size: {readonly width: number; readonly height: number}): {width: number; height: number; scale: number} {
  const {scale} = profiles[profile];
  if (scale === 1) return {width: size.width, height: size.height, scale};
  const even = (length: number): number => Math.max(2, 2 * Math.round((length * scale) / 2));
  return {width: even(size.width), height: even(size.height), scale};
}

/**
 * The fixed length of a chunk: the multiple of the GOP nearest to five seconds.
 *
 * It depends on the settings alone, never on the number of workers: chunk edges change bytes, and the same film must
 * have the same bytes wherever it is made.
 */
export function chunkFrames({fps, gopFrames}: Pick<EncoderSettings, 'fps' | 'gopFrames'>): number {
  return gopFrames * Math.max(1, Math.round((5 * fps) / gopFrames));
}

/**
 * The arguments of x264 for some settings: they close each GOP and put every one on the same grid, so that segments
 * join by stream copy, and leave nothing in the stream's headers that depends on what is encoded.
 *
 * Without later pictures to lean on, macroblock trees would make a lone picture worse by some 8 dB; without them and with
 * a rate factor raised by 2, it comes out as good as the end of a long hold (50 dB against 48.5 at crf 18).
 *
 * @param isStill - for a single picture that will be held
 */
export function x264Arguments(settings: EncoderSettings, isStill = false): string[] {
  const grid = `keyint=${settings.gopFrames}:min-keyint=${settings.gopFrames}:scenecut=0:open-gop=0:stitchable=1${isStill ? ':mbtree=0:rc-lookahead=0' : ''}`;
  const crf = isStill && settings.crf > 0 ? Math.min(51, settings.crf + 2) : settings.crf;
  return [
    '-c:v', 'libx264', '-preset', settings.preset, '-crf', String(crf),
    ...(settings.tune === undefined ? [] : ['-tune', settings.tune]),
    ...(settings.bFrames === undefined ? [] : ['-bf', String(settings.bFrames)]),
    '-threads', String(settings.threads), '-x264-params', grid,
    '-pix_fmt', settings.pixelFormat,
    '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv',
    ...(settings.pixelFormat === 'yuv420p' ? ['-chroma_sample_location', 'center'] : []),
    '-flags:v', '+bitexact',
  ];
}

function checkedOverrides(overrides: EncoderOverrides): EncoderOverrides {
  const checked = encoderOverrides.safeParse(overrides);
  if (checked.success) return Object.fromEntries(Object.entries(checked.data).filter(([, value]) => value !== undefined));
  const [issue] = checked.error.issues;
  const name = issue?.path.join('.') ?? '';
  throw new AuthorError(`Cannot encode with ${name === '' ? 'these settings' : `"${name}" ${JSON.stringify(overrides[name as keyof EncoderOverrides])}`}: ${issue?.message}`, {
    fix: `settings are ${Object.keys(encoderOverrides.shape).join(', ')}`,
    exitCode: ExitCode.usage,
  });
}

function oddSize(width: number, height: number): AuthorError {
  return new AuthorError(`Cannot encode ${width}x${height}: yuv420p stores colour for two by two pixels, so both sides must be even`, {
    fix: `make the film ${width + (width % 2)}x${height + (height % 2)}, or choose another --scale`,
    exitCode: ExitCode.usage,
  });
}

function whole(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`Cannot encode with ${name} ${value}: it takes a whole number from ${least} to ${most}`);
  }
}
