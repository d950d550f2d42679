// How long an author waits: `npm run build && node tests/loop/timings.mjs`. Prints one line of JSON; asserts nothing.
//
// On a scene of 30 s (the bench scene, held): a save to its picture in `lectern watch`; `lectern dev` to a drawn frame in
// Chromium with and without its bundles in the cache; a save to its picture there.
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

const browser = await chromium.launch({
  executablePath: process.env.LECTERN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const cold = await timeDev(browser);
  await writeFile(scene, source);
  const warm = await timeDev(browser);
  await writeFile(scene, source);
  const watch = await timeWatch();
  const figures = {
    dev_cold_s: cold.opened, dev_warm_s: warm.opened,
    dev_edit_s: median([...cold.edits, ...warm.edits]), dev_edit_slowest_s: Math.max(...cold.edits, ...warm.edits),
    watch_edit_s: median(watch), watch_edit_slowest_s: Math.max(...watch),
    load: os.loadavg()[0], processors: os.availableParallelism(),
  };
  process.stdout.write(`${JSON.stringify(figures, (_key, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}\n`);
} finally {
  await browser.close();
  await rm(folder, {recursive: true});
}
