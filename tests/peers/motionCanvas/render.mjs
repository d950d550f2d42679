// node motionCanvas/render.mjs <scene.tsx> <work folder> <out.mp4>: Motion Canvas as published, in headless Chromium, through
// its own ffmpeg exporter, as its editor's "Render" button does it.
import {copyFileSync, mkdirSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import ffmpegPlugin from '@motion-canvas/ffmpeg';
import motionCanvasPlugin from '@motion-canvas/vite-plugin';
import {chromium} from 'playwright-core';
import {createServer} from 'vite';

const [scene, work, out] = process.argv.slice(2).map(file => path.resolve(file));
mkdirSync(work, {recursive: true});
copyFileSync(scene, path.join(work, 'bench.tsx'));
writeFileSync(path.join(work, 'project.ts'), "import {makeProject} from '@motion-canvas/core';\nimport bench from './bench?scene';\nexport default makeProject({scenes: [bench]});\n");
writeFileSync(path.join(work, 'project.meta'), JSON.stringify({
  version: 0,
  shared: {background: 'rgb(13,17,23)', range: [0, null], size: {x: 1920, y: 1080}, audioOffset: 0},
  preview: {fps: 30, resolutionScale: 1},
  rendering: {fps: 30, resolutionScale: 1, colorSpace: 'srgb', exporter: {name: '@motion-canvas/ffmpeg', options: {fastStart: true, includeAudio: false}}},
}));
writeFileSync(path.join(work, 'render.html'), `<!doctype html><script type="module">
import {Renderer} from '@motion-canvas/core';
import project from '/project.ts?project';
const renderer = new Renderer(project);
renderer.onFinished.subscribe(result => (window.finished = result));
renderer.render({...project.meta.getFullRenderingSettings(), name: 'bench'});
</script>`);

const server = await createServer({
  root: work,
  cacheDir: path.join(work, '.vite'),
  configFile: false,
  logLevel: 'error',
  server: {port: 0},
  plugins: [(motionCanvasPlugin.default ?? motionCanvasPlugin)({project: path.join(work, 'project.ts'), output: path.join(work, 'output')}), (ffmpegPlugin.default ?? ffmpegPlugin)()],
});
await server.listen();
const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox']});
try {
  const page = await browser.newPage();
  page.on('pageerror', error => console.error(error.message));
  page.on('console', message => message.type() === 'error' && console.error(message.text()));
  await page.goto(`http://localhost:${server.httpServer.address().port}/render.html`);
  await page.waitForFunction(() => window.finished !== undefined, undefined, {timeout: 600_000});
  const result = await page.evaluate(() => window.finished);
  if (result !== 0) throw new Error(`Motion Canvas ended its render with result ${result}`);
} finally {
  await browser.close();
  await server.close();
}
renameSync(path.join(work, 'output', 'bench.mp4'), out);
