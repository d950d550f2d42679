/** What each scene of a project was made from, as a hash: a scene whose hash stays draws the same pictures. */
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import type {OpenedProject} from '../timeline/openProject';

/** A scene as it was when the project was opened. */
export interface SceneMaking {
  /** The scene's name; for a Motion Canvas project, which names its scenes when it runs, the project's. */
  readonly name: string;
  readonly fingerprint: string;
  /** Text of the scene's own file. */
  readonly source: string;
  /** Everything that went into it, absolute paths. */
  readonly files: readonly string[];
}

/**
 * Reads the files behind each scene and hashes them with the beats and the chapter's settings.
 *
 * @param options - further settings that decide pixels; plain data
 */
export async function sceneMakings({project, bundle}: OpenedProject, options: object): Promise<SceneMaking[]> {
  const {chapter} = project;
  const common = JSON.stringify([options, chapter && [chapter.theme, chapter.seed, chapter.size, chapter.fps, chapter.background], project.fonts]);
  const scenes = project.scenes.length > 0 ? project.scenes : [{name: project.name, file: project.file, narration: undefined}];
  const texts = new Map<string, Promise<Buffer>>();
  const read = (file: string) => texts.get(file) ?? texts.set(file, readFile(file)).get(file)!;
  return Promise.all(
    scenes.map(async ({name, file, narration}) => {
      const files = bundle.inputsOf(file);
      const hash = createHash('sha256').update(common);
      hash.update(JSON.stringify(narration ? [narration.beats.map(beat => [beat.name, beat.seconds]), narration.durationSeconds] : null));
      for (const input of files) hash.update(input).update(await read(input));
      return {name, fingerprint: hash.digest('hex'), source: (await read(file)).toString(), files};
    }),
  );
}
