import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {emptyFolder, runLectern} from './runLectern';

const hasProbe = (() => {
  try {
    execFileSync('ffprobe', ['-version'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
})();

interface Probe {
  readonly streams: readonly Record<string, string>[];
  readonly chapters: readonly {readonly tags: {readonly title: string}; readonly start_time: string}[];
  readonly format: {readonly duration: string};
  readonly packets?: readonly {readonly pts: number; readonly flags: string}[];
}

const probe = (file: string, ...more: string[]): Probe =>
  JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', '-show_chapters', '-show_format', ...more, file], {encoding: 'utf8', maxBuffer: 1 << 26}));

const sha256 = async (file: string) => createHash('sha256').update(await readFile(file)).digest('hex');

describe('render of a chapter', () => {
  let file: string;
  let figures: {frames: number; drawn_frames: number; sha256: string; files: string[]};
  const env: Record<string, string> = {};

  beforeAll(async () => {
    const folder = await emptyFolder();
    env.LECTERN_CACHE = path.join(folder, 'cache');
    file = path.join(folder, 'tiny.mp4');
    const outcome = await runLectern(['render', 'tiny', '--out', file, '--json'], {env});
    expect(outcome.stderr).toBe('');
    figures = JSON.parse(outcome.stdout);
  });

  it('writes the film, captions, markers and description, and names them all', () => {
    expect(figures.files.map(name => path.basename(name))).toEqual(['tiny.mp4', 'tiny.srt', 'tiny.vtt', 'tiny.chapters.txt', 'tiny.description.txt']);
    expect(figures.files.every(name => existsSync(name))).toBe(true);
  });

  it('has moov before mdat', async () => {
    const bytes = await readFile(file);
    expect(bytes.indexOf('moov')).toBeGreaterThan(0);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  });

  it.skipIf(!hasProbe)('has every frame once, at a constant step, tagged bt709 limited', () => {
    const {streams, packets, format} = probe(file, '-show_packets', '-select_streams', 'v');
    const [video] = streams;
    expect(video).toMatchObject({codec_name: 'h264', width: 320, height: 180, color_space: 'bt709', color_primaries: 'bt709', color_transfer: 'bt709', color_range: 'tv', nb_frames: String(figures.frames)});
    const times = packets!.map(({pts}) => pts).sort((a, b) => a - b);
    expect(new Set(times.slice(1).map((time, index) => time - times[index])).size).toBe(1);
    expect(Number(format.duration)).toBeCloseTo(figures.frames / 30, 2);
  });

  it.skipIf(!hasProbe)('has a marker for each scene and the captions as a subtitle track', () => {
    const {chapters, streams} = probe(file);
    expect(chapters.map(({tags}) => tags.title)).toEqual(['One circle', 'One square']);
    expect(streams.some(stream => stream.codec_name === 'mov_text')).toBe(true);
    const srt = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-map', '0:s:0', '-f', 'srt', '-'], {encoding: 'utf8'});
    expect(srt).toContain('A circle moves to the right.');
  });

  it('is the same file when nothing has changed, with no frame drawn', async () => {
    const again = JSON.parse((await runLectern(['render', 'tiny', '--out', file, '--json'], {env})).stdout);
    expect(again).toMatchObject({drawn_frames: 0, sha256: figures.sha256});
    expect(await sha256(file)).toBe(figures.sha256);
  });

  it.each([1, 2, 3, 7])('is the same file with %i workers', async jobs => {
    const folder = await emptyFolder();
    const outcome = await runLectern(['render', 'tiny', '--jobs', String(jobs), '--no-cache', '--out', path.join(folder, 'film.mp4'), '--json'], {env: {LECTERN_CACHE: path.join(folder, 'cache')}});
    expect(JSON.parse(outcome.stdout).sha256).toBe(figures.sha256);
  });

  it('of its last scene alone draws nothing anew: the chunks are the film\'s', async () => {
    const outcome = await runLectern(['render', 'tiny', '02-two', '--out', file.replace('.mp4', '-two.mp4'), '--json'], {env});
    expect(JSON.parse(outcome.stdout).drawn_frames).toBe(0);
  });
});
