// How long an author waits: `npm run bench:loop`. Prints one line of JSON; asserts nothing.
//
// On a scene of 30 s (the bench scene, held): a save to its picture in `lectern watch`; `lectern dev` to a drawn frame in
// Chromium with and without its bundles in the cache; a save to its picture there. In an empty folder: a first chapter with
// a scene of one's own to an mp4, as scenes/README.md tells it, typing apart. Medians; the machine's load stands beside them.
import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {chromium} from 'playwright-core';

const root = path.resolve(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-timings-'));
const scene = path.join(folder, 'bench.tsx');
const cache = path.join(folder, 'cache');
const rounds = 7;

await mkdir(path.join(folder, 'node_modules'));
await symlink(path.join(root, 'node_modules/@motion-canvas'), path.join(folder, 'node_modules/@motion-canvas'));
await writeFile(path.join(folder, 'package.json'), '{}');
const source = (await readFile(path.join(root, 'tests/bench/bench.tsx'), 'utf8')).replace('yield* waitFor(3);', 'yield* waitFor(23);');
/** Each save turns an arrow by another angle. */
const edited = round => source.replace('turn(-120,', `turn(${-90 - 3 * round},`);
await writeFile(scene, source);

function start(command) {
  const child = spawn(process.execPath, [path.join(root, '.build/cli/lectern.js'), command, scene, '--port', '0'], {cwd: folder, env: {...process.env, LECTERN_CACHE: cache}});
  const url = new Promise(resolve => child.stdout.once('data', text => resolve(String(text).trim())));
  return {child, url};
}

/** Runs the program to its end; seconds. */
async function timed(given, {cwd, cache: kept = path.join(cwd, 'cache')}) {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, '.build/cli/lectern.js'), ...given], {cwd, env: {...process.env, LECTERN_CACHE: kept}, stdio: 'ignore'});
  const code = await new Promise(resolve => child.once('exit', resolve));
  if (code !== 0) throw new Error(`lectern ${given.join(' ')} ended with ${code}`);
  return (performance.now() - began) / 1000;
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

async function timeWatch() {
  const {child, url} = start('watch');
  let said = '';
  child.stderr.on('data', text => (said += text));
  await url;
  const settled = async count => {
    while ((said.match(/frames drawn/g) ?? []).length < count) await pause(50);
  };
  await settled(1);
  for (let round = 1; round <= rounds; round++) {
    await writeFile(scene, edited(round));
    await settled(round + 1);
  }
  child.kill('SIGINT');
  return [...said.matchAll(/([\d.]+) s {2}bench frame/g)].map(match => Number(match[1])).slice(1);
}

async function timeDev(browser) {
  const began = performance.now();
  const {child, url} = start('dev');
  const page = await browser.newPage({viewport: {width: 1400, height: 900}});
  await page.goto(await url);
  const isDrawn = () => [...document.querySelectorAll('canvas')].some(canvas => {
    if (canvas.width !== 1920 || !(window.lectern?.player.playback.duration > 0)) return false;
    return canvas.getContext('2d').getImageData(960, 950, 1, 1).data[3] >= 0;
  });
  await page.waitForFunction(isDrawn, null, {polling: 10});
  const opened = (performance.now() - began) / 1000;
  const edits = [];
  await page.evaluate(() => window.lectern.player.requestSeek(180));
  await pause(1500);
  for (let round = 1; round <= rounds; round++) {
    // The arrow's way through the picture: any pixel of it that changes is the edit.
    await page.evaluate(() => {
      const read = () => [...document.querySelectorAll('canvas')].find(canvas => canvas.width === 1920).toDataURL();
      const before = read();
      window.changed = new Promise(resolve => {
        const look = () => (read() === before ? setTimeout(look, 10) : resolve());
        look();
      });
    });
    const saved = performance.now();
    await writeFile(scene, edited(round));
    await page.evaluate(() => window.changed);
    edits.push((performance.now() - saved) / 1000);
    await pause(500);
  }
  await page.close();
  child.kill('SIGINT');
  return {opened, edits};
}

/** The page's own example, word for word. */
async function ownScene() {
  const page = await readFile(path.join(root, 'scenes/README.md'), 'utf8');
  const [, scene] = /```tsx\n([\s\S]*?)```/.exec(page);
  const [, words] = /```md\n([\s\S]*?)```/.exec(page);
  return {scene, words};
}

async function timeFirstScene() {
  const home = await mkdtemp(path.join(os.tmpdir(), 'lectern-first-'));
  try {
    await mkdir(path.join(home, 'node_modules'));
    await symlink(path.join(root, 'node_modules/@motion-canvas'), path.join(home, 'node_modules/@motion-canvas'));
    await symlink(root, path.join(home, 'node_modules/lectern'));
    await writeFile(path.join(home, 'package.json'), '{}');
    const {scene, words} = await ownScene();
    const began = performance.now();
    await timed(['new', 'chapter', 'hello'], {cwd: home});
    await timed(['new', 'scene', 'hello/product'], {cwd: home});
    await writeFile(path.join(home, 'scenes/hello/02-product.tsx'), scene);
    await writeFile(path.join(home, 'scenes/hello/02-product.md'), words);
    await timed(['still', 'hello/02-product', '--at', 'multiply'], {cwd: home});
    await timed(['render', 'hello'], {cwd: home});
    return (performance.now() - began) / 1000;
  } finally {
    await rm(home, {recursive: true});
  }
}

/** One frame of a scene whose bundles are in the cache. */
async function timeStill() {
  const given = ['still', scene, '--at', '4s', '--out', path.join(folder, 'still.png')];
  await timed(given, {cwd: folder, cache});
  return repeated(5, () => timed(given, {cwd: folder, cache}));
}

async function repeated(count, run) {
  const values = [];
  for (let i = 0; i < count; i++) values.push(await run());
  return values;
}

const browser = await chromium.launch({
  executablePath: process.env.LECTERN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const colds = await repeated(3, async () => {
    await rm(cache, {recursive: true, force: true});
    await writeFile(scene, source);
    return timeDev(browser);
  });
  await writeFile(scene, source);
  const warm = await timeDev(browser);
  await writeFile(scene, source);
  const watch = await timeWatch();
  await writeFile(scene, source);
  const edits = [...colds, warm].flatMap(run => run.edits);
  const figures = {
    cold_dev_s: median(colds.map(({opened}) => opened)), warm_dev_s: warm.opened,
    dev_edit_s: median(edits), dev_edit_slowest_s: Math.max(...edits),
    watch_edit_s: median(watch), watch_edit_slowest_s: Math.max(...watch),
    still_s: median(await timeStill()), help_s: median(await repeated(5, () => timed(['--help'], {cwd: folder}))),
    first_scene_s: median(await repeated(3, timeFirstScene)),
    load: os.loadavg()[0], processors: os.availableParallelism(),
  };
  process.stdout.write(`${JSON.stringify(figures, (_key, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}\n`);
} finally {
  await browser.close();
  await rm(folder, {recursive: true});
}
