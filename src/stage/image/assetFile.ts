/** From the address that a scene gives an asset to the bytes on disk. A render never uses the network. */
import {existsSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {AuthorError, ExitCode} from '../../author/authorError';

/** The address that the stage's page pretends to have; assets without a host resolve against it, as in Vite. */
export const PAGE_ORIGIN = 'http://localhost:9000';

/** An asset larger than this is a mistake or an attack: no picture in a film needs it. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * Finds the file behind an asset's address.
 *
 * @param address - `file:` URL, path of the page (`/src/a.png`, `/@fs/…`, a file of `public/`) or URL of the page's origin
 * @param root - the project's folder, absolute
 * @returns an absolute path; the file exists
 * @throws AuthorError "Cannot load …" (exit code 4) for a missing file or an address on the network
 */
export function assetFile(address: string, root: string): string {
  const url = new URL(address, PAGE_ORIGIN);
  if (url.protocol === 'file:') return existing(fileURLToPath(url.href.split(/[?#]/)[0]), address);
  if (url.origin !== PAGE_ORIGIN) {
    throw new AuthorError(`Cannot load ${address}: a render never uses the network`, {
      exitCode: ExitCode.asset,
      fix: 'save the file beside the scene and import it: import picture from "./picture.png"',
    });
  }
  const name = decodeURIComponent(url.pathname);
  if (name.startsWith('/@fs/')) return existing(name.slice(4), address);
  const candidates = [path.join(root, 'public', name), path.join(root, name)];
  return existing(candidates.find(existsSync) ?? candidates[1], address);
}

/** Reads an asset; data URLs are decoded in place. */
export function assetBytes(address: string, root: string): Buffer {
  if (address.startsWith('data:')) return dataUrlBytes(address);
  const file = assetFile(address, root);
  const size = statSync(file).size;
  if (size === 0) throw unreadable(file, 'the file is empty');
  if (size > MAX_BYTES) throw unreadable(file, `it has ${size} bytes, ${MAX_BYTES} are allowed`);
  return readFileSync(file);
}

function existing(file: string, address: string): string {
  if (existsSync(file)) return file;
  throw new AuthorError(`Cannot load ${path.basename(file) || address}: there is no file ${file}`, {
    exitCode: ExitCode.asset,
    fix: 'correct the path, or import the file in the scene so that a missing one is noticed before the first frame',
  });
}

function unreadable(file: string, why: string): AuthorError {
  return new AuthorError(`Cannot load ${path.basename(file)}: ${why}`, {
    exitCode: ExitCode.asset,
    fix: `export ${file} again`,
  });
}

function dataUrlBytes(address: string): Buffer {
  const comma = address.indexOf(',');
  const body = address.slice(comma + 1);
  return /;base64$/i.test(address.slice(0, comma)) ? Buffer.from(body, 'base64') : Buffer.from(decodeURIComponent(body), 'utf8');
}
