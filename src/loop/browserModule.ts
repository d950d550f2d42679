/** Code of ours that runs in a browser, as text. */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {packageRoot} from '../stage/packageRoot';

/** Reads a module that the build made for browsers from `src/loop/<name>.ts`. */
export function browserModule(name: 'editorClient' | 'watchClient'): Promise<string> {
  return readFile(path.join(packageRoot(), '.build', 'loop', 'browser', `${name}.js`), 'utf8');
}
