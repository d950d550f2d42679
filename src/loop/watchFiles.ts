/** Tells when one of a project's files is saved. */
import {watch as watchPaths, type FSWatcher} from 'chokidar';
import path from 'node:path';

export interface FileWatch {
  /** The files to watch from now on, absolute; their folders are watched too, for what is not there yet. */
  follow(files: Iterable<string>): void;
  close(): Promise<void>;
}

/** Editors write in several steps; within this time they count as one save. */
const SETTLE_MS = 25;

/** What lies beside scenes and decides how they are played. */
const BESIDE = /\.(tsx?|jsx?|md|json|meta|css)$/;

/**
 * Watches files.
 *
 * @param onSave - called once a save, with what was saved and when, by performance.now(); never while it still runs
 */
export function watchFiles(onSave: (files: readonly string[], at: number) => Promise<void>): FileWatch {
  const followed = new Set<string>();
  const folders = new Set<string>();
  let saved = new Set<string>();
  let firstAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const watcher: FSWatcher = watchPaths([], {ignoreInitial: true, depth: 0, ignored: file => /(^|[/\\])(node_modules|\.git)([/\\]|$)/.test(file)});

  watcher.on('all', (_event, name) => {
    const file = path.resolve(name);
    if (!followed.has(file) && !(folders.has(path.dirname(file)) && BESIDE.test(file))) return;
    if (saved.size === 0) firstAt = performance.now();
    saved.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...saved];
      const at = firstAt;
      saved = new Set();
      running = running.then(() => onSave(files, at));
    }, SETTLE_MS);
  });

  return {
    follow(files) {
      followed.clear();
      for (const file of files) {
        if (/[/\\]node_modules[/\\]/.test(file)) continue;
        followed.add(file);
        const folder = path.dirname(file);
        if (!folders.has(folder)) watcher.add(folder);
        folders.add(folder);
      }
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
