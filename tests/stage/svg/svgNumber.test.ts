import {describe, expect, it} from 'vitest';
import {svgLength} from '../../../src/stage/svg/svgLength';
import {svgNumber, svgNumbers} from '../../../src/stage/svg/svgNumber';

// The expected values were read from Chromium 156.
describe('svg numbers', () => {
  it('svgNumber() adds digits up in 32-bit floats', () => {
    expect(svgNumber('0.1')).toBe(Math.fround(0.1));
    expect(svgNumber('-80.2')).toBe(Math.fround(-80.2));
    expect(svgNumber('1e2')).toBe(100);
    // The nearest float would be 6.85129976272583.
    expect(svgNumber('6.8513')).toBe(6.851300239562988);
  });

  it('svgNumbers() splits at signs and points, and refuses what is no number', () => {
    expect(svgNumbers(' 1-2,.5.25 ')).toEqual([1, -2, 0.5, 0.25]);
    expect(svgNumbers('1 2px')).toBeNull();
  });

  it('svgLength() multiplies 32-bit floats', () => {
    const page = {fontSize: 14, full: 300};
    expect(svgLength('17.123ex', page)).toBe(126.64999389648438);
    expect(svgLength('10.7cm', page)).toBe(404.4094543457031);
    expect(svgLength('2rem', page)).toBe(32);
  });
});
