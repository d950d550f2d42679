// Figures that are kept: renders/bench/history.jsonl, a line each, and how a new one stands to the last of the same kind.
import {execFileSync} from 'node:child_process';
import {appendFileSync, mkdirSync, readFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const folder = path.join(root, 'renders', 'bench');
mkdirSync(folder, {recursive: true});
const file = path.join(folder, 'history.jsonl');

/** What figures can only be compared on. */
const machine = `${os.cpus().length} x ${os.cpus()[0]?.model}`;

/** Under a load that others make, wall times are noise. */
const quiet = 0.5;

/**
 * Keeps a line of figures, and says on stderr how it stands to the last one of the same machine, scene and settings.
 *
 * @param figures - `scene`, `wall_s`, and whatever else there is; `settings` tells runs apart that must not be compared
 */
export function keep(figures, settings = '') {
  const last = lines().findLast(line => line.machine === machine && line.scene === figures.scene && (line.settings ?? '') === settings);
  const load = Math.round(loadBefore * 10) / 10;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {cwd: root, encoding: 'utf8'}).trim();
  appendFileSync(file, `${JSON.stringify({date: new Date().toISOString(), commit, machine, load, settings, ...figures})}\n`);
  if (last === undefined) return console.error(`${figures.scene}: ${figures.wall_s} s, the first on this machine`);
  const change = 100 * (figures.wall_s / last.wall_s - 1);
  const noise = load > quiet || last.load > quiet ? `; other work was going on (load ${last.load} then, ${load} now)` : '';
  console.error(`${figures.scene}: ${figures.wall_s} s, ${change >= 0 ? '+' : ''}${change.toFixed(0)} % against ${last.wall_s} s at ${last.commit} of ${last.date.slice(0, 10)}${noise}`);
}

const loadBefore = os.loadavg()[0];

function lines() {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').filter(Boolean).map(line => JSON.parse(line));
  } catch {
    return [];
  }
}
