// `npm run frames:accept [-- Dial TextPage]`: takes what the scenes of this folder draw now as right. Look at it first.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const names = process.argv.slice(2);
const chosen = names.length > 0 ? ['-t', `of (${names.join('|')}) shows`] : [];
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const {status} = spawnSync(process.execPath, [vitest, 'run', '--config', 'tests/vitest.config.ts', 'tests/frames/frames.test.ts', ...chosen], {
  cwd: root,
  env: {...process.env, LECTERN_ACCEPT_FRAMES: '1'},
  stdio: 'inherit',
});
process.exit(status ?? 1);
