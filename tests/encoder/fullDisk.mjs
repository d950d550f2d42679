// Run by segment.test.ts inside a mount namespace where a folder holds 64 kB: prints the exit code and what was left.
import {build} from 'esbuild';
import {readdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const [folder, ffmpegPath] = process.argv.slice(2);
const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const bundle = path.join(root, '.build', `full-disk-${process.pid}.mjs`);
await build({
  stdin: {contents: "export {openSegment} from './src/encoder/segment'; export {encoderSettings} from './src/encoder/profiles';", resolveDir: root},
  bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile: bundle, logLevel: 'error',
});
try {
  const {openSegment, encoderSettings} = await import(pathToFileURL(bundle).href);
  const settings = encoderSettings({profile: 'review', width: 320, height: 240, fps: 30, overrides: {crf: 1}});
  const writer = await openSegment({ffmpeg: {path: ffmpegPath}, settings, path: path.join(folder, 'a.mp4'), frames: 60});
  let failure;
  try {
    for (let i = 0; i < 60; i++) await writer.write(Uint8Array.from({length: 320 * 240 * 4}, (_, k) => (k * (i + 7) * 2654435761) >>> 24));
    await writer.finish();
  } catch (error) {
    failure = error;
    await writer.abort();
  }
  console.log(failure?.exitCode ?? failure, JSON.stringify(readdirSync(folder)));
} finally {
  rmSync(bundle, {force: true});
}
