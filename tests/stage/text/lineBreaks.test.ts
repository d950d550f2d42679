import {expect, test} from 'vitest';
import {lineBreaks} from '../../../src/stage/text/lineBreaks';

/** The text with a bar at each break. */
function broken(text: string): string {
  const breaks = lineBreaks(text);
  return [...text].map((character, index) => (breaks[index] ? `|${character}` : character)).join('');
}

test.each([
  ['well-|known |km/h', 'a break after a hyphen, none after a slash'],
  ['a-|1 |-1', 'a hyphen before a digit may be a minus sign'],
  ['f(x) |C++ |50%|(a', 'an opening bracket may start a line after %'],
  ['why?|why?!', 'letters may start a line after ?'],
  ['中|文，|a', 'between ideographs, but not before a comma'],
  ['naïve|（x） |→|（中', 'before a wide bracket'],
  ['€|(x |€(1', 'a currency sign clings to a bracket only before a digit'],
  ['中|“文”|字 |a“b”c |中|（“文', 'around quotation marks inside East Asian text only, and never behind a bracket'],
  ['あ|ゃ|あ|ー', 'before small kana and the long vowel mark'],
  ['em|—|dash |—', 'around a dash'],
  ['é-|é |-é', 'a hyphen that starts a word stays with it'],
  ['no\u00a0break', 'never at a no-break space'],
])('lineBreaks() of "%s": %s', bars => {
  expect(broken(bars.replaceAll('|', ''))).toBe(bars);
});
