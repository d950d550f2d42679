/** Every scene of this folder draws the picture that was accepted; `npm run frames:accept [-- Dial]` accepts what is drawn now. */
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import {describe, expect, it} from 'vitest';
import {drawPicture, framesFolder, frameScenes, pictureFile, pictureOf, type Picture} from './framePicture';

/** How far a pixel may be off: Skia rounds differently on another processor, by less than anyone sees. */
const THRESHOLD = 0.1;
const accepts = process.env.LECTERN_ACCEPT_FRAMES === '1';

describe('pictures', () => {
  for (const scene of frameScenes()) {
    it(`draw() of ${scene} shows the accepted picture`, async () => {
      const film = await drawPicture(scene);
      const drawn = pictureOf(film);
      const png = await film.stage.canvas.encode('png');
      if (accepts) accept(scene, drawn, png);
      expect(differingPixels(scene, drawn, png), `look at ${pictureFile(scene, 'diff')}`).toBe(0);
    });
  }

  it('every accepted picture has a scene', () => {
    const pictures = readdirSync(path.join(framesFolder, 'accepted')).filter(name => /^\w+\.png$/.test(name));
    expect(pictures.filter(name => !frameScenes().includes(name.slice(0, -'.png'.length)))).toEqual([]);
  });
});

/** Writes what is drawn now, unless it equals what was accepted. */
function accept(scene: string, drawn: Picture, png: Buffer): void {
  const file = pictureFile(scene);
  mkdirSync(path.dirname(file), {recursive: true});
  if (!existsSync(file) || Buffer.compare(PNG.sync.read(readFileSync(file)).data, drawn.data) !== 0) writeFileSync(file, png);
}

/** How many pixels are off; where some are, the picture and the difference are left beside the accepted one. */
function differingPixels(scene: string, drawn: Picture, png: Buffer): number {
  const changed = pictureFile(scene, 'changed');
  const diff = pictureFile(scene, 'diff');
  rmSync(changed, {force: true});
  rmSync(diff, {force: true});
  if (!existsSync(pictureFile(scene))) throw new Error(`Cannot compare ${scene}: no picture of it was accepted. Look at it, then: npm run frames:accept -- ${scene}`);
  const accepted = PNG.sync.read(readFileSync(pictureFile(scene)));
  if (Buffer.compare(accepted.data, drawn.data) === 0) return 0;
  const {width, height} = drawn;
  expect([accepted.width, accepted.height]).toEqual([width, height]);
  const difference = new PNG({width, height});
  const count = pixelmatch(accepted.data, drawn.data, difference.data, width, height, {threshold: THRESHOLD, includeAA: true});
  if (count > 0) {
    writeFileSync(changed, png);
    writeFileSync(diff, PNG.sync.write(difference));
  }
  return count;
}
