/** `lectern still`: single frames as PNG files. */
import {rename, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {measureFilm} from '../farm/measureFilm';
import {measuringIn} from '../farm/measurementOf';
import {loadFilm, type Film} from '../timeline/film';
import {momentFrame} from '../timeline/moment';
import {openProject} from '../timeline/openProject';
import {fileStem} from './fileStem';
import {printWarnings} from './printWarnings';
import {findTarget} from './target';

interface StillFlags {
  readonly at: readonly string[];
  readonly out?: string;
  readonly scale?: number;
  readonly fps?: number;
  readonly background?: string;
  readonly text: 'portable' | 'system';
}

/** Draws the frames asked for and prints their paths, one a line. */
export async function still(name: string, scenes: readonly string[], flags: StillFlags): Promise<void> {
  const target = findTarget(name, scenes);
  const opened = await openProject(target.file, {scenes: target.scenes});
  const {project} = opened;
  const {scale, fps, background, text} = flags;
  const options = {resolutionScale: project.kind === 'project' ? scale : (scale ?? 1), fps, background, textRenderer: text};
  const film = await loadFilm(project, options);
  // Scenes that have been measured before, here or in a render, need not run to their ends for one frame.
  const {spans, warnings} = await measureFilm({opened, film: options, jobs: 1}, measuringIn(film));
  film.place(spans);
  printWarnings(warnings);
  for (const moment of flags.at) {
    await film.draw(momentFrame(moment, film));
    process.stdout.write(`${await writeStill(film, outFile(flags, fileStem(project.name, target.scenes), moment))}\n`);
  }
}

async function writeStill(film: Film, file: string): Promise<string> {
  await mkdir(path.dirname(file), {recursive: true});
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, await film.stage.canvas.encode('png'));
  await rename(temporary, file);
  return file;
}

function outFile({at, out}: StillFlags, name: string, moment: string): string {
  const label = moment.replace('%', 'pct').replace(/[^\w.-]+/g, '-');
  if (!out) return path.resolve('renders', `${name}-${label}.png`);
  if (out.includes('{}')) return path.resolve(out.replace('{}', label));
  const {dir, name: stem, ext} = path.parse(path.resolve(out));
  return at.length === 1 ? path.join(dir, stem + ext) : path.join(dir, `${stem}-${label}${ext}`);
}
