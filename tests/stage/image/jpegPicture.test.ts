import {createCanvas, loadImage, type SKRSContext2D} from '@napi-rs/canvas';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {jpegPicture} from '../../../src/stage/image/jpegPicture';

const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../conformance/assets/photo.jpg');
const bytes = readFileSync(file);
/** 320 x 240 px. */
const whole = await loadImage(file);

function context(prepare: (context: SKRSContext2D) => void = () => undefined): SKRSContext2D {
  const context = createCanvas(330, 250).getContext('2d');
  prepare(context);
  return context;
}

const place = (share: number) => ({x: 4, y: 4, width: 320 * share, height: 240 * share});
const pixels = ({canvas}: SKRSContext2D) => Buffer.from(canvas.data());

describe('jpegPicture().draw()', () => {
  it.each([
    ['half', 0.5, true],
    ['more than half', 0.51, false],
    ['an eighth', 0.125, true],
    ['a sixteenth', 1 / 16, false],
    ['nothing', 0, false],
  ])('at %s of the size is %s: %s', (_, share, isDrawn) => {
    expect(jpegPicture(bytes, whole).draw(context(), place(share))).toBe(isDrawn);
  });

  it('goes by the size on the canvas, turned or scaled', () => {
    const picture = jpegPicture(bytes, whole);
    expect(picture.draw(context(each => each.scale(0.4, 0.4)), place(1))).toBe(true);
    expect(picture.draw(context(each => each.rotate(1)), place(0.4))).toBe(true);
    expect(picture.draw(context(each => each.scale(0.4, 0.6)), place(1))).toBe(false);
  });

  it('without smoothing leaves the drawing to Skia', () => {
    expect(jpegPicture(bytes, whole).draw(context(each => (each.imageSmoothingEnabled = false)), place(0.4))).toBe(false);
  });

  it('shows the picture, a few levels beside the whole one shrunk', () => {
    const [small, shrunk] = [context(), context()];
    jpegPicture(bytes, whole).draw(small, place(0.5));
    shrunk.drawImage(whole, 4, 4, 160, 120);
    const [own, others] = [pixels(small), pixels(shrunk)];
    const farthest = own.reduce((most, value, index) => Math.max(most, Math.abs(value - others[index])), 0);
    expect(farthest).toBeGreaterThan(0);
    expect(farthest).toBeLessThan(24);
  });
});
