// Asks ffprobe about a rendered film: node tests/fresh/checkFilm.mjs film.mp4 figures.json
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import assert from 'node:assert/strict';

const [film, figuresFile] = process.argv.slice(2);
const figures = JSON.parse(readFileSync(figuresFile, 'utf8').trim().split('\n').at(-1));
const probe = JSON.parse(
  execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-count_packets', '-show_streams', '-show_chapters', '-show_format', film], {encoding: 'utf8'}),
);
const video = probe.streams.find(stream => stream.codec_type === 'video');
assert.equal(Number(video.nb_read_packets), figures.frames, 'frames in the file');
assert.deepEqual([video.codec_name, video.color_space, video.color_primaries, video.color_transfer, video.color_range], ['h264', 'bt709', 'bt709', 'bt709', 'tv']);
assert.ok(Math.abs(Number(probe.format.duration) - figures.duration_s) < 0.05, 'duration');
assert.ok(probe.streams.some(stream => stream.codec_name === 'mov_text'), 'captions');
assert.ok(probe.chapters.length > 0, 'chapter markers');
console.log(`${film}: ${figures.frames} frames, ${figures.duration_s} s, ${probe.chapters.length} chapter markers, captions, bt709`);
