/** Puts a folder that was made under another name in its place. Whoever looks at the same time sees all of it or nothing. */
import {existsSync} from 'node:fs';
import {rename, rm} from 'node:fs/promises';
import path from 'node:path';

/**
 * Moves a finished folder to where it is looked for.
 *
 * @param temporary - the folder as it was made
 * @param folder - its place; another process may have put the same there first
 * @param last - a file of it, by which a whole folder is known
 */
export async function settleFolder(temporary: string, folder: string, last: string): Promise<void> {
  try {
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, {recursive: true, force: true});
    if (!existsSync(path.join(folder, last))) throw error;
  }
}
