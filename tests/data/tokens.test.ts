import {describe, expect, it} from 'vitest';
import {endOfText, textOf, tokenCount, tokenize, tokenOf, vocabularyEnds} from '../../src/data/tokens';

const idsOf = (text: string) => tokenize(text).map(token => token.id);
const piecesOf = (text: string) => tokenize(text).map(token => token.text);

describe('tokenize()', () => {
  it('gives the ids that GPT-2 gives', () => {
    expect(idsOf('Hello, world!')).toEqual([15496, 11, 995, 0]);
    expect(idsOf('')).toEqual([]);
  });

  it('keeps leading spaces with their word', () => {
    expect(piecesOf('To be or not')).toEqual(['To', ' be', ' or', ' not']);
  });

  it('cuts a name it has never seen into more than one piece', () => {
    expect(tokenize('Zorbleflax').length).toBeGreaterThan(1);
    expect(piecesOf(' unhappiness').join('')).toBe(' unhappiness');
  });

  it.each(['plain words', '  two  spaces\nand a line', 'naïve café', '塔は高い', '👩‍🚀 up', '<|endoftext|>'])(
    'of %j joins to the same bytes and back to the same text', text => {
      const tokens = tokenize(text);
      expect(Buffer.concat(tokens.map(token => token.bytes)).toString('utf8')).toBe(text);
      expect(textOf(tokens.map(token => token.id))).toBe(text);
    },
  );

  it('shows the bytes of a piece that is no whole character', () => {
    const parts = tokenize('塔').filter(token => !token.whole);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part.text).toMatch(/^⟨[0-9A-F]{2}( [0-9A-F]{2})*⟩$/);
  });
});

describe('tokenOf()', () => {
  it('knows every id from 0 to 50,256 and no other', () => {
    expect(tokenCount).toBe(50_257);
    expect(Array.from({length: tokenCount}, (_, id) => tokenOf(id)).every(token => token.text.length > 0)).toBe(true);
    expect(tokenOf(endOfText).text).toBe('<|endoftext|>');
    expect(() => tokenOf(tokenCount)).toThrow('There is no token 50,257: ids run from 0 to 50,256');
    expect(() => tokenOf(-1)).toThrow('There is no token -1');
  });

  it('vocabularyEnds() lists the first and last tokens', () => {
    const {first, last} = vocabularyEnds(3, 2);
    expect(first.map(token => token.text)).toEqual(['!', '"', '#']);
    expect(last.map(token => token.id)).toEqual([50255, 50256]);
  });
});
