import {describe, expect, it} from 'vitest';
import {wrappedLines, wrapText} from '../../src/components/wrapText';

const upTo = (columns: number) => (line: string) => [...line].length <= columns;

describe('wrapText', () => {
  it('wrapText() breaks at spaces and leaves them at the end of lines', () => {
    expect(wrappedLines('to be or not', upTo(5))).toEqual(['to be', 'or', 'not']);
  });

  it('wrapText() of nothing is one empty line', () => {
    expect(wrapText('', upTo(5))).toEqual([{start: 0, end: 0}]);
  });

  it('wrapText() starts a new line at "\\n" and keeps empty ones', () => {
    expect(wrappedLines('a\n\nb', upTo(9))).toEqual(['a', '', 'b']);
  });

  it('wrapText() cuts a word that fits no line', () => {
    expect(wrappedLines('xylophonist', upTo(4))).toEqual(['xylo', 'phon', 'ist']);
  });

  it('wrapText() breaks after hyphens and between ideographs', () => {
    expect(wrappedLines('pre-trained', upTo(6))).toEqual(['pre-', 'traine', 'd']);
    expect(wrappedLines('灯台守が、来た', upTo(4))).toEqual(['灯台守', 'が、来た']);
  });

  it('wrapText() never moves a word when text is added after it', () => {
    const text = 'The lighthouse keeper lit the lamp, and the ships came home, one after the other.';
    const whole = wrapText(text, upTo(20));
    for (const {index} of text.matchAll(/ /g)) {
      const part = wrapText(text.slice(0, index), upTo(20));
      expect(part.slice(0, -1)).toEqual(whole.slice(0, part.length - 1));
      expect(part.at(-1)!.start).toBe(whole[part.length - 1].start);
    }
  });

  it('wrapText() covers every letter once', () => {
    const text = 'A spring — of cold-water steel; 灯台 and\nmore  spaces ';
    for (const columns of [1, 2, 5, 9, 40]) {
      const letters = wrappedLines(text, upTo(columns)).join('').replace(/\s/g, '');
      expect(letters).toBe(text.replace(/\s/g, ''));
    }
  });
});
