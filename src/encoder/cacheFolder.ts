/** Where Lectern keeps what it can make again: remembered probes, the chunk store. Asked by the encoder and the farm. */
import os from 'node:os';
import path from 'node:path';

/**
 * Names the cache folder of this user; it need not exist.
 *
 * Law: LECTERN_CACHE_DIR wins; then the platform's own place for caches; then, for a user without a home, the
 * temporary folder under a name of this user's own.
 *
 * @param env - the environment to read, by default the process's
 * @returns an absolute path
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.LECTERN_CACHE_DIR) return path.resolve(env.LECTERN_CACHE_DIR);
  const shared = platformCaches(env);
  if (shared !== undefined && path.isAbsolute(shared)) return path.join(shared, 'lectern');
  return path.join(os.tmpdir(), `lectern-${process.getuid?.() ?? 'user'}`);
}

function platformCaches(env: NodeJS.ProcessEnv): string | undefined {
  if (process.platform === 'win32') return env.LOCALAPPDATA;
  if (process.platform === 'darwin') return env.HOME ? path.join(env.HOME, 'Library', 'Caches') : undefined;
  return env.XDG_CACHE_HOME || (env.HOME ? path.join(env.HOME, '.cache') : undefined);
}
