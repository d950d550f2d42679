/** Times, for each chunk of a chapter, the way from its scene's start to its first frame. Called by suite.mjs; prints JSON. */
import {chunkFrames} from '../../src/encoder/profiles';
import {planChunks} from '../../src/timeline/chunkPlan';
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

const {project} = await openProject(process.argv[2]!);
const film = await openFilm(project, {resolutionScale: 0.25});
const gopFrames = 60;
const grid = {gopFrames, gopsPerChunk: chunkFrames({fps: film.settings.fps, gopFrames}) / gopFrames};
const round = (value: number): number => Math.round(value * 10) / 10;

const chunks: {scene: string; start: number; frames: number; forward_ms: number; own_ms: number}[] = [];
for (const {scene, startFrame, endFrame} of planChunks(film.sceneSpans, grid)) {
  const span = film.sceneSpans.find(({name}) => name === scene)!;
  // From a later frame there is no way but to begin the scene anew, as a worker does that has drawn something else.
  await film.draw(film.frames - 1);
  const before = film.times;
  await film.draw(startFrame);
  const there = film.times;
  for (let frame = startFrame + 1; frame < endFrame; frame++) await film.draw(frame);
  const done = film.times;
  chunks.push({
    scene, start: startFrame - span.startFrame, frames: endFrame - startFrame,
    forward_ms: round(there.step - before.step),
    own_ms: round(done.step - there.step + done.draw - before.draw),
  });
}
const sum = (key: 'forward_ms' | 'own_ms'): number => chunks.reduce((total, chunk) => total + chunk[key], 0);
const shares = chunks.map(({forward_ms, own_ms}) => forward_ms / (forward_ms + own_ms));
console.log(JSON.stringify({chunks, forward_s: round(sum('forward_ms') / 1000), own_s: round(sum('own_ms') / 1000), share: Math.round(1000 * (sum('forward_ms') / (sum('forward_ms') + sum('own_ms')))) / 1000, worst_share: Math.round(1000 * Math.max(...shares)) / 1000}));
