import {describe, expect, test} from 'vitest';
import {analogyTex} from '../../src/components/analogyTex';
import {plainTex, readNames} from '../../src/components/equationTex';
import {outlineBounds, outlineLength} from '../../src/components/outlineBounds';
import {symbolicProductTex} from '../../src/components/symbolicProductTex';
import {analogy, analogyAsDifferences} from '../../src/math/analogy';
import {defineNotation} from '../../src/math/notation';
import {typesetTex, type FormulaPart} from '../../src/components/typesetTex';

const names = (part: FormulaPart): string[] => part.parts.flatMap(each => [each.name ?? '', ...names(each)]);

describe('readNames()', () => {
  test('turns names into classes', () => {
    expect(readNames('{{q: Q}} \\cdot {{k: K}}').tex).toBe('\\class{part-0}{Q} \\cdot \\class{part-1}{K}');
  });

  test('reads parts in parts, and leaves plain braces alone', () => {
    const {tex, parts} = readNames('\\frac{ {{sum: {{a: x_{1}}} + 1}} }{{2}}');
    expect(tex).toBe('\\frac{ \\class{part-0}{\\class{part-1}{x_{1}} + 1} }{{2}}');
    expect([...parts.values()].map(part => part.name)).toEqual(['sum', 'a']);
  });

  test('reads how a slot writes its number', () => {
    expect(readNames('{{v=+0.00}}').parts.get('part-0')!.slot).toEqual({decimals: 2, sign: 'always', grouping: false, suffix: ''});
    expect(readNames('{{n=000,000}}').parts.get('part-0')!.slot).toEqual({decimals: 0, sign: 'auto', grouping: true, suffix: ''});
  });

  test('refuses a part that is left open and a slot without a number', () => {
    expect(() => readNames('{{q: Q')).toThrow('Cannot read the equation "{{q: Q": the part "q" is not closed with }}');
    expect(() => readNames('{{v=x}}')).toThrow('the slot "v" takes a number such as 0.00 or +0.0, not "x"');
  });

  test('does not take an escaped brace for a part', () => {
    expect(readNames('\\{ {{a: x}} \\}').tex).toBe('\\{ \\class{part-0}{x} \\}');
  });
});

describe('typesetTex()', () => {
  test('finds parts by name in reading order', () => {
    expect(names(typesetTex('\\frac{ {{q: Q}} {{k: K}} }{ {{root: \\sqrt{ {{d: d_k}} }}} }'))).toEqual(['q', 'k', 'root', 'd']);
  });

  test('keeps one name for a glyph that lies alone in two parts', () => {
    expect(names(typesetTex('{{outer: {{inner: x}}}}'))).toEqual(['outer', 'inner']);
  });

  test('sets a named operator with the same air as a plain one', () => {
    expect(typesetTex('a {{plus: +}} b').frame).toEqual(typesetTex('a + b').frame);
  });

  test('gives every part a box within the formula', () => {
    const formula = typesetTex('{{sum: \\sum_{j=1}^{N}}} e^{ {{x: x_j}} }');
    for (const {box} of formula.parts) {
      expect(box.left).toBeGreaterThanOrEqual(formula.box.left);
      expect(box.right).toBeLessThanOrEqual(formula.box.right);
      expect(box.right).toBeGreaterThan(box.left);
    }
  });

  test('cuts stretched brackets to their bracket', () => {
    const {box, frame} = typesetTex('\\begin{bmatrix} a \\\\ b \\\\ c \\\\ d \\\\ e \\end{bmatrix}');
    expect(box.right - box.left).toBeLessThanOrEqual(frame.right - frame.left + 1);
    expect(box.bottom - box.top).toBeLessThanOrEqual(frame.bottom - frame.top + 20);
  });

  test('keeps characters that the formula font lacks', () => {
    expect(typesetTex('\\text{寿司}').glyphs.map(glyph => glyph.shape).join('')).toBe('寿司');
  });

  test('of nothing has no glyphs', () => {
    expect(typesetTex('').glyphs).toEqual([]);
  });

  test('refuses TeX that cannot be read', () => {
    expect(() => typesetTex('\\frac{a')).toThrow('Cannot set the equation "\\frac{a": Missing close brace');
    expect(() => typesetTex('\\nonsense')).toThrow('Cannot set the equation "\\nonsense": Undefined control sequence \\nonsense');
  });
});

test('outlineBounds() and outlineLength() of a rectangle', () => {
  expect(outlineBounds('M0 0L10 0L10 5H0V0Z')).toEqual({left: 0, top: 0, right: 10, bottom: 5});
  expect(outlineLength('M0 0L10 0V5H0V0Z')).toBe(30);
});

test('symbolicProductTex() names every weight, entry and term once', () => {
  const {tex} = symbolicProductTex(3, 3, ['w', 'x']);
  const found = names(typesetTex(tex));
  expect(found.filter(name => /^w\.\d\.\d$/.test(name))).toHaveLength(9);
  expect(found.filter(name => /^x\.\d$/.test(name))).toHaveLength(3);
  expect(found.filter(name => /^t\.\d\.\d$/.test(name))).toHaveLength(9);
});

describe('analogyTex()', () => {
  const words = {words: ['king', 'man', 'woman', 'queen', 'été'], vectors: [[3, 1], [1, 1], [1, 2], [3, 2], [-4, 1]]};
  const royal = analogy({plus: ['king', 'woman'], minus: ['man']}, words);

  test('names each word, with the signs of the analogy', () => {
    expect(analogyTex(royal)).toBe(
      '{{king: E(\\text{king})}} - {{man: E(\\text{man})}} + {{woman: E(\\text{woman})}} \\approx {{queen: E(\\text{queen})}}',
    );
  });

  test('writes two differences from the same object', () => {
    expect(names(typesetTex(analogyTex(analogyAsDifferences(royal))))).toEqual(['woman', 'man', 'queen', 'king']);
  });

  test('calls a word by its place where it cannot be a name', () => {
    const summer = analogy({plus: ['été']}, words);
    expect(names(typesetTex(analogyTex(summer)))[0]).toBe('word-1');
  });
});

test('plainTex() is what a notation reads', () => {
  const notation = defineNotation([
    {symbol: 'Q', meaning: 'query', index: {letter: 'i', from: 1, to: 'n'}},
    {symbol: 'K', meaning: 'key', index: {letter: 'j', from: 1, to: 'n'}},
    {symbol: 'n', meaning: 'tokens'},
  ]);
  expect(notation.check(plainTex('{{q: Q_i}} \\cdot {{k: K_j}}'))).toEqual([]);
  expect(notation.check(plainTex('{{q: Q_i}} \\cdot {{k: X_j}}')).map(finding => finding.symbol)).toContain('X_j');
});
