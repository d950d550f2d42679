/** Files that appear whole or not at all: someone may have the picture open while it is made again. */
import {mkdir, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';

/** Writes a file under another name first, and makes its folder where there is none. */
export async function writeWhole(file: string, contents: Uint8Array | string): Promise<string> {
  await mkdir(path.dirname(file), {recursive: true});
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, contents);
  await rename(temporary, file);
  return file;
}
