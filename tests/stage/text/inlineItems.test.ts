import {beforeAll, describe, expect, test} from 'vitest';
import {EDITOR_TEXT_STYLE} from '../../../src/stage/document/document';
import {visualOrder} from '../../../src/stage/text/bidi';
import {type InlineSource, inlineItems} from '../../../src/stage/text/inlineItems';
import {scriptStarts} from '../../../src/stage/text/scriptRuns';
import {fontMetrics, shapeText} from '../../../src/stage/text/shapeText';
import {inheritTextStyle, TextStyle} from '../../../src/stage/text/textStyle';
import {WhiteSpaceCollapser} from '../../../src/stage/text/whiteSpace';
import {registerFonts} from '../../fuzz/fonts';

const style = new TextStyle({...EDITOR_TEXT_STYLE, fontSize: 48});

beforeAll(registerFonts);

test('inlineItems() collapses white space across sources and drops it at both ends', () => {
  const sources: InlineSource[] = [' a ', ' ', 'b\n c '].map(text => ({kind: 'text', text, style, key: {}}));
  const {text, pieces} = inlineItems(sources, 'ltr');
  expect(text.trimEnd()).toBe('a b c');
  expect(pieces.filter(({width}) => width > 0).map(({start, end}) => text.slice(start, end))).toEqual(['a ', 'b c']);
});

describe('WhiteSpaceCollapser', () => {
  test('keeps everything in preserved text', () => {
    expect(new WhiteSpaceCollapser().collapse('  a\r\n b', 'pre')).toBe('  a\n b');
  });

  test('keeps line breaks alone with pre-line', () => {
    expect(new WhiteSpaceCollapser().collapse('a  \n  b', 'pre-line')).toBe('a\nb');
  });
});

describe('shapeText()', () => {
  test('counts a ligature on its first letter and kerns across a space', () => {
    expect([...shapeText('fi', style, false)]).toEqual([26.6015625, 0]);
    const [space] = shapeText(' T', style, false);
    expect(space).toBeLessThan(shapeText(' ', style, false)[0]);
  });

  test('gives long runs the same advances as short ones', () => {
    const odd = new TextStyle({...EDITOR_TEXT_STYLE, fontSize: 33.33});
    const advances = shapeText('ab '.repeat(60), odd, false);
    expect(advances[3 * 59]).toBe(advances[3]);
  });

  test('maps clusters of characters outside ASCII to their first unit', () => {
    const advances = shapeText('é\u0301x', style, false);
    expect(advances[1]).toBe(0);
    expect(advances[2]).toBeGreaterThan(0);
  });
});

test('fontMetrics() are whole px', () => {
  expect(fontMetrics(style)).toEqual({ascent: 45 * 64, descent: 12 * 64});
});

test('scriptStarts() leaves marks with what is before them', () => {
  expect([...scriptStarts('мир “ab')!]).toEqual([0, 0, 0, 0, 0, 1, 0]);
  expect(scriptStarts('only (Latin) — text')).toBeNull();
});

test('visualOrder() reverses runs of odd levels', () => {
  expect(visualOrder([0, 1, 1, 2, 1, 0])).toEqual([0, 4, 3, 2, 1, 5]);
});

test('inheritTextStyle() gives the parent itself where nothing is declared, and resolves em and %', () => {
  expect(inheritTextStyle({fontSize: undefined}, style)).toBe(style);
  expect(inheritTextStyle({fontSize: {px: 0, em: 0.5}, letterSpacing: {px: 0, em: 1}}, style)).toMatchObject({fontSize: 24, letterSpacing: 24});
});
