import {GlobalFonts} from '@napi-rs/canvas';
import {beforeEach, describe, expect, it, vi} from 'vitest';

const chinese = 'IBM Plex Sans SC';
let book: typeof import('../../../src/stage/fonts/fontBook');
let registered: string[];

/** A book as a process begins with: its memory is the module's. */
beforeEach(async () => {
  vi.resetModules();
  registered = [];
  vi.spyOn(GlobalFonts, 'registerFromPath').mockImplementation((_file, family) => {
    registered.push(family!);
    return {} as never;
  });
  vi.spyOn(GlobalFonts, 'setAlias').mockReturnValue(true);
  book = await import('../../../src/stage/fonts/fontBook');
  book.registerBundledFonts();
});

describe('the Chinese face', () => {
  it('is in the book from the start, and not opened', () => {
    expect(book.hasFamily(chinese)).toBe(true);
    expect(registered).toContain('IBM Plex Sans');
    expect(registered).not.toContain(chinese);
  });

  it.each([
    ['Latin', 'plain text', '16px "IBM Plex Sans"'],
    ['signs that the family has', '→ α ≈', '16px "IBM Plex Sans"'],
    ['white space and joiners', 'a\u2009b\u200d', '16px Roboto'],
  ])('stays closed for %s', (_what, text, font) => {
    book.bringFontsFor(text, () => font);
    expect(registered).not.toContain(chinese);
  });

  it.each([
    ['characters that it has', '中文', '16px "IBM Plex Sans"'],
    ['a sign that the family lacks', '→', '16px Roboto'],
    ['a family that cannot be asked', '→', '16px "Some System Font"'],
  ])('is opened once for %s', (_what, text, font) => {
    book.bringFontsFor(text, () => font);
    book.bringFontsFor(text, () => font);
    expect(registered.filter(family => family === chinese)).toHaveLength(1);
  });

  it('is opened where a font names it', () => {
    book.bringFontsNamed('600 26px "IBM Plex Sans"');
    expect(registered).not.toContain(chinese);
    book.bringFontsNamed(`600 26px "${chinese}"`);
    expect(registered).toContain(chinese);
  });
});

describe('the emoji face', () => {
  const emoji = 'Noto Color Emoji';

  it.each([
    ['a pictograph', '😀', '16px Roboto'],
    ['a plain sign that is asked for in colour', '→\ufe0f', '16px "IBM Plex Sans"'],
    ['a digit in a key', '1\ufe0f\u20e3', '16px Roboto'],
    ['a flag', '🇩🇪', '16px Roboto'],
  ])('is opened once for %s', (_what, text, font) => {
    expect(registered).not.toContain(emoji);
    book.bringFontsFor(text, () => font);
    book.bringFontsFor(text, () => font);
    expect(registered.filter(family => family === emoji)).toHaveLength(1);
  });

  it.each([['中文'], ['→ α ≈ №'], ['1 2 3 # *']])('stays closed for %s', text => {
    book.bringFontsFor(text, () => '16px "IBM Plex Sans"');
    expect(registered).not.toContain(emoji);
  });

  it('writes emoji, so that no glyph is missing', () => {
    expect(book.missingGlyphs('😀 👩‍👩‍👧 🇩🇪 1\ufe0f\u20e3 ❤\ufe0f', ['Roboto'])).toEqual([]);
    expect(book.missingGlyphs('\ud800\udc00', ['Roboto'])).toEqual(['\ud800\udc00']);
  });
});

describe('withSlantedFaces()', () => {
  it('names the italics alone of a family that has uprights too, each family of its own', () => {
    expect(book.withSlantedFaces('italic 600 40px "IBM Plex Sans", sans')).toBe('italic 600 40px "IBM Plex Sans (slanted)", sans');
    expect(book.withSlantedFaces('italic 600 40px / 48px "IBM Plex Sans"')).toBe('italic 600 40px / 48px "IBM Plex Sans (slanted)"');
    expect(book.withSlantedFaces("oblique 20px Roboto, 'IBM Plex Sans'")).toBe('oblique 20px "Roboto (slanted)", "IBM Plex Sans (slanted)"');
    expect(registered.filter(family => family === 'IBM Plex Sans (slanted)')).toHaveLength(1);
    expect(book.withoutSlantedFaces('italic 600 40px "IBM Plex Sans (slanted)"')).toBe('italic 600 40px "IBM Plex Sans"');
  });

  it.each(['600 40px "IBM Plex Sans"', 'italic 40px "JetBrains Mono"', 'italic 40px Nowhere'])('leaves "%s" as it is', font => {
    expect(book.withSlantedFaces(font)).toBe(font);
  });
});
