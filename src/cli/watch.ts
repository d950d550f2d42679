/** `lectern watch`: the film as it is after each save, on a page of this machine. */
import path from 'node:path';
import pc from 'picocolors';
import {watch as startWatch} from '../loop/watch';
import type {WatchEvent} from '../loop/watchState';
import {fileStem} from './fileStem';
import {frameCount} from './frameCount';
import {interrupted} from './interrupted';
import {findTarget} from './target';

interface WatchFlags {
  readonly port: number;
  readonly scale: number;
  readonly fps?: number;
  readonly background?: string;
  readonly text: 'portable' | 'system';
}

/** Runs until it is interrupted. The page's address goes to stdout; what each save did, to stderr. */
export async function watch(name: string, scenes: readonly string[], flags: WatchFlags): Promise<void> {
  const target = findTarget(name, scenes);
  const {port, scale, fps, background, text} = flags;
  const stem = fileStem(path.basename(path.dirname(target.file)), [path.parse(target.file).name, ...target.scenes].filter(part => part !== 'chapter'));
  const still = path.resolve('renders', `${stem}-watch.jpg`);
  const running = await startWatch({
    ...target,
    root: process.cwd(),
    film: {resolutionScale: scale, fps, background, textRenderer: text},
    port,
    still,
    onEvent: report,
  });
  process.stdout.write(`${running.url}\n`);
  process.stderr.write(pc.dim(`The newest picture is ${path.relative(process.cwd(), still)}. Ctrl-C ends.\n`));
  await interrupted();
  await running.close();
}

/** What was told at the last save; an author who knows is not told again. */
let told: readonly string[] = [];

function tellWarnings(warnings: readonly string[]): void {
  for (const warning of warnings) if (!told.includes(warning)) process.stderr.write(`${pc.yellow(warning)}\n`);
  told = warnings;
}

function report(event: WatchEvent): void {
  if (event.type === 'first') process.stderr.write(`${(event.milliseconds / 1000).toFixed(2)} s  ${event.scene} frame ${event.frame}\n`);
  else if (event.type === 'state') tellWarnings(event.state.scenes.flatMap(({warnings}) => warnings));
  else if (event.type === 'problem') process.stderr.write(`${pc.red(event.problem.text)}\n`);
  else if (event.type === 'settled' && event.drawn > 0) {
    process.stderr.write(pc.dim(`        ${event.scene}: ${frameCount(event.drawn)} drawn, ${event.differing} differ\n`));
  }
}
