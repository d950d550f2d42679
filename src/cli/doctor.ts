/** `lectern doctor`: what this machine will render with. */
import {createRequire} from 'node:module';
import os from 'node:os';
import {findFfmpeg, listFfmpegs} from '../encoder/ffmpeg';
import {bundleMotionCanvas} from '../timeline/motionCanvasBundle';
import {cacheFolder} from '../timeline/cacheFolder';
import {knownFamilies, registerBundledFonts} from '../stage/fonts/fontBook';

/** Prints the encoder that is used and why, the versions that decide pixels, and the fonts. */
export async function doctor(flags: {readonly json?: boolean}): Promise<void> {
  const root = process.cwd();
  const cache = cacheFolder(root);
  const candidates = await listFfmpegs();
  const motionCanvas = await bundleMotionCanvas(root, cache);
  registerBundledFonts();
  const report = {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    processors: os.availableParallelism(),
    memory_gb: Math.round(os.totalmem() / 2 ** 30),
    canvas: versionOf('@napi-rs/canvas'),
    motion_canvas: {core: motionCanvas.coreVersion, twoD: motionCanvas.twoDVersion},
    fonts: knownFamilies(),
    cache,
    ffmpegs: candidates,
  };
  if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else print(report);
  // Without an encoder nothing can be rendered: this throws, and says why each candidate was refused.
  await findFfmpeg();
}

function print(report: {readonly ffmpegs: readonly object[]; readonly fonts: readonly string[]} & object): void {
  const {ffmpegs, fonts, ...rest} = report;
  for (const [name, value] of Object.entries(rest)) {
    process.stdout.write(`${name.replace(/_/g, ' ').padEnd(15)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}\n`);
  }
  process.stdout.write(`${'fonts'.padEnd(15)} ${fonts.join(', ')}\n`);
  for (const candidate of ffmpegs) process.stdout.write(`${'ffmpeg'.padEnd(15)} ${JSON.stringify(candidate)}\n`);
}

function versionOf(name: string): string {
  const require = createRequire(import.meta.url);
  return (require(`${name}/package.json`) as {version: string}).version;
}
