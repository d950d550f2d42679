import {describe, expect, it} from 'vitest';
import {HEADING_HEIGHT, layOutSheet, type SheetBlock} from '../../src/loop/sheetLayout';

const block = (heading: string, count: number): SheetBlock => ({
  heading, note: '', tiles: Array.from({length: count}, (_, frame) => ({frame, lines: ['x']})),
});
const options = {columns: 3, tile: {width: 100, height: 50}, longestPage: 300};

describe('layOutSheet()', () => {
  it('puts every tile on exactly one page, in order', () => {
    const pages = layOutSheet([block('a', 7), block('b', 5)], options);
    expect(pages.flatMap(({tiles}) => tiles.map(({frame}) => frame))).toEqual([0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4]);
  });

  it('keeps pages within the longest, and tiles within their page', () => {
    const pages = layOutSheet([block('a', 20)], options);
    expect(pages.length).toBeGreaterThan(1);
    for (const {width, height, tiles} of pages) {
      expect(height).toBeLessThanOrEqual(options.longestPage + 24);
      for (const {x, y} of tiles) expect([x + 100 <= width, y + 50 <= height]).toEqual([true, true]);
    }
  });

  it('never overlaps two tiles', () => {
    const [{tiles}] = layOutSheet([block('a', 6)], options);
    expect(new Set(tiles.map(({x, y}) => `${x},${y}`)).size).toBe(6);
    expect(Math.min(...tiles.slice(3).map(({y}) => y)) - tiles[0].y).toBeGreaterThan(50);
  });

  it('heads a block again on the next page', () => {
    const pages = layOutSheet([block('a', 20)], options);
    expect(pages.map(({headings}) => headings.map(({heading}) => heading))).toEqual([['a'], ...pages.slice(1).map(() => ['a (continued)'])]);
  });

  it('never leaves a heading alone at the foot of a page', () => {
    for (const page of layOutSheet([block('a', 3), block('b', 3), block('c', 3), block('d', 1)], options)) {
      for (const {y} of page.headings) expect(page.tiles.some(tile => tile.y === y + HEADING_HEIGHT)).toBe(true);
    }
  });

  it('is no wider than its longest row', () => {
    expect(layOutSheet([block('a', 1)], options)[0].width).toBe(148);
  });
});
