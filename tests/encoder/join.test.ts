import {execFileSync} from 'node:child_process';
import {chmodSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {mkdir, rm, truncate} from 'node:fs/promises';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Ffmpeg} from '../../src/encoder/ffmpeg';
import {joinFilm, type JoinOrder} from '../../src/encoder/join';
import {trackLanguage} from '../../src/encoder/language';
import {readMp4} from '../../src/encoder/readMp4';
import type {Segment} from '../../src/encoder/segment';
import {encoderReady, frameHashes, hasFfprobe, movingSegment, probe, smallSettings, testFolder} from './films';

const folder = testFolder('join');
const settings = smallSettings();
let ffmpeg: Ffmpeg;
let segments: Segment[];
/** Lengths on the GOP grid and off it, shorter than the delay of B-frames, and at 30 fps not whole milliseconds. */
const lengths = [24, 13, 1, 2, 30];
const frames = 70;
beforeAll(async () => {
  ffmpeg = await encoderReady();
  let start = 0;
  segments = [];
  for (const [i, length] of lengths.entries()) {
    segments.push(await movingSegment(ffmpeg, path.join(folder, 'pieces', `${i}.mp4`), length, start));
    start += length;
  }
});

const captions = '1\n00:00:00,100 --> 00:00:00,900\nTake two words.\n\n2\n00:00:01,000 --> 00:00:02,000\nSubtract one\nfrom the other.\n';
const chapters = [{title: 'Words; = #1 \\ "two"', startFrame: 0, endFrame: 37}, {title: 'Ünï ☃ 方', startFrame: 37, endFrame: frames}];

let count = 0;
async function film(): Promise<string> {
  const place = path.join(folder, `film-${count++}`);
  await mkdir(place);
  return path.join(place, 'film.mp4');
}

function order(file: string, more: Partial<JoinOrder> = {}): JoinOrder {
  return {ffmpeg, settings, segments, path: file, ...more};
}

/** A sound file: a tenth of a second of 1 kHz at half of full scale, then silence. */
function click(seconds: number): string {
  const file = path.join(folder, `click-${seconds}.wav`);
  const samples = new Int16Array(Math.round(48_000 * seconds));
  for (let i = 0; i < 4800; i++) samples[i] = 16_384 * Math.sin((2 * Math.PI * i) / 48);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(48_000, 24);
  head.writeUInt32LE(96_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(file, Buffer.concat([head, new Uint8Array(samples.buffer)]));
  return file;
}

describe('joinFilm()', () => {
  test('holds the frames of its segments, one after another, unchanged', async () => {
    const file = await film();
    const made = await joinFilm(order(file));
    expect(made).toMatchObject({path: file, frames, durationSeconds: frames / 30, chapters: 0, captions: 0, audio: false});
    expect(frameHashes(ffmpeg, file)).toEqual(segments.flatMap(segment => frameHashes(ffmpeg, segment.path)));
  });

  test('begins each segment with an IDR frame, on one even clock, its table in front', async () => {
    const file = await film();
    await joinFilm(order(file));
    const {boxes, video} = await readMp4(file);
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'));
    expect(video).toMatchObject({frames, evenlyShown: true, steps: [{frames, ticks: 256}], colour: {matrix: 1, primaries: 1, transfer: 1, fullRange: false}});
    for (const edge of [0, 24, 37, 38, 40]) expect(video!.keyFrames).toContain(edge);
  });

  test('twice gives the same bytes, with words and sound', async () => {
    const [a, b] = [await film(), await film()];
    const words = {title: 'Film', captions, chapters, language: 'en', sounds: [{path: click(0.5), startSeconds: 0.5}]};
    expect((await joinFilm(order(a, words))).sha256).toBe((await joinFilm(order(b, words))).sha256);
  });

  test('of one segment, of one frame, works', async () => {
    const file = await film();
    expect(await joinFilm(order(file, {segments: [segments[2]!]}))).toMatchObject({frames: 1});
    expect(frameHashes(ffmpeg, file)).toEqual(frameHashes(ffmpeg, segments[2]!.path));
  });

  test('reads back captions, chapters and title', async () => {
    const file = await film();
    expect(await joinFilm(order(file, {title: 'A = B; #\n\\', captions, chapters, language: 'en-GB'}))).toMatchObject({chapters: 2, captions: 2});
    const read = await readMp4(file);
    expect(read.captions).toEqual({language: 'eng', lines: [{text: 'Take two words.', startSeconds: 0.1}, {text: 'Subtract one\nfrom the other.', startSeconds: 1}]});
    expect(read.chapters!.lines.map(line => line.text)).toEqual(chapters.map(chapter => chapter.title));
  });

  test('puts each sound at its sample, with its gain, cut at the end of the film', async () => {
    const file = await film();
    const sounds = [{path: click(0.5), startSeconds: 1, gainDb: -6}, {path: click(0.5), startSeconds: 0.25}, {path: click(9), startSeconds: 2}];
    const made = await joinFilm(order(file, {sounds}));
    expect(made.audio).toBe(true);
    expect(made.peakDb).toBeCloseTo(20 * Math.log10(0.5), 1);
    const pcm = execFileSync(ffmpeg.path, ['-v', 'error', '-i', `file:${file}`, '-map', '0:a:0', '-af', 'pan=mono|c0=c0', '-ar', '48000', '-f', 'f32le', '-'], {maxBuffer: 1 << 26});
    const samples = new Float32Array(Uint8Array.from(pcm).buffer);
    for (const [seconds, level] of [[0.25, 0.5], [1, 0.25], [2, 0.5]] as const) {
      const onset = samples.findIndex((value, i) => i > (seconds - 0.1) * 48_000 && Math.abs(value) > level / 2);
      expect(Math.abs(onset / 48_000 - seconds)).toBeLessThan(0.002);
      const tone = samples.slice(seconds * 48_000 + 960, seconds * 48_000 + 3840);
      const power = tone.reduce((sum, value) => sum + value * value, 0) / tone.length;
      expect(Math.sqrt(2 * power)).toBeCloseTo(level, 1);
    }
    expect((await readMp4(file)).audioSeconds).toBeLessThan(frames / 30 + 0.1);
  });

  test('of a sound that is not there, or is none, names it', async () => {
    const file = await film();
    await expect(joinFilm(order(file, {sounds: [{path: '/nowhere/a.wav', startSeconds: 0}]}))).rejects.toMatchObject({exitCode: 4, message: 'Cannot read the sound /nowhere/a.wav: there is no such file'});
    const text = path.join(folder, 'words.wav');
    writeFileSync(text, 'these are words');
    await expect(joinFilm(order(file, {sounds: [{path: text, startSeconds: 0}]}))).rejects.toMatchObject({exitCode: 4, message: expect.stringContaining('words.wav') as string});
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  test.each([NaN, Infinity])('of a sound at %d s is a RangeError', async startSeconds => {
    await expect(joinFilm(order(await film(), {sounds: [{path: click(0.5), startSeconds}]}))).rejects.toThrow(RangeError);
  });

  test.each([{trimStartSeconds: 2, trimEndSeconds: 1}, {playbackRate: 0}, {playbackRate: NaN}, {gainDb: Infinity}])('of a sound with %j is a RangeError', async settings => {
    await expect(joinFilm(order(await film(), {sounds: [{path: click(0.5), startSeconds: 0, ...settings}]}))).rejects.toThrow(RangeError);
  });

  test('of no segments is a RangeError', async () => {
    await expect(joinFilm(order(await film(), {segments: []}))).rejects.toThrow(RangeError);
  });

  test('of segments with other settings says which', async () => {
    const other = await movingSegment(ffmpeg, path.join(folder, 'pieces', 'other.mp4'), 5, 0, smallSettings('review', {preset: 'medium'}));
    await expect(joinFilm(order(await film(), {segments: [...segments, other]}))).rejects.toMatchObject({
      exitCode: 7, message: expect.stringContaining('segment 5 was encoded with other settings than segment 0') as string,
    });
  });
});

describe('joinFilm() when something fails leaves the old film whole', () => {
  /** Joins over an old film; returns the error that must come. */
  async function failure(more: Partial<JoinOrder>): Promise<unknown> {
    const file = await film();
    writeFileSync(file, 'the old film');
    const error = await joinFilm(order(file, more)).then(() => undefined, (thrown: unknown) => thrown);
    expect(readFileSync(file, 'utf8')).toBe('the old film');
    expect(readdirSync(path.dirname(file))).toEqual(['film.mp4']);
    return error;
  }

  function stub(script: string): {path: string} {
    const file = path.join(folder, `stub-${count++}.sh`);
    writeFileSync(file, `#!/bin/bash\nREAL='${ffmpeg.path}'\nOUT="\${@: -1}"; OUT="\${OUT#file:}"\n${script}\n`);
    chmodSync(file, 0o755);
    return {path: file};
  }

  test('ffmpeg killed before, while and after it writes', async () => {
    for (const script of ['kill -KILL $$', 'head -c 3000 /dev/zero > "$OUT"; kill -KILL $$', '"$REAL" "$@"; kill -KILL $$']) {
      expect(await failure({ffmpeg: stub(script)})).toMatchObject({exitCode: 5, message: expect.stringContaining('SIGKILL') as string});
    }
  });

  test('a film cut short, though ffmpeg says that all is well', async () => {
    expect(await failure({ffmpeg: stub('"$REAL" "$@"; truncate -s -100 "$OUT"')})).toMatchObject({exitCode: 7});
  });

  test('a film of fewer frames, though ffmpeg says that all is well', async () => {
    const script = 'args=("$@"); last="${args[-1]}"; unset "args[-1]"; "$REAL" "${args[@]}" -frames:v 30 "$last"';
    expect(await failure({ffmpeg: stub(script)})).toMatchObject({exitCode: 7, message: expect.stringContaining(`of ${frames}`) as string});
  });

  test('another film in its place', async () => {
    expect(await failure({ffmpeg: stub('cp "${0%/*}/pieces/0.mp4" "$OUT"'), captions})).toMatchObject({exitCode: 7});
  });

  test('no space left', async () => {
    expect(await failure({ffmpeg: stub('echo "No space left on device" >&2; exit 1')})).toMatchObject({exitCode: 6});
  });

  test('a segment that is gone, or was cut', async () => {
    const own = await movingSegment(ffmpeg, path.join(folder, 'pieces', `own.mp4`), 12);
    await truncate(own.path, own.bytes - 10);
    expect(await failure({segments: [segments[0]!, own]})).toMatchObject({exitCode: 7});
    await rm(own.path);
    expect(await failure({segments: [segments[0]!, own]})).toBeInstanceOf(Error);
  });
});

describe.skipIf(!hasFfprobe)('joinFilm(), as ffprobe sees it', () => {
  test('has constant time stamps, exact length, tags, captions and chapters', async () => {
    const file = await film();
    await joinFilm(order(file, {title: 'Königin & König', captions, chapters, language: 'de', sounds: [{path: click(0.5), startSeconds: 0}]}));
    const {streams, packets, chapters: parts, format} = probe(file);
    expect(packets).toHaveLength(frames);
    expect(packets.every((packet, i) => i === 0 || packet.dts - packets[i - 1]!.dts === 256)).toBe(true);
    expect(packets.map(packet => packet.pts).sort((a, b) => a - b)).toEqual(Array.from({length: frames}, (_, i) => 256 * i));
    expect(packets.every(packet => packet.duration === 256)).toBe(true);
    const [video, audio, text] = ['video', 'audio', 'subtitle'].map(kind => streams.find(stream => stream.codec_type === kind));
    expect(video).toMatchObject({color_space: 'bt709', color_transfer: 'bt709', color_primaries: 'bt709', color_range: 'tv', nb_frames: String(frames), duration_ts: frames * 256, r_frame_rate: '30/1', start_pts: 0});
    expect(audio).toMatchObject({codec_name: 'aac', sample_rate: '48000', channels: 2, tags: {language: 'deu'}});
    expect(text).toMatchObject({codec_name: 'mov_text', tags: {language: 'deu'}});
    expect(parts.map(part => part.tags.title)).toEqual(chapters.map(chapter => chapter.title));
    expect(parts.map(part => Number(part.start_time))).toEqual([0, expect.closeTo(37 / 30, 2)]);
    expect(format.tags).toMatchObject({title: 'Königin & König'});
    expect(format.tags).not.toHaveProperty('encoder');
  });
});

describe('trackLanguage()', () => {
  test.each([['en', 'eng'], ['en-GB', 'eng'], ['DE', 'deu'], ['zh-Hans', 'zho'], ['deu', 'deu'], ['xx', 'und'], [undefined, 'und'], ['', 'und']])('of %s is %s', (tag, letters) => {
    expect(trackLanguage(tag)).toBe(letters);
  });
});
