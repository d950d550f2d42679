// Lectern as a user runs it, measured.
import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {root} from './history.mjs';
import {measuredRun} from './processTree.mjs';

const program = path.join(root, '.build/cli/lectern.js');

/** Runs one command with a cache folder. */
export function lectern(args, cache) {
  return measuredRun(process.execPath, [program, ...args], {cwd: root, env: {...process.env, LECTERN_CACHE: cache}});
}

/** Renders, and returns what the command reported beside what was measured. */
export async function rendered(target, args, cache) {
  const run = await lectern(['render', target, '--json', '--quiet', ...args], cache);
  return {...run, figures: JSON.parse(run.stdout)};
}

/** Hands over a cache that holds no more than Motion Canvas, which is bundled once for each installation, not once a film. */
export async function withFreshCache(work) {
  const cache = mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
  try {
    await lectern(['doctor', '--json'], cache);
    return await work(cache);
  } finally {
    rmSync(cache, {recursive: true, force: true});
  }
}

export const round = (value, digits = 2) => Number(value.toFixed(digits));
