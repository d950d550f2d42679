/** Where things go that can be made again: bundles of Motion Canvas and of scenes. */
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * The cache of a project.
 *
 * `LECTERN_CACHE` wins; then the nearest node_modules above the project, as other build tools do; then the user's
 * temporary folder, apart from other projects.
 *
 * @param root - the project's folder, absolute
 * @returns an absolute path that may not exist yet
 */
export function cacheFolder(root: string): string {
  if (process.env.LECTERN_CACHE) return path.resolve(process.env.LECTERN_CACHE);
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'node_modules'))) return path.join(folder, 'node_modules', '.cache', 'lectern');
    if (folder === path.dirname(folder)) break;
  }
  return path.join(os.tmpdir(), `lectern-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
}
