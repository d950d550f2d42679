/** What a scene is made of, as values that a key can be made of. Called for chunks and for measurements. */
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import type {ProjectScene} from '../timeline/openProject';

/** A later beat moves what comes after it; captions and titles move nothing. */
export function beatsOf(scene: ProjectScene | undefined): unknown {
  const {narration} = scene ?? {};
  return narration ? {beats: narration.beats.map(({name, seconds}) => [name, seconds]), seconds: narration.durationSeconds} : null;
}

/** The SHA-256 of each file, in order; `known` remembers those that were read. */
export async function hashFiles(files: readonly string[], known: Map<string, string>): Promise<string[]> {
  return Promise.all(
    files.map(async file => {
      const hash = known.get(file) ?? createHash('sha256').update(await readFile(file)).digest('hex');
      known.set(file, hash);
      return hash;
    }),
  );
}
