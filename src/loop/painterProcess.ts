/** The painter as the loop sees it: always there, replaced when it hangs, and ended with the loop. */
import {fork, type ChildProcess} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {packageRoot} from '../stage/packageRoot';
import type {FromPainter, ToPainter} from './painterMessages';

export interface Painter {
  tell(message: ToPainter): void;
  stop(): void;
}

/** No picture takes this long; a scene that does not answer is in a loop that never yields. */
const SILENCE_MS = 30_000;
/** Modules cannot be unloaded, so a painter is replaced now and then. */
const OPENS_PER_PROCESS = 200;

/**
 * Starts a painter.
 *
 * @param hear - called with every message; a painter that hangs or dies is reported as `failed`, and the next one is started
 *   with the next project
 */
export function startPainter(hear: (message: FromPainter) => void): Painter {
  let child: ChildProcess | undefined;
  let opens = 0;
  let silence: NodeJS.Timeout | undefined;

  const stop = () => {
    clearTimeout(silence);
    child?.removeAllListeners();
    child?.kill('SIGKILL');
    child = undefined;
  };
  const giveUp = (version: number, message: string, fix: string) => {
    stop();
    hear({type: 'failed', version, problem: {message, text: `${message}\nFix: ${fix}`}});
  };
  const listen = (version: number) => {
    clearTimeout(silence);
    silence = setTimeout(() => giveUp(version, `Cannot draw: the scene has not answered for ${SILENCE_MS / 1000} s`, 'look for a loop without yield*'), SILENCE_MS);
    silence.unref();
  };
  const start = (version: number) => {
    opens = 0;
    child = fork(painterFile(), {serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc']});
    child.on('message', (message: FromPainter) => {
      if (message.type === 'done' || message.type === 'failed' || message.type === 'opened') clearTimeout(silence);
      else if (message.type === 'painted') listen(message.version);
      hear(message);
    });
    child.on('exit', (code, signal) => giveUp(version, `Cannot draw: the painter ended (${signal ?? code})`, 'save again to start another'));
  };
  return {
    tell(message) {
      if (message.type === 'open' && ++opens > OPENS_PER_PROCESS) stop();
      if (!child) start(message.version);
      listen(message.version);
      child!.send(message);
    },
    stop,
  };
}

/** Compiled beside this file in a package; in tests, which run the source, where the build puts it. */
function painterFile(): string {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), 'painter.js');
  const folders = [beside, path.join(packageRoot(), '.build', 'loop', 'painter.js')];
  return folders.find(file => existsSync(file)) ?? folders[1];
}
