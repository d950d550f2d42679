/** `lectern sheet`: a contact sheet, a still for each beat. */
import path from 'node:path';
import type {BeatMoment} from '../loop/beatStills';
import {writeSheet} from '../loop/sheet';
import {openProject} from '../timeline/openProject';
import {fileStem} from './fileStem';
import {printWarnings} from './printWarnings';
import {findTarget} from './target';

interface SheetFlags {
  readonly out?: string;
  readonly html?: boolean;
  readonly columns: number;
  readonly width: number;
  readonly moment: BeatMoment;
  readonly fps?: number;
  readonly background?: string;
  readonly text: 'portable' | 'system';
}

/** Draws the sheet and prints the paths of its pages, one a line. */
export async function sheet(name: string, scenes: readonly string[], flags: SheetFlags): Promise<void> {
  const target = findTarget(name, scenes);
  const {project} = await openProject(target.file, {scenes: target.scenes});
  const {out, html, columns, width, moment, fps, background, text} = flags;
  const file = path.resolve(out ?? path.join('renders', `${fileStem(project.name, target.scenes)}-sheet.${html ? 'html' : 'png'}`));
  const files = await writeSheet(project, {path: file, columns, width, moment, film: {fps, background, textRenderer: text}, onWarnings: printWarnings});
  for (const page of files) process.stdout.write(`${page}\n`);
}
