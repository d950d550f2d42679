/** What stands for Lectern itself in the key of a chunk: any change of the engine may change pixels or bytes. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {packageRoot} from '../stage/packageRoot';

let known: string | undefined;

/** SHA-256 over the engine's sources and the versions of what draws and encodes, written by the build. */
export function engineHash(): string {
  known ??= (JSON.parse(readFileSync(path.join(packageRoot(), '.build', 'engine.json'), 'utf8')) as {hash: string}).hash;
  return known;
}
