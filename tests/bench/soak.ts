/** Draws and encodes thousands of frames in one process, chunk by chunk as a worker does, and follows its memory. Called by soak.mjs. */
import {rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {findFfmpeg} from '../../src/encoder/ffmpeg';
import {encoderSettings} from '../../src/encoder/profiles';
import {drawChunk} from '../../src/farm/drawChunk';
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

const [scene, frames, width] = [process.argv[2]!, Number(process.argv[3]), Number(process.argv[4])];
const height = (width * 9) / 16;
const {project} = await openProject(scene);
const film = await openFilm(project, {resolutionScale: width / 1920});
const settings = encoderSettings({profile: 'draft', width, height, fps: film.settings.fps, overrides: {preset: 'ultrafast'}});
const order = {ffmpeg: await findFfmpeg(), settings, path: path.join(os.tmpdir(), `lectern-soak-${process.pid}.mp4`)};

const chunkFrames = 100;
const samples: {frame: number; mb: number}[] = [];
for (let drawn = 0; drawn < frames; drawn += chunkFrames) {
  // The film is shorter than the soak: it begins again, which must not leave anything behind either.
  const startFrame = drawn % (film.frames - (film.frames % chunkFrames));
  const finish = await drawChunk(film, {index: 0, scene: 'soak', startFrame, endFrame: startFrame + chunkFrames}, order, () => undefined);
  await finish();
  samples.push({frame: drawn + chunkFrames, mb: process.memoryUsage.rss() / 2 ** 20});
}
await rm(order.path, {force: true});

// Caches fill while a film starts; what grows after that grows for ever.
const settled = samples.filter(sample => sample.frame >= Math.min(1000, frames / 3));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const middle = mean(settled.map(({frame}) => frame));
const slope = settled.reduce((sum, {frame, mb}) => sum + (frame - middle) * mb, 0) / settled.reduce((sum, {frame}) => sum + (frame - middle) ** 2, 0);
console.log(JSON.stringify({scene: project.name, size: `${width}x${height}`, frames, peak_rss_mb: Math.round(Math.max(...samples.map(({mb}) => mb))), slope_kb_per_frame: Math.round(slope * 1024 * 1000) / 1000}));
