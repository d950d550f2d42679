import {describe, expect, it} from 'vitest';
import {lineStrength, scrolledLines, tokenNewness, tokenStrength} from '../../src/components/typedText';

describe('typedText', () => {
  it('tokenStrength() is 0 before a token, 1 after a quarter of its time', () => {
    expect([1, 2, 2.125, 2.25, 9].map(typed => tokenStrength(2, typed))).toEqual([0, 0, 0.5, 1, 1]);
  });

  it('tokenNewness() lasts until the next token sets out and ends when it has come', () => {
    expect([2, 2.1, 3, 3.5, 4].map(typed => tokenNewness(2, typed, 0))).toEqual([0, 1, 1, 0.5, 0]);
    expect(tokenNewness(2, 3, 3)).toBe(0);
  });

  it('scrolledLines() does not scroll a page that has room', () => {
    expect(scrolledLines([0, 1, 2], 3, 1, 3)).toBe(0);
  });

  it('scrolledLines() shows the line of every token that has come', () => {
    const lines = [1, 1, 2, 3, 3, 4, 6];
    lines.forEach((line, index) => expect(line - scrolledLines(lines, index + 1, 1, 3)).toBeLessThanOrEqual(2));
  });

  it('scrolledLines() moves without jumps', () => {
    const lines = [1, 2, 3, 4, 5];
    for (let typed = 0; typed < 5; typed += 0.01) {
      expect(scrolledLines(lines, typed + 0.01, 1, 2) - scrolledLines(lines, typed, 1, 2)).toBeLessThan(0.03);
    }
  });

  it('scrolledLines() starts at the end of a seed that is longer than the page', () => {
    expect(scrolledLines([], 0, 7, 3)).toBe(4);
  });

  it('lineStrength() is 1 on the page and 0 a line above or below it', () => {
    expect([-1, 0, 2, 3].map(line => lineStrength(line, 0, 3))).toEqual([0, 1, 1, 0]);
    expect(lineStrength(0, 0.5, 3)).toBe(0.5);
  });
});
