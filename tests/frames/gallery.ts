/**
 * The gallery: a page that shows every component as a still, a short film, words and code.
 *
 * In: the scenes of this folder and their accepted pictures. Out: renders/gallery/index.html with its films and pictures
 * beside it; it fetches nothing from elsewhere. Films that were drawn before come from the store.
 */
import {copyFile, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {renderFilm} from '../../src/farm/renderFilm';
import {packageRoot} from '../../src/stage/packageRoot';
import {dark} from '../../src/theme/palettes';
import {openProject} from '../../src/timeline/openProject';
import {framesFolder, frameScenes, pictureFile} from './framePicture';
import {galleryPage, gallerySections} from './galleryPage';

const chosen = process.argv.slice(2);
const folder = path.join(packageRoot(), 'renders/gallery');

await mkdir(folder, {recursive: true});
for (const scene of frameScenes()) {
  await copyFile(pictureFile(scene), path.join(folder, `${scene}.png`));
  if (chosen.length > 0 && !chosen.includes(scene)) continue;
  const opened = await openProject(path.join(framesFolder, `${scene}.tsx`));
  const {frames, drawnFrames} = await renderFilm({opened, path: path.join(folder, `${scene}.mp4`), profile: 'draft', film: {background: dark.background}});
  process.stderr.write(`${scene}: ${frames} frames, ${drawnFrames} of them drawn\n`);
}
const page = path.join(folder, 'index.html');
await writeFile(page, galleryPage(gallerySections(), dark));
process.stdout.write(`${path.relative(process.cwd(), page)}\n`);
