// `npm run bench`: times whole renders as a user would see them, caches cold: the chapters, once each, and the bench scene.
// Prints a JSON line for each, the bench scene's last, keeps them in renders/bench/history.jsonl, and compares with the last.
//
//   --only bench,gpt     these alone                    --runs 3         of the bench scene; the median stands for all
//   --scene file.tsx     another scene for the bench    --jobs, --preset, --crf   as for lectern render
//   --suite [--only …]   the figures that a single render does not show (suite.mjs)
import path from 'node:path';
import {readdirSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {folder, keep, root} from './history.mjs';
import {rendered, round, withFreshCache} from './lectern.mjs';

const {values: flags} = parseArgs({options: {
  runs: {type: 'string', default: '1'}, scene: {type: 'string', default: 'tests/bench/bench.tsx'}, only: {type: 'string'},
  preset: {type: 'string', default: 'veryfast'}, crf: {type: 'string', default: '18'}, jobs: {type: 'string'},
  suite: {type: 'boolean', default: false}, chapter: {type: 'string', default: 'gpt'}, range: {type: 'string', default: '0s-60s'},
}});
const settings = [`--preset=${flags.preset}`, `--crf=${flags.crf}`, ...(flags.jobs ? [`--jobs=${flags.jobs}`] : [])];

/** One render from nothing; milliseconds are for one frame. */
function once(name, target, more = []) {
  return withFreshCache(async cache => {
    const {wall, cpu, peak, figures} = await rendered(target, ['--no-cache', ...settings, ...more, '--out', path.join(folder, `${name}.mp4`)], cache);
    const ms = Object.fromEntries(Object.entries(figures.ms).map(([part, total]) => [part, round(total / figures.frames)]));
    return {scene: name, frames: figures.frames, wall_s: round(wall), fps: round(figures.frames / wall), startup_s: round(figures.startup_s), peak_rss_mb: Math.round(peak), ms, changed_frames: figures.changed_frames, cpu_s: round(cpu)};
  });
}

function report(figures, more = {}) {
  keep({...more, ...figures}, settings.join(' '));
  console.log(JSON.stringify(figures));
}

async function chapters() {
  const names = readdirSync(path.join(root, 'scenes'), {withFileTypes: true}).filter(entry => entry.isDirectory()).map(({name}) => name);
  for (const name of names.filter(chapter => !flags.only || flags.only.split(',').includes(chapter))) report(await once(name, name));
}

async function benchScene() {
  const runs = [];
  for (let run = 0; run < Number(flags.runs); run++) {
    runs.push(await once('bench', flags.scene, ['--background', '#0d1117']));
    if (Number(flags.runs) > 1) console.error(JSON.stringify(runs.at(-1)));
  }
  // The run of median wall time stands for all.
  report(runs.sort((a, b) => a.wall_s - b.wall_s)[Math.floor((runs.length - 1) / 2)], {runs: runs.length});
}

if (flags.suite) {
  const {runSuite} = await import('./suite.mjs');
  await runSuite(flags);
} else {
  await chapters();
  if (!flags.only || flags.only.split(',').includes('bench')) await benchScene();
}
