import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';
import {describe, expect, it} from 'vitest';
import {svgPicture} from '../../../src/stage/image/svgPicture';
import {svgDrawing} from '../../../src/stage/svg/svgDrawing';
import {parseSvg} from '../../../src/stage/svg/svgElement';

const svg = (body: string, attributes = 'width="40" height="40"') => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;
const isPlain = (body: string) => svgDrawing(parseSvg(svg(body))!) !== null;

function drawn(text: string, prepare: (context: SKRSContext2D) => void = () => undefined): (x: number, y: number) => number[] {
  const context = createCanvas(40, 40).getContext('2d');
  prepare(context);
  svgPicture(text)!.draw(context, {x: 0, y: 0, width: 40, height: 40});
  const {data} = context.getImageData(0, 0, 40, 40);
  return (x, y) => [...data.subarray((y * 40 + x) * 4, (y * 40 + x) * 4 + 4)];
}

describe('svg pictures', () => {
  it('svgDrawing() takes plain shapes, and leaves all else to Skia', () => {
    expect(isPlain('<g fill="red"><path d="M0 0L9 9"/><rect width="3" height="3" rx="1"/><circle r="4" opacity=".5"/></g>')).toBe(true);
    for (const beyond of [
      '<text>a</text>',
      '<rect width="3" height="3" fill="url(#g)"/>',
      '<g opacity=".5"><circle r="4"/></g>',
      '<circle r="4" stroke="red" opacity=".5"/>',
      '<rect width="50%" height="3"/>',
      '<g style="mix-blend-mode:multiply"><circle r="4"/></g>',
      '<circle r="4" stroke="red" style="mix-blend-mode:multiply"/>',
      '<circle r="4" stroke="red" vector-effect="non-scaling-size"/>',
      '<defs><style>circle {fill: red}</style></defs><circle r="4"/>',
      '<g id="a"><use href="#a"/></g>',
    ]) {
      expect(isPlain(beyond), beyond).toBe(false);
    }
  });

  it('a style is stronger than an attribute, is inherited, and needs no unit', () => {
    const at = drawn(svg('<g style="fill:#00ff00;stroke:#ff0000;stroke-width:8"><rect x="10" y="10" width="20" height="20" fill="blue" style="fill:lime"/></g>'));
    expect(at(20, 20)).toEqual([0, 255, 0, 255]);
    expect(at(8, 20)).toEqual([255, 0, 0, 255]);
  });

  it('a style without a unit holds in pictures that Skia draws, too', () => {
    const at = drawn(svg('<style>rect {stroke: red; stroke-width: 8}</style><rect x="10" y="10" width="20" height="20"/>'));
    expect(at(7, 20)).toEqual([255, 0, 0, 255]);
  });

  it('alpha fades the picture as a whole', () => {
    const two = svg('<rect width="40" height="40" fill="red"/><rect width="40" height="40" fill="lime"/>');
    const [red, green, , alpha] = drawn(two, context => void (context.globalAlpha = 0.5))(20, 20);
    expect([red, green, alpha]).toEqual([0, 255, 128]);
  });

  it('nothing is drawn outside the picture, and its viewBox is fitted into the middle', () => {
    const at = drawn(svg('<circle cx="5" cy="5" r="50" fill="red"/>', 'width="40" height="20" viewBox="0 0 10 10"'));
    expect(at(20, 20)[3]).toBe(255);
    const half = createCanvas(40, 40).getContext('2d');
    svgPicture(svg('<rect x="-50" y="-50" width="200" height="200"/>'))!.draw(half, {x: 0, y: 0, width: 20, height: 20});
    expect(half.getImageData(21, 10, 1, 1).data[3]).toBe(0);
  });

  it('a picture at a fractional place ends with a whole pixel', () => {
    const at = drawn(svg('<rect width="40" height="40" fill="lime"/>'), context => {
      context.translate(4.4, 4.4);
      context.scale(0.5, 0.5);
    });
    expect(at(23, 10)).toEqual([0, 255, 0, 255]);
    expect(at(24, 10)).toEqual([0, 0, 0, 0]);
  });

  it('shapes blend with those under them, not with what is under the picture', () => {
    const at = drawn(svg('<rect width="20" height="40" fill="#ff8000"/><rect width="40" height="40" fill="#80ff80" style="mix-blend-mode:multiply"/>'), context => {
      context.fillStyle = 'blue';
      context.fillRect(0, 0, 40, 40);
    });
    expect(at(10, 20)).toEqual([128, 128, 0, 255]);
    expect(at(30, 20)).toEqual([128, 255, 128, 255]);
  });

  it('a stroke keeps its width where it is told to, however the picture and its groups are scaled', () => {
    const line = (effect: string) => drawn(svg(`<g transform="scale(4 1)"><path d="M2.5 0V10" stroke="lime" stroke-width="4" vector-effect="${effect}"/></g>`, 'width="20" height="20" viewBox="0 0 20 10"'));
    const widthOf = (at: (x: number, y: number) => number[]) => Array.from({length: 40}, (_, x) => at(x, 20)[3] / 255).reduce((sum, alpha) => sum + alpha, 0);
    expect(widthOf(line('none'))).toBeCloseTo(32, 1);
    expect(widthOf(line('non-scaling-stroke'))).toBeCloseTo(4, 1);
  });

  it('a drop shadow is seen', () => {
    const at = drawn(svg('<filter id="f" x="-1" width="3"><feDropShadow dx="12" dy="0" stdDeviation="1" flood-color="red"/></filter><rect x="4" y="10" width="16" height="16" fill="lime" filter="url(#f)"/>'));
    expect(at(10, 18)).toEqual([0, 255, 0, 255]);
    expect(at(27, 18)[0]).toBeGreaterThan(200);
  });
});
