/** Draws thousands of frames in one process and follows its memory. Called by soak.mjs. */
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

const [scene, count, scale] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const {project} = await openProject(scene);
const film = await openFilm(project, {resolutionScale: scale});
const frames = Math.min(count, film.frames);
const samples: {frame: number; mb: number}[] = [];
for (let frame = 0; frame < frames; frame++) {
  await film.draw(frame);
  film.stage.pixels();
  if (frame % 50 === 49) samples.push({frame, mb: process.memoryUsage.rss() / 2 ** 20});
}
// Caches fill while a film starts; what grows after that grows for ever.
const settled = samples.filter(sample => sample.frame >= Math.min(1000, frames / 3));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const middle = mean(settled.map(({frame}) => frame));
const slope = settled.reduce((sum, {frame, mb}) => sum + (frame - middle) * mb, 0) / settled.reduce((sum, {frame}) => sum + (frame - middle) ** 2, 0);
console.log(JSON.stringify({scene: project.name, frames, peak_rss_mb: Math.round(Math.max(...samples.map(({mb}) => mb))), slope_kb_per_frame: Math.round(slope * 1024 * 1000) / 1000}));
