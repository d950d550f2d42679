import {differenceCiede2000, wcagContrast} from 'culori';
import {describe, expect, test} from 'vitest';
import {themeNamed, themes, type Theme} from '../../src/theme/theme';
import {hueColor, tokenColor, tokenHue} from '../../src/theme/tokenColor';
import {rampColor, valueToColor} from '../../src/theme/valueToColor';
import {sights} from './sight';

const distance = differenceCiede2000();
const shades = Array.from({length: 33}, (_, i) => i / 32);

/** Families whose members stand side by side in one picture. */
const families = [
  ['query', 'key', 'value', 'output', 'highlight'],
  ['logit', 'probability', 'temperature'],
  ['good', 'bad', 'highlight'],
  ['output', 'activation'],
] as const;

/** Colours that text is written in. */
const written = ['ink', 'muted', 'query', 'key', 'value', 'output', 'logit', 'probability', 'temperature', 'activation', 'good', 'bad', 'data'] as const;

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map(b => [a, b] as [T, T]));
}

function ramps(look: Theme): Record<string, string[]> {
  return Object.fromEntries(Object.entries(look.ramps).map(([name, ramp]) => [name, shades.map(share => rampColor(ramp, share))]));
}

describe.each(Object.values(themes))('theme "$name"', look => {
  test.each(written)('%s as text has a contrast of 4.5 to the ground', name => {
    expect(wcagContrast(look[name], look.background)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['ink', 'muted', 'highlight', 'good', 'bad', 'query', 'key', 'value'] as const)(
    '%s as a stroke has a contrast of 3 to the ground and the raised ground',
    name => {
      expect(wcagContrast(look[name], look.panel)).toBeGreaterThanOrEqual(3);
      expect(wcagContrast(look[name], look.background)).toBeGreaterThanOrEqual(3);
    },
  );

  test('numbers on every ramp have a contrast of 4.5 at every magnitude', () => {
    const lowest = Math.min(...Object.values(ramps(look)).flat().map(color => wcagContrast(color, look.background)));
    expect(lowest).toBeGreaterThanOrEqual(4.5);
  });

  test('tokens of every hue have a contrast of 4.5 to the ground and 3 to their own tint', () => {
    const hues = Array.from({length: 360}, (_, hue) => hueColor(hue, look));
    expect(Math.min(...hues.map(({line}) => wcagContrast(line, look.background)))).toBeGreaterThanOrEqual(4.5);
    expect(Math.min(...hues.map(({line, ground}) => wcagContrast(line, ground)))).toBeGreaterThanOrEqual(3);
    expect(Math.min(...hues.map(({ground}) => wcagContrast(look.ink, ground)))).toBeGreaterThanOrEqual(7);
  });

  test.each(sights)('weights of either sign and data never look alike, at any two magnitudes ($name)', ({see, distance: limit}) => {
    const seen = Object.values(ramps(look)).map(colors => colors.map(see));
    const closest = Math.min(...pairs(seen).flatMap(([a, b]) => a.flatMap(left => b.map(right => distance(left, right)))));
    expect(closest).toBeGreaterThanOrEqual(limit);
  });

  test.each(sights)('members of a family never look alike ($name)', ({see, distance: limit}) => {
    const close = families
      .flatMap(family => pairs(family as readonly (keyof Theme)[]))
      .filter(([a, b]) => distance(see(look[a] as string), see(look[b] as string)) < limit);
    expect(close).toEqual([]);
  });

  test('the plain colours of weights and data lie on their ramps', () => {
    const near = (color: string, colors: string[]) => Math.min(...colors.map(each => distance(color, each)));
    const {positiveWeight, negativeWeight, data} = ramps(look);
    expect(near(look.weight.positive, positiveWeight)).toBeLessThan(3);
    expect(near(look.weight.negative, negativeWeight)).toBeLessThan(3);
    expect(near(look.data, data)).toBeLessThan(3);
  });
});

describe('valueToColor()', () => {
  const {ramps: dark} = themes.dark;

  test('of full size is the end of the ramp of its sign', () => {
    expect(valueToColor(9.9, 'weight', 9.9)).toBe(dark.positiveWeight.high);
    expect(valueToColor(-12, 'weight', 9.9)).toBe(dark.negativeWeight.high);
    expect(valueToColor(-9.9, 'data', 9.9)).toBe(dark.data.high);
  });

  test('of zero is the low end, and a weight of zero counts as positive', () => {
    expect(valueToColor(0, 'weight')).toBe(dark.positiveWeight.low);
    expect(valueToColor(-0, 'weight')).toBe(dark.positiveWeight.low);
    expect(valueToColor(0, 'data')).toBe(dark.data.low);
  });

  test('of a masked score has the full shade', () => {
    expect(valueToColor(-Infinity, 'weight')).toBe(dark.negativeWeight.high);
  });

  test('refuses NaN and a span that is not positive', () => {
    expect(() => valueToColor(NaN, 'data')).toThrow('valueToColor() cannot colour NaN');
    expect(() => valueToColor(1, 'data', 0)).toThrow('valueToColor() takes max above 0, not 0');
  });
});

describe('tokenColor()', () => {
  test('is the same for one word in any case and with any space', () => {
    expect(tokenColor(' Bank')).toEqual(tokenColor('bank'));
    expect(tokenColor('bank')).not.toEqual(tokenColor('river'));
  });

  test('keeps to the range of hues it is given', () => {
    const hues = ['a', 'b', 'c', 'd', 'e'].map(text => tokenHue(text, [180, 216]));
    expect(Math.min(...hues)).toBeGreaterThanOrEqual(180);
    expect(Math.max(...hues)).toBeLessThan(216);
  });

  test('spreads a hundred words over the whole circle', () => {
    const hues = Array.from({length: 100}, (_, i) => tokenHue(`word ${i}`)).sort((a, b) => a - b);
    const gaps = hues.map((hue, i) => hue - (hues[i - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(40);
  });
});

test('themeNamed() refuses a name it does not know', () => {
  expect(() => themeNamed('sepia')).toThrow('Unknown theme "sepia": it is "dark" or "light"');
});
