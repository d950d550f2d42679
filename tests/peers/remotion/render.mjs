// node remotion/render.mjs <scene.tsx, not used: Bench.tsx is its picture> <work folder> <out.mp4>: Remotion by its own API.
import {mkdirSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {bundle} from '@remotion/bundler';
import {renderMedia, selectComposition} from '@remotion/renderer';

const [, work, out] = process.argv.slice(2).map(file => path.resolve(file));
mkdirSync(work, {recursive: true});
const browser = {browserExecutable: process.env.CHROMIUM, chromeMode: 'chrome-for-testing', chromiumOptions: {gl: null}, logLevel: 'error'};
const serveUrl = await bundle({entryPoint: path.join(path.dirname(fileURLToPath(import.meta.url)), 'index.tsx'), outDir: path.join(work, 'bundle'), enableCaching: false});
const composition = await selectComposition({serveUrl, id: 'bench', ...browser});
await renderMedia({
  serveUrl, composition, codec: 'h264', crf: 18, x264Preset: 'veryfast', pixelFormat: 'yuv420p', muted: true,
  concurrency: Math.max(1, Math.min(2, os.availableParallelism())), outputLocation: out, ...browser,
});
process.exit(0);
