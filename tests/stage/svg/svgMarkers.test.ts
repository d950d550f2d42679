import {createCanvas} from '@napi-rs/canvas';
import {describe, expect, it} from 'vitest';
import {svgPicture} from '../../../src/stage/image/svgPicture';
import {pathSegments} from '../../../src/stage/svg/svgPathSegments';
import {verticesOf} from '../../../src/stage/svg/svgVertices';

/** Colours of a picture of 40 x 40 px. */
function drawn(body: string): (x: number, y: number) => string {
  const context = createCanvas(40, 40).getContext('2d');
  svgPicture(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">${body}</svg>`)!.draw(context, {x: 0, y: 0, width: 40, height: 40});
  const {data} = context.getImageData(0, 0, 40, 40);
  return (x, y) => data.subarray((y * 40 + x) * 4, (y * 40 + x) * 4 + 4).join();
}

const LIME = '0,255,0,255';
const RED = '255,0,0,255';
const NOTHING = '0,0,0,0';

const square = (attributes = '', content = '<rect width="4" height="4" fill="lime"/>') =>
  `<marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2" markerUnits="userSpaceOnUse" ${attributes}>${content}</marker>`;

describe('markers of vector pictures', () => {
  it('stand at the vertices that they are asked for', () => {
    const at = drawn(`${square()}<polyline points="5,20 20,20 35,20" fill="none" marker-start="url(#m)" marker-end="url(#m)"/>`);
    expect([at(5, 20), at(20, 20), at(35, 20)]).toEqual([LIME, NOTHING, LIME]);
    expect(drawn(`${square()}<g marker-mid="url(#m)"><path d="M5 20h15h15" fill="none"/></g>`)(20, 20)).toBe(LIME);
    expect(drawn(`${square()}<line x1="5" y1="20" x2="35" y2="20" style="marker: url(#m)"/>`)(35, 20)).toBe(LIME);
  });

  it('grow with the line, unless they are measured like the picture', () => {
    const line = '<path d="M20 20h20" stroke="none" stroke-width="3" marker-start="url(#m)"/>';
    expect(drawn(square() + line)(15, 20)).toBe(NOTHING);
    expect(drawn(square('').replace('userSpaceOnUse', 'strokeWidth') + line)(15, 20)).toBe(LIME);
  });

  it('turn with the line, and against it at the start where they are told to', () => {
    const flag = (orient: string) => square(`orient="${orient}" overflow="visible"`, '<rect x="2" y="1" width="9" height="2" fill="lime"/>');
    const line = '<path d="M20 20v-9" marker-start="url(#m)"/>';
    expect(drawn(flag('auto') + line)(20, 14)).toBe(LIME);
    expect(drawn(flag('auto-start-reverse') + line)(20, 25)).toBe(LIME);
    expect(drawn(flag('0.25turn') + line)(20, 25)).toBe(LIME);
    expect(drawn(flag('0') + line)(25, 20)).toBe(LIME);
  });

  it('are cut at their box, and fitted into it from their viewBox', () => {
    const wide = '<rect x="-50" y="-50" width="100" height="100" fill="lime"/>';
    const at = drawn(`${square('viewBox="-20 -20 40 40" refX="0"', wide).replace('refX="2" ', '').replace('refY="2"', 'refY="0"')}<path d="M20 20h1" marker-start="url(#m)"/>`);
    expect([at(18, 18), at(21, 21), at(17, 20), at(22, 20)]).toEqual([LIME, LIME, NOTHING, NOTHING]);
  });

  it('are painted as where they were defined, or in the colours of their line', () => {
    const defined = `<g fill="lime">${square('', '<rect width="4" height="4"/>')}</g>`;
    expect(drawn(`${defined}<g fill="red"><path d="M20 20h9" marker-start="url(#m)"/></g>`)(19, 19)).toBe(LIME);
    const ofLine = square('', '<rect width="4" height="4" style="fill:context-stroke"/>');
    expect(drawn(`${ofLine}<path d="M20 20h9" stroke="red" stroke-width="0" marker-start="url(#m)"/>`)(19, 19)).toBe(RED);
  });

  it('follow their line where it is used elsewhere, and into pictures that Skia draws', () => {
    expect(drawn(`${square()}<defs><path id="p" d="M5 5h9" marker-start="url(#m)"/></defs><use href="#p" x="10" y="10"/>`)(15, 15)).toBe(LIME);
    const gradient = '<linearGradient id="g"><stop stop-color="lime"/></linearGradient>';
    const at = drawn(`${gradient}${square('', '<rect width="4" height="4" fill="url(#g)"/>')}<path d="M20 20h9" marker-start="url(#m)"/>`);
    expect(at(19, 19)).toBe(LIME);
  });

  it('are not drawn for a box or a viewBox without size, or beside a line that is hidden', () => {
    const line = '<path d="M20 20h9" fill="none" marker-start="url(#m)"/>';
    expect(drawn(square().replace('markerWidth="4"', 'markerWidth="0"') + line)(19, 19)).toBe(NOTHING);
    expect(drawn(square('viewBox="0 0 0 4"') + line)(19, 19)).toBe(NOTHING);
    expect(drawn(square() + line.replace('<path', '<path visibility="hidden"'))(19, 19)).toBe(NOTHING);
  });
});

describe('verticesOf()', () => {
  const angles = (data: string) => verticesOf(pathSegments(data)).map(({angle}) => Math.round(angle));

  it('looks along the line at its ends and half-way at its corners', () => expect(angles('M0 0 L10 0 L10 10')).toEqual([0, 45, 90]));

  it('looks half-way at the seam of a closed line', () => expect(angles('M0 0 H10 V10 H0 Z')).toEqual([-45, 45, 135, 225, -45]));

  it('goes by the nearest control point that is not at the end itself', () => expect(angles('M0 0 C0 0 0 10 10 10')).toEqual([90, 0]));

  it('takes an arc for one segment', () => expect(angles('M0 0 A10 10 0 1 1 20 0')).toEqual([-90, 90]));

  it('begins anew with each subpath', () => expect(angles('M0 0 H9 M0 5 V9')).toEqual([0, 0, 90, 90]));
});

describe('pathSegments()', () => {
  const ends = (data: string) => pathSegments(data).map(segment => (segment.kind === 'close' ? 'z' : `${segment.kind[0]} ${segment.to.x},${segment.to.y}`));

  it('reads every command, relative and absolute', () => {
    expect(ends('M1 2 l1 1 H9 v-3 c1 0 2 0 3 1 s1 1 2 2 Q1 1 5 5 t1 1 a2 2 0 0 1 2 2 z m1 1')).toEqual([
      'm 1,2', 'l 2,3', 'l 9,3', 'l 9,0', 'c 12,1', 'c 14,3', 'c 5,5', 'c 6,6', 'c 8,8', 'z', 'm 2,3',
    ]);
  });

  it('reads numbers that go on, flags without anything between, and numbers that touch', () => {
    expect(ends('m1 1 2 2,3 3')).toEqual(['m 1,1', 'l 3,3', 'l 6,6']);
    expect(ends('M0 0a5 5 0 015 5')).toEqual(['m 0,0', 'c 5,5']);
    expect(ends('M.5.5-1-1')).toEqual(['m 0.5,0.5', 'l -1,-1']);
  });

  it('stops at the first mistake', () => {
    expect(ends('M0 0 L1 1 L2 x L3 3')).toEqual(['m 0,0', 'l 1,1']);
    expect(ends('M0 0zz9')).toEqual(['m 0,0', 'z', 'z']);
    expect(ends('')).toEqual([]);
  });
});
