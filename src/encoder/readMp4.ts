/**
 * Reads back what was written. In: an mp4. Out: what its own tables say of order, frames, clock, colour, chapters and
 * captions. Called after every encode and every join, since ffmpeg ends well on half a film too.
 */
import {open, type FileHandle} from 'node:fs/promises';
import {AuthorError, ExitCode} from '../author/authorError';

/** The numbers that ITU-T H.273 gives to matrix, primaries and transfer; 1 is BT.709. */
export interface ColourTags {
  readonly primaries: number;
  readonly transfer: number;
  readonly matrix: number;
  readonly fullRange: boolean;
}

export interface VideoTrack {
  readonly width: number;
  readonly height: number;
  /** Ticks a second. */
  readonly timescale: number;
  readonly frames: number;
  /** Ticks from each frame to the next, as runs: one run when the clock is constant. */
  readonly steps: readonly {readonly frames: number; readonly ticks: number}[];
  /** True when the frames, put in the order in which they are shown, begin at the film's start and are one step apart. */
  readonly evenlyShown: boolean;
  /** Frames that decoding can begin with, counted from 0 in the order of decoding. */
  readonly keyFrames: readonly number[];
  /** Where each frame's bytes are, in the order of decoding, and its place in the order of showing. */
  readonly samples: readonly {readonly offset: number; readonly bytes: number; readonly shown: number; readonly keyFrame: boolean}[];
  /** The stream's own headers (H.264 configuration record), hexadecimal. */
  readonly codecConfig: string;
  readonly colour?: ColourTags;
}

export interface TextTrack {
  /** Three letters, ISO 639-2. */
  readonly language: string;
  readonly lines: readonly {readonly text: string; readonly startSeconds: number}[];
}

export interface Mp4 {
  /** Boxes of the file in order, e.g. ftyp, moov, free, mdat. */
  readonly boxes: readonly string[];
  readonly bytes: number;
  readonly video?: VideoTrack;
  readonly audioSeconds?: number;
  readonly captions?: TextTrack;
  readonly chapters?: TextTrack;
}

/**
 * Reads the tables of an mp4; the pictures themselves are not touched.
 *
 * @param path - a file on disk
 * @throws AuthorError (exit 7) `Cannot verify film.mp4: it ends within its box "mdat"`, and likewise for any other damage
 */
export async function readMp4(path: string): Promise<Mp4> {
  const file = await open(path, 'r');
  try {
    return await readTables(file, path);
  } catch (error) {
    if (error instanceof AuthorError) throw error;
    throw damaged(path, error instanceof Error ? error.message : String(error));
  } finally {
    await file.close();
  }
}

/** The error for a file that is not what it should be. */
export function damaged(path: string, what: string): AuthorError {
  return new AuthorError(`Cannot verify ${path}: ${what}`, {
    fix: 'render again; if it happens again, run lectern doctor to see which ffmpeg is used', exitCode: ExitCode.verification,
  });
}

async function readTables(file: FileHandle, path: string): Promise<Mp4> {
  const bytes = (await file.stat()).size;
  const boxes = await topBoxes(file, path, bytes);
  const moov = boxes.find(box => box.kind === 'moov');
  if (moov === undefined) throw damaged(path, 'it has no table of contents (box "moov")');
  const {bytes: table, tracks} = await parseMoov(await slice(file, moov.start, moov.size));
  const chapterIds = new Set(tracks.flatMap(track => chapterReferences(track)));
  const video = tracks.find(track => track.mdia.hdlr.handler === 'vide');
  const audio = tracks.find(track => track.mdia.hdlr.handler === 'soun');
  const chapters = tracks.find(track => chapterIds.has(track.tkhd.track_id));
  const captions = tracks.find(track => ['sbtl', 'text'].includes(track.mdia.hdlr.handler) && track !== chapters);
  return {
    boxes: boxes.map(box => box.kind),
    bytes,
    ...(video === undefined ? {} : {video: videoTrack(video, table)}),
    ...(audio === undefined ? {} : {audioSeconds: audio.mdia.mdhd.duration / audio.mdia.mdhd.timescale}),
    ...(captions === undefined ? {} : {captions: await textTrack(file, captions)}),
    ...(chapters === undefined ? {} : {chapters: await textTrack(file, chapters)}),
  };
}

interface TopBox {
  readonly kind: string;
  readonly start: number;
  readonly size: number;
}

async function topBoxes(file: FileHandle, path: string, bytes: number): Promise<TopBox[]> {
  const boxes: TopBox[] = [];
  for (let start = 0; start < bytes;) {
    const head = await slice(file, start, Math.min(16, bytes - start));
    if (head.length < 8) throw damaged(path, 'it ends within the head of a box');
    const short = head.readUInt32BE(0);
    const kind = head.toString('latin1', 4, 8);
    // Size 1 means that a long size follows, 0 that the box goes on to the end.
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? bytes - start : short;
    if (size < 8 || start + size > bytes) throw damaged(path, `it ends within its box "${kind}"`);
    boxes.push({kind, start, size});
    start += size;
  }
  return boxes;
}

async function slice(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const {bytesRead} = await file.read(buffer, 0, length, start);
  return buffer.subarray(0, bytesRead);
}

/** The few fields that are read here, as mp4box names them. */
interface Track {
  readonly tkhd: {readonly track_id: number};
  readonly tref?: {readonly references: readonly {readonly box_name?: string; readonly track_ids: ArrayLike<number>}[]};
  readonly edts?: {readonly elst?: {readonly entries: readonly {readonly media_time: number}[]}};
  readonly mdia: {
    readonly mdhd: {readonly timescale: number; readonly duration: number; readonly languageString: string};
    readonly hdlr: {readonly handler: string};
    readonly minf: {readonly stbl: SampleTables};
  };
}

interface SampleTables {
  readonly stsd: {readonly entries: readonly VideoEntry[]};
  readonly stts: {readonly sample_counts: readonly number[]; readonly sample_deltas: readonly number[]};
  readonly ctts?: {readonly sample_counts: readonly number[]; readonly sample_offsets: readonly number[]};
  readonly stss?: {readonly sample_numbers: readonly number[]};
  readonly stsz: {readonly sample_sizes: readonly number[]};
  readonly stsc: {readonly first_chunk: readonly number[]; readonly samples_per_chunk: readonly number[]};
  readonly stco?: {readonly chunk_offsets: readonly number[]};
  readonly co64?: {readonly chunk_offsets: readonly number[]};
}

interface VideoEntry {
  readonly width: number;
  readonly height: number;
  readonly avcC?: {readonly start: number; readonly size: number};
  readonly boxes?: readonly {
    readonly colour_type?: string;
    readonly colour_primaries?: number;
    readonly transfer_characteristics?: number;
    readonly matrix_coefficients?: number;
    readonly full_range_flag?: number;
  }[];
}

interface Moov {
  readonly bytes: Buffer;
  readonly tracks: readonly Track[];
}

async function parseMoov(bytes: Buffer): Promise<Moov> {
  // Loaded here, while ffmpeg works: its 20 ms would otherwise be part of every start.
  const {createFile} = await import('mp4box');
  const file = createFile();
  let complaint: string | undefined;
  file.onError = (_module, message) => {
    complaint = message;
  };
  file.appendBuffer(Object.assign(new Uint8Array(bytes).buffer, {fileStart: 0}));
  if (file.moov === undefined) throw new Error(complaint ?? 'its table of contents cannot be read');
  return {bytes, tracks: file.moov.traks as unknown as Track[]};
}

function chapterReferences(track: Track): number[] {
  return (track.tref?.references ?? []).flatMap(reference => Array.from(reference.track_ids));
}

function videoTrack(track: Track, moov: Buffer): VideoTrack {
  const tables = track.mdia.minf.stbl;
  const entry = tables.stsd.entries[0];
  if (entry?.avcC === undefined) throw new Error('its video is not H.264');
  const steps = tables.stts.sample_counts.map((frames, i) => ({frames, ticks: tables.stts.sample_deltas[i]!}));
  const frames = steps.reduce((sum, run) => sum + run.frames, 0);
  const moments = shownMoments(steps, tables.ctts, track.edts?.elst?.entries[0]?.media_time ?? 0);
  const step = steps[0]?.ticks ?? 0;
  const keyFrames = tables.stss === undefined ? moments.map((_, i) => i) : tables.stss.sample_numbers.map(number => number - 1);
  const offsets = sampleOffsets(tables);
  const isKey = new Set(keyFrames);
  const colour = entry.boxes?.find(box => box.colour_type === 'nclx');
  return {
    width: entry.width, height: entry.height, timescale: track.mdia.mdhd.timescale, frames, steps, keyFrames,
    evenlyShown: moments.toSorted((a, b) => a - b).every((moment, k) => moment === k * step),
    samples: offsets.map((offset, i) => ({offset, bytes: tables.stsz.sample_sizes[i]!, shown: moments[i]! / step, keyFrame: isKey.has(i)})),
    codecConfig: moov.toString('hex', entry.avcC.start + 8, entry.avcC.start + entry.avcC.size),
    ...(colour === undefined ? {} : {colour: {
      primaries: colour.colour_primaries!, transfer: colour.transfer_characteristics!, matrix: colour.matrix_coefficients!,
      fullRange: colour.full_range_flag === 1,
    }}),
  };
}

/** When each frame is shown, in ticks from the start of the film, in the order of decoding. */
function shownMoments(steps: VideoTrack['steps'], ctts: SampleTables['ctts'], mediaTime: number): number[] {
  const moments: number[] = [];
  let decoded = 0;
  for (const {frames, ticks} of steps) {
    for (let i = 0; i < frames; i++, decoded += ticks) moments.push(decoded - mediaTime);
  }
  let index = 0;
  for (const [run, count] of (ctts?.sample_counts ?? []).entries()) {
    for (let i = 0; i < count && index < moments.length; i++) moments[index++]! += ctts!.sample_offsets[run]!;
  }
  return moments;
}

/** Reads the words of a text track: each sample is a length of two bytes and UTF-8; an empty one is a pause. */
async function textTrack(file: FileHandle, track: Track): Promise<TextTrack> {
  const {stts, stsz} = track.mdia.minf.stbl;
  const {timescale, languageString} = track.mdia.mdhd;
  const offsets = sampleOffsets(track.mdia.minf.stbl);
  const starts = stts.sample_counts.flatMap((count, run) => Array.from({length: count}, () => stts.sample_deltas[run]!));
  const lines: {text: string; startSeconds: number}[] = [];
  let ticks = 0;
  for (const [i, offset] of offsets.entries()) {
    const sample = await slice(file, offset, stsz.sample_sizes[i]!);
    const text = sample.toString('utf8', 2, 2 + sample.readUInt16BE(0));
    if (text !== '') lines.push({text, startSeconds: ticks / timescale});
    ticks += starts[i] ?? 0;
  }
  return {language: languageString, lines};
}

function sampleOffsets({stsc, stsz, stco, co64}: SampleTables): number[] {
  const chunks = (stco ?? co64)?.chunk_offsets ?? [];
  const offsets: number[] = [];
  for (const [chunk, start] of chunks.entries()) {
    const run = stsc.first_chunk.findLastIndex(first => first <= chunk + 1);
    let offset = start;
    for (let i = 0; i < (stsc.samples_per_chunk[run] ?? 0) && offsets.length < stsz.sample_sizes.length; i++) {
      const size = stsz.sample_sizes[offsets.length]!;
      offsets.push(offset);
      offset += size;
    }
  }
  return offsets;
}
