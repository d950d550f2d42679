/**
 * `lectern sheet` and `lectern strip`: a film on paper.
 *
 * In: a project and what to show of it. Out: PNG files, or one HTML page with the narration beside the pictures. Pictures
 * are drawn small from the start, so that a chapter takes seconds.
 */
import path from 'node:path';
import {openFilm, type Film, type FilmOptions} from '../timeline/film';
import type {Project} from '../timeline/openProject';
import {toTimecode} from '../timeline/timecode';
import {planStills, type BeatMoment, type ScenePlan} from './beatStills';
import {drawSheet} from './drawSheet';
import type {SheetBlock} from './sheetLayout';
import {sheetPage, type SheetCard} from './sheetPage';
import {stripFrames} from './stripFrames';
import {writeWhole} from './writeWhole';

export interface SheetOrder {
  /** Where to write, absolute: `.png`, or `.html` for a page with the narration. */
  readonly path: string;
  /** Pictures in a row, at least 1. */
  readonly columns: number;
  /** Width of one picture, px. */
  readonly width: number;
  readonly film?: FilmOptions;
  /** Told of what plays, though hardly as it was meant. */
  readonly onWarnings?: (warnings: Film['warnings']) => void;
}

/** Skia, browsers and people all have trouble with longer pictures. */
const LONGEST_PAGE = 6000;

/**
 * Draws a contact sheet: a still for each beat, scene by scene.
 *
 * @returns the files written; a long sheet has several pages, `name-1.png`, `name-2.png`, …
 * @throws AuthorError for whatever the scenes got wrong
 */
export async function writeSheet(project: Project, order: SheetOrder & {readonly moment: BeatMoment}): Promise<string[]> {
  const film = await openSmall(project, order);
  const plans = planStills(film.sceneSpans, project, film.settings.fps, order.moment);
  if (path.extname(order.path) === '.html') return [await writeHtml(film, plans, order)];
  const {fps} = film.settings;
  const blocks = plans.map(({span, stills}): SheetBlock => ({
    ...headingOf(film, span),
    tiles: stills.map(({frame, label, words}) => ({frame, lines: [`${toTimecode(frame, fps)}  ${label}`, ...(words ? [words] : [])]})),
  }));
  return writePages(film, blocks, order);
}

/**
 * Draws a filmstrip: the frames of a short span in reading order.
 *
 * @param order - `range`: the span, once the film's scenes are known, in frames, end exclusive; `every`: frames from one
 *   picture to the next
 */
export async function writeStrip(
  project: Project,
  order: SheetOrder & {readonly range: (film: Film) => {readonly start: number; readonly end: number}; readonly every?: (film: Film) => number},
): Promise<string[]> {
  const film = await openSmall(project, order);
  const {fps} = film.settings;
  const range = order.range(film);
  const frames = stripFrames(range, order.every?.(film));
  const tiles = frames.map(frame => {
    const span = film.sceneSpans.find(({endFrame}) => frame < endFrame)!;
    return {frame, lines: [`${((frame - span.startFrame) / fps).toFixed(2)} s  frame ${frame - span.startFrame}`]};
  });
  const scenes = film.sceneSpans.filter(({startFrame, endFrame}) => startFrame < range.end && endFrame > range.start);
  const note = `${toTimecode(range.start, fps)} to ${toTimecode(range.end, fps)}`;
  return writePages(film, [{heading: scenes.map(({name}) => name).join(', '), note, tiles}], order);
}

/** Drawn at the size it is shown in: a quarter of the width is a sixteenth of the pixels. */
async function openSmall(project: Project, {width, film, onWarnings}: SheetOrder): Promise<Film> {
  const designWidth = film?.size?.width ?? project.chapter?.size.width ?? 1920;
  const opened = await openFilm(project, {...film, resolutionScale: width / designWidth});
  onWarnings?.(opened.warnings);
  return opened;
}

function headingOf({settings: {fps}, project}: Film, {name, title, startFrame, endFrame}: ScenePlan['span']): Pick<SheetBlock, 'heading' | 'note'> {
  const source = project.scenes.find(scene => scene.name === name)?.narration?.source ?? 'none';
  return {
    heading: source === 'none' ? name : `${name}  ${title}`,
    note: `${toTimecode(startFrame, fps)}  ${((endFrame - startFrame) / fps).toFixed(1)} s`,
  };
}

async function writePages(film: Film, blocks: readonly SheetBlock[], {path: file, columns}: SheetOrder): Promise<string[]> {
  const {width, height} = film.stage.canvas;
  const pages: Buffer[] = [];
  for await (const page of drawSheet(film, blocks, {columns, tile: {width, height}, longestPage: LONGEST_PAGE})) pages.push(await page.encode('png'));
  const {dir, name, ext} = path.parse(file);
  return Promise.all(pages.map((page, index) => writeWhole(pages.length === 1 ? file : path.join(dir, `${name}-${index + 1}${ext}`), page)));
}

async function writeHtml(film: Film, plans: readonly ScenePlan[], {path: file, columns}: SheetOrder): Promise<string> {
  const {width} = film.stage.canvas;
  const sections = [];
  for (const {span, stills} of plans) {
    const cards: SheetCard[] = [];
    for (const still of stills) {
      await film.draw(still.frame);
      const picture = await film.stage.canvas.encode('webp', 85);
      cards.push({...still, timecode: toTimecode(still.frame, film.settings.fps), picture: `data:image/webp;base64,${picture.toString('base64')}`});
    }
    sections.push({...headingOf(film, span), cards});
  }
  return writeWhole(file, sheetPage({title: film.project.title, sections, columns, width}));
}
