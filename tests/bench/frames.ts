/** Draws a film's frames without encoding them, and measures each. Called by frames.mjs. */
import {createHash} from 'node:crypto';
import {openFilm} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';

/** What a frame cost to step and draw, and to read, in milliseconds of processor time. */
interface Cost {
  readonly changed: boolean;
  readonly draw: number;
  readonly read: number;
  /** Of the pixels, where they were asked for. */
  readonly hash?: string;
}

interface Order {
  readonly file: string;
  readonly scenes: readonly string[];
  readonly scale: number;
  readonly seconds: number | null;
  readonly paintsWhole: boolean;
  readonly hashes: boolean;
}

const {file, scenes, scale, seconds, paintsWhole, hashes}: Order = JSON.parse(process.argv[2]);
const {project} = await openProject(file, {scenes});
const film = await openFilm(project, {resolutionScale: scale, paintsWhole});
const {fps} = film.settings;
const frames = Math.min(film.frames, seconds === null ? Infinity : seconds * fps);

function processorMs(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

const costs: Cost[] = [];
for (let frame = 0; frame < frames; frame++) {
  const start = processorMs();
  const {changed} = await film.draw(frame);
  const drawn = processorMs();
  const pixels = changed ? film.stage.pixels() : null;
  const read = processorMs();
  const hash = hashes ? (pixels ? createHash('sha1').update(pixels).digest('hex') : costs.at(-1)?.hash) : undefined;
  costs.push({changed, draw: drawn - start, read: read - drawn, hash});
}
console.log(JSON.stringify({name: project.name, fps, costs, rss: process.memoryUsage.rss()}));
