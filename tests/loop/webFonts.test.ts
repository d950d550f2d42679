import {describe, expect, it} from 'vitest';
import {cutByContents, cutByName, webFonts} from '../../src/loop/webFonts';
import {bundledFaces} from '../../src/stage/fonts/fontBook';

describe('webFonts()', () => {
  it.each(bundledFaces().map(({file}) => [file.replace(/.*\//, ''), file]))('knows the cut of %s by its name', (_name, file) => {
    expect(cutByName(file)).toEqual(cutByContents(file));
  });

  it('gives no two faces of a family the same cut', () => {
    const cuts = webFonts([], file => file).map(({family, weight, style}) => `${family} ${weight} ${style}`);
    expect(new Set(cuts).size).toBe(cuts.length);
  });
});
