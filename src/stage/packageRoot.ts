/** Where this package is installed: fonts and compiled helpers are found from here, in the repository and in a user's node_modules. */
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

let found: string | undefined;

/** The folder that holds Lectern's package.json, absolute. */
export function packageRoot(): string {
  found ??= search(path.dirname(fileURLToPath(import.meta.url)));
  return found;
}

function search(folder: string): string {
  const manifest = path.join(folder, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as {name?: string}).name === 'lectern') return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('Cannot find the lectern package that this file belongs to');
  return search(parent);
}
