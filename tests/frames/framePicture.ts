/**
 * The picture of each scene in this folder: what the picture tests compare, the gallery shows and the documentation links.
 *
 * In: the name of a scene file. Out: one telling frame of it at half size, on the theme's ground. A scene names the moment
 * with a comment, `// picture: 1.2s` (anything that `lectern still` takes); without one it is the end, where everything has come to rest.
 */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {packageRoot} from '../../src/stage/packageRoot';
import {dark} from '../../src/theme/palettes';
import {openFilm, type Film} from '../../src/timeline/film';
import {momentFrame} from '../../src/timeline/moment';
import {openProject} from '../../src/timeline/openProject';

const TELLING_MOMENT = '100%';
const SCALE = 0.5;

/** 8-bit RGBA rows from the top; the ground leaves nothing transparent. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** This folder, also when the caller was compiled elsewhere. */
export const framesFolder = path.join(packageRoot(), 'tests/frames');

/** The scenes of this folder, by name, sorted. */
export function frameScenes(): string[] {
  return readdirSync(framesFolder).filter(name => name.endsWith('.tsx')).map(name => name.slice(0, -'.tsx'.length)).sort();
}

/** The accepted picture of a scene; `changed` and `diff` lie beside it after a mismatch. */
export function pictureFile(scene: string, kind?: 'changed' | 'diff'): string {
  return path.join(framesFolder, 'accepted', [scene, kind, 'png'].filter(Boolean).join('.'));
}

/** Which moment a scene wants to be known by. */
export function pictureMoment(scene: string): string {
  const source = readFileSync(path.join(framesFolder, `${scene}.tsx`), 'utf8');
  return /^\/\/ picture: (\S+)$/m.exec(source)?.[1] ?? TELLING_MOMENT;
}

/**
 * Draws the telling frame of a scene.
 *
 * @throws AuthorError at the scene's line for whatever is wrong in it
 */
export async function drawPicture(scene: string): Promise<Film> {
  const {project} = await openProject(path.join(framesFolder, `${scene}.tsx`));
  const film = await openFilm(project, {resolutionScale: SCALE, background: dark.background});
  await film.draw(momentFrame(pictureMoment(scene), film));
  return film;
}

/** The pixels of what a film drew last, to keep. */
export function pictureOf({stage: {canvas, pixels}}: Film): Picture {
  return {width: canvas.width, height: canvas.height, data: Uint8Array.from(pixels())};
}
