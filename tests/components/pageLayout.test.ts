import {describe, expect, it} from 'vitest';
import {letterRanges, pageLayout, runsOfLine, tokenAt, tokenRange, wordRanges} from '../../src/components/pageLayout';

const layout = pageLayout('and the ships came', [' home', ',', ' saf', 'ely'], line => line.length <= 12);
const said = ({start, end}: {start: number; end: number}) => layout.text.slice(start, end);

describe('pageLayout', () => {
  it('pageLayout() wraps the seed and all tokens at once', () => {
    expect(layout.lines.map(said)).toEqual(['and the', 'ships came', 'home, safely']);
    expect(layout.tokenLines).toEqual([2, 2, 2, 2]);
  });

  it('tokenAt() of a character of the seed is -1', () => {
    expect([0, 17, 18, 19, 23, 24, 28].map(index => tokenAt(layout, index))).toEqual([-1, -1, 0, 0, 1, 2, 3]);
  });

  it('tokenRange() leaves out the spaces around a token', () => {
    expect([0, 1, 2, 3].map(token => said(tokenRange(layout, token)))).toEqual(['home', ',', 'saf', 'ely']);
    expect(() => tokenRange(layout, 4)).toThrow('TextPage has no addition 4: it has 4, from 0');
  });

  it('tokenRange() of a token over two lines is its piece on the first', () => {
    const cut = pageLayout('', ['灯台守は'], line => line.length <= 3);
    expect(tokenRange(cut, 0)).toEqual({start: 0, end: 3});
    expect(wordRanges(cut)).toEqual([{start: 0, end: 3}, {start: 3, end: 4}]);
  });

  it('wordRanges() joins the tokens of one word', () => {
    expect(wordRanges(layout).map(said)).toEqual(['and', 'the', 'ships', 'came', 'home,', 'safely']);
  });

  it('letterRanges() are all characters but spaces', () => {
    expect(letterRanges(layout).map(said).join('')).toBe(layout.text.replace(/\s/g, ''));
  });

  it('runsOfLine() cuts at tokens and leaves out what is drawn elsewhere', () => {
    const line = layout.lines[2];
    expect(runsOfLine(layout, line, []).map(said)).toEqual(['home', ',', ' saf', 'ely']);
    expect(runsOfLine(layout, line, [{start: 20, end: 22}]).map(said)).toEqual(['h', 'e', ',', ' saf', 'ely']);
    expect(runsOfLine(layout, line, [line])).toEqual([]);
  });
});
