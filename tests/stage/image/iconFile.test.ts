import {describe, expect, it} from 'vitest';
import {iconSvg} from '../../../src/stage/image/iconFile';

const address = (name: string) => `https://api.iconify.design/${name}.svg?color=%23ff0000`;

describe('iconSvg()', () => {
  it('writes an installed icon in its colour, one em high', () => {
    const svg = iconSvg(address('mdi/school'), process.cwd());
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="16" height="16" viewBox="0 0 24 24">/);
    expect(svg).toContain('fill="#ff0000"');
    expect(svg).not.toContain('currentColor');
  });

  it('leaves every other address alone', () => {
    expect(iconSvg('/pictures/school.svg', process.cwd())).toBeNull();
  });

  it('names the package that is not installed', () => {
    expect(() => iconSvg(address('nowhere/star'), process.cwd())).toThrow('Cannot draw icon "nowhere:star": the icon set "nowhere" is not installed');
  });

  it('offers near names for an icon that the set does not have', () => {
    expect(() => iconSvg(address('mdi/schol'), process.cwd())).toThrow(/the set has no such icon: .*school/);
  });
});
