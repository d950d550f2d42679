/**
 * Writes an mp4 with one H.264 track. In: encoded frames, in memory or in other files. Out: a file whose tables say
 * exactly when each is shown. Called for segments and for the joined picture track, before words and sound are added.
 *
 * ffmpeg's own ways were tried first: its concat demuxer takes the length of each piece from a field in whole milliseconds,
 * and pieces shorter than the delay of B-frames get other decode times, so films drifted by ticks at every cut.
 */
import {open, type FileHandle} from 'node:fs/promises';
import type {EncoderSettings} from './profiles';

/** An encoded frame: NAL units, each after its length in four bytes. */
export interface EncodedFrame {
  readonly bytes: number;
  /** The place of the frame in the order in which frames are shown, counted from 0. */
  readonly shown: number;
  readonly keyFrame: boolean;
}

/** Where frames' bytes come from: pieces in the order of decoding. */
export type FrameBytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Writes a picture track.
 *
 * Law: frame i is decoded at (i - delay) steps and shown at step `shown`, where the delay is the least that lets every
 * frame be decoded before it is shown. An edit list takes the delay off again, so that the film begins at 0.
 *
 * @param path - the file; one that is there is overwritten
 * @param frames - in the order of decoding
 * @param bytes - all frames' bytes, in the same order, in pieces of any size
 * @param options - `settings`: size and clock; `codecConfig`: H.264 configuration record, hexadecimal
 * @throws RangeError `Cannot write film.mp4: its frames hold 10 bytes of 12`
 */
export async function writeMp4(
  path: string, frames: readonly EncodedFrame[], bytes: FrameBytes,
  {settings, codecConfig}: {readonly settings: Pick<EncoderSettings, 'width' | 'height' | 'timescale' | 'fps'>; readonly codecConfig: string},
): Promise<void> {
  const file = await open(path, 'w');
  try {
    const ftyp = box('ftyp', ascii('isom'), u32(512), ascii('isomiso2avc1mp41'));
    const length = frames.reduce((sum, frame) => sum + frame.bytes, 0);
    const mdatHead = Buffer.concat([u32(1), ascii('mdat'), u64(length + 16)]);
    await writeAll(file, Buffer.concat([ftyp, mdatHead]));
    let written = 0;
    for await (const piece of bytes) {
      await writeAll(file, piece);
      written += piece.length;
    }
    if (written !== length) throw new RangeError(`Cannot write ${path}: its frames hold ${written} bytes of ${length}`);
    await writeAll(file, moov(frames, settings, codecConfig, ftyp.length + mdatHead.length));
  } finally {
    await file.close();
  }
}

/** A single write may take less than it was given. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) from += (await file.write(bytes, from)).bytesWritten;
}

function moov(frames: readonly EncodedFrame[], settings: Parameters<typeof writeMp4>[3]['settings'], codecConfig: string, dataStart: number): Buffer {
  const step = settings.timescale / settings.fps;
  const delay = frames.reduce((most, frame, i) => Math.max(most, i - frame.shown), 0);
  const ticks = frames.length * step;
  // Rounded up: a film whose edit ends early would lose its last frame.
  const milliseconds = Math.ceil((frames.length * 1000) / settings.fps);
  const mvhd = full('mvhd', 0, u32(0), u32(0), u32(1000), u32(milliseconds), u32(0x10000), u16(0x100), zeros(10), unityMatrix, zeros(24), u32(2));
  const tkhd = full('tkhd', 3, u32(0), u32(0), u32(1), u32(0), u32(milliseconds), zeros(16), unityMatrix, u32(settings.width << 16), u32(settings.height << 16));
  const elst = full('elst', 0, u32(1), u32(milliseconds), u32(delay * step), u32(0x10000));
  const mdhd = full('mdhd', 0, u32(0), u32(0), u32(settings.timescale), u32(ticks), u16(0x55c4), u16(0));
  const hdlr = full('hdlr', 0, u32(0), ascii('vide'), zeros(12), ascii('VideoHandler\0'));
  const dinf = box('dinf', full('dref', 0, u32(1), full('url ', 1)));
  const stbl = box('stbl',
    full('stsd', 0, u32(1), sampleEntry(settings, codecConfig)),
    full('stts', 0, u32(1), u32(frames.length), u32(step)),
    full('stss', 0, ...counted(frames.flatMap((frame, i) => (frame.keyFrame ? [u32(i + 1)] : [])))),
    full('ctts', 0, ...counted(runs(frames.map((frame, i) => (frame.shown - i + delay) * step)).map(([count, offset]) => Buffer.concat([u32(count), u32(offset)])))),
    full('stsc', 0, u32(1), u32(1), u32(frames.length), u32(1)),
    full('stsz', 0, u32(0), ...counted(frames.map(frame => u32(frame.bytes)))),
    full('co64', 0, u32(1), u64(dataStart)),
  );
  const minf = box('minf', full('vmhd', 1, zeros(8)), dinf, stbl);
  return box('moov', mvhd, box('trak', tkhd, box('edts', elst), box('mdia', mdhd, hdlr, minf)));
}

/** H.264 with its configuration record, square pixels, and BT.709 in limited range (1, 1, 1 of ITU-T H.273). */
function sampleEntry({width, height}: {readonly width: number; readonly height: number}, codecConfig: string): Buffer {
  return box('avc1', zeros(6), u16(1), zeros(16), u16(width), u16(height), u32(0x480000), u32(0x480000), zeros(4), u16(1), zeros(32), u16(24), u16(0xffff),
    box('avcC', Buffer.from(codecConfig, 'hex')),
    box('colr', ascii('nclx'), u16(1), u16(1), u16(1), Buffer.from([0])),
    box('pasp', u32(1), u32(1)));
}

const unityMatrix = Buffer.concat([u32(0x10000), zeros(12), u32(0x10000), zeros(12), u32(0x40000000)]);

function box(kind: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), ascii(kind), body]);
}

/** A box with a version, always 0 here, and flags. */
function full(kind: string, flags: number, ...parts: readonly Uint8Array[]): Buffer {
  return box(kind, u32(flags), ...parts);
}

function counted(entries: readonly Buffer[]): Buffer[] {
  return [u32(entries.length), ...entries];
}

/** Equal neighbours, counted. */
function runs(values: readonly number[]): [count: number, value: number][] {
  const found: [number, number][] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last?.[1] === value) last[0]++;
    else found.push([1, value]);
  }
  return found;
}

function ascii(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function zeros(count: number): Buffer {
  return Buffer.alloc(count);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
