/** `lectern strip`: the frames of a short span side by side, to judge a movement without playing it. */
import path from 'node:path';
import {AuthorError, ExitCode} from '../author/authorError';
import {writeStrip} from '../loop/sheet';
import type {Film} from '../timeline/film';
import {openProject} from '../timeline/openProject';
import {fileStem} from './fileStem';
import {frameRange} from './frameRange';
import {printWarnings} from './printWarnings';
import {findTarget} from './target';

interface StripFlags {
  readonly from?: string;
  readonly to?: string;
  readonly every?: string;
  readonly out?: string;
  readonly columns: number;
  readonly width: number;
  readonly fps?: number;
  readonly background?: string;
  readonly text: 'portable' | 'system';
}

/** Draws the strip and prints the paths of its pages, one a line. */
export async function strip(name: string, scenes: readonly string[], flags: StripFlags): Promise<void> {
  const target = findTarget(name, scenes);
  const {project} = await openProject(target.file, {scenes: target.scenes});
  const {from = '', to = '', every, out, columns, width, fps, background, text} = flags;
  const file = path.resolve(out ?? path.join('renders', `${fileStem(project.name, target.scenes)}-strip.png`));
  const files = await writeStrip(project, {
    path: file,
    columns,
    width,
    range: ({sceneSpans, settings}) => frameRange(`${from}..${to}`, {spans: sceneSpans, settings}, project),
    every: every === undefined ? undefined : film => stepOf(every, film),
    film: {fps, background, textRenderer: text},
    onWarnings: printWarnings,
  });
  for (const page of files) process.stdout.write(`${page}\n`);
}

/** `3` is frames, `0.1s` seconds. */
function stepOf(text: string, {settings: {fps}}: Film): number {
  const match = /^(\d+|(\d*\.?\d+)\s*s)$/.exec(text.trim());
  const step = match?.[2] === undefined ? Number(match?.[1]) : Math.max(1, Math.round(Number(match[2]) * fps));
  if (step >= 1) return step;
  throw new AuthorError(`Cannot take one frame every "${text}"`, {
    exitCode: ExitCode.usage,
    fix: 'give frames (--every 3) or seconds (--every 0.1s)',
  });
}
