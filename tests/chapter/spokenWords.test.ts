import {describe, expect, test} from 'vitest';
import {spokenWords} from '../../src/chapter/spokenWords';

describe('spokenWords()', () => {
  test.each([
    ['word', 'word'],
    ['“Next,”', 'next'],
    ['don’t', "don't"],
    ['word-by-word', 'word by word'],
    ['GPT-3,', 'g p t three'],
    ['0', 'zero'],
    ['19', 'nineteen'],
    ['100', 'one hundred'],
    ['0.62', 'zero point six two'],
    ['-3.5', 'minus three point five'],
    ['62%', 'sixty two percent'],
    ['2017', 'twenty seventeen'],
    ['1906', 'nineteen oh six'],
    ['2003', 'two thousand three'],
    ['1900', 'nineteen hundred'],
    ['2,048', 'two thousand forty eight'],
    ['1,000,000', 'one million'],
    ['50,257', 'fifty thousand two hundred fifty seven'],
    ['175,181,291,520', 'one hundred seventy five billion one hundred eighty one million two hundred ninety one thousand five hundred twenty'],
    ['=', 'equals'],
    ['-', 'minus'],
    ['≈', 'is about'],
    ['—', ''],
    ['…', ''],
    ['3×4', 'three times four'],
    ['and/or', 'and or'],
  ])('spokenWords(%j) reads %j', (written, spoken) => {
    expect(spokenWords(written).join(' ')).toBe(spoken);
  });
  test('spokenWords() of every whole number under 100,000 reads back as that number', () => {
    const read = new Map<string, number>();
    for (let value = 0; value < 100_000; value += 7) {
      const spoken = spokenWords(value.toLocaleString('en')).join(' ');
      expect(read.get(spoken)).toBeUndefined();
      read.set(spoken, value);
    }
  });
});
