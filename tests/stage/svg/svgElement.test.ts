import {describe, expect, it} from 'vitest';
import {parseSvg, StageSvgGraphicsElement} from '../../../src/stage/svg/svgElement';

const svg = (body: string, attributes = '') => parseSvg(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`)!;

describe('svg elements', () => {
  it('parseSvg() reads the viewBox and lengths with units', () => {
    const root = svg('', 'viewBox="0 -10 40 30" width="2ex" height="1in"');
    expect(root.viewBox.baseVal).toEqual({x: 0, y: -10, width: 40, height: 30});
    expect(root.width.baseVal.value).toBeCloseTo(14.793, 3);
    expect(root.height.baseVal.value).toBe(96);
  });

  it('querySelector() finds by id below any depth', () => {
    expect(svg('<g><g><path id="x" d="M0 0"/></g></g>').querySelector('#x')?.tagName).toBe('path');
  });

  it('gradients are not graphics elements, groups and defs are', () => {
    const root = svg('<defs/><g/><linearGradient/>');
    expect(root.children.map(child => child instanceof StageSvgGraphicsElement)).toEqual([true, true, false]);
  });

  it('transform lists multiply from the left', () => {
    const {matrix} = svg('<g transform="translate(10 20) scale(2)"/>').children[0].transform.baseVal.consolidate()!;
    expect([matrix.a, matrix.d, matrix.e, matrix.f]).toEqual([2, 2, 10, 20]);
  });

  it('transform lists are multiplied in doubles from 32-bit arguments, and refused as a whole when one is malformed', () => {
    const of = (text: string) => svg(`<g transform="${text}"/>`).children[0].transform.baseVal.consolidate();
    const {matrix} = of('rotate(6.8513 -80.2 41.5420) translate(43.7805)')!;
    expect([matrix.a, matrix.b, matrix.e, matrix.f]).toEqual([0.992859096156725, 0.1192929804257201, 47.85083467917012, 15.086650243381396]);
    for (const text of ['translate(1 2 3)', 'scale()', 'translate(10px)', 'rotate(1 2)', 'turn(1)']) expect(of(text)).toBeNull();
  });

  it('getBBox() joins children with their transforms', () => {
    const box = svg('<rect x="1" y="2" width="3" height="4"/><g transform="translate(10 0)"><circle r="5"/></g>').getBBox();
    expect(box).toEqual({x: 1, y: -5, width: 14, height: 11});
  });

  it('parseSvg() answers null for markup that is no SVG', () => {
    expect(parseSvg('<p>hello</p>')).toBeNull();
    expect(parseSvg('<svg><g></svg>')).toBeNull();
  });
});
