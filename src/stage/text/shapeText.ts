/**
 * How far each character of a run of text moves the pen, and how tall its font is.
 *
 * In: text without line breaks, its style and direction. Out: advances in px, kerned and joined as Chromium's layout
 * does, remembered for as long as the fonts stay the same. Measured by the canvas library that will draw the text.
 */
import {createCanvas} from '@napi-rs/canvas';
import {bringFontsFor} from '../fonts/fontBook';
import {UNITS} from '../layout/units';
import type {TextStyle} from './textStyle';

/** Ascent and descent of a font, whole px given in units. */
export interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
}

interface DebugRun {
  readonly x: readonly number[];
  readonly clusters: readonly number[];
}

/** What the library's own text line tells: glyph positions in visual order and the bytes they stand for. */
interface DebugLine {
  readonly width: number;
  readonly runs: readonly DebugRun[];
}

type MeasuringContext = ReturnType<ReturnType<typeof createCanvas>['getContext']> & {
  letterSpacing: string;
  textRendering: string;
  __debugTextLine?(text: string): string;
};

/** Runs remembered; about 20 MB at most. */
const MEMORY = 20_000;

const runs = new Map<string, Float64Array>();
const metrics = new Map<string, FontMetrics>();
let measuring: MeasuringContext | null = null;
let setUp = '';

/** Drops all that was measured: call it after registering fonts. */
export function forgetFonts(): void {
  runs.clear();
  metrics.clear();
  setUp = '';
}

/**
 * Measures the pen's advance for each UTF-16 unit; the units of one cluster count on its first.
 *
 * @param text - one run: one style, one direction, no line breaks
 * @returns px, shape (text.length)
 * @example shapeText('fi', roboto48, false)  // [26.6015625, 0]: a ligature
 */
export function shapeText(text: string, style: TextStyle, rightToLeft: boolean): Float64Array {
  const key = `${style.canvasFont}|${style.letterSpacing}|${rightToLeft ? 'r' : 'l'}|${text}`;
  const known = runs.get(key);
  if (known !== undefined) return known;
  if (runs.size >= MEMORY) runs.clear();
  bringFontsFor(text, () => style.canvasFont);
  const context = contextFor(style, rightToLeft);
  const advances = context.__debugTextLine ? clusterAdvances(context, text, style, rightToLeft) : prefixAdvances(context, text);
  runs.set(key, advances);
  return advances;
}

/** The font's ascent and descent, rounded to whole px as Chromium does. */
export function fontMetrics(style: TextStyle): FontMetrics {
  const known = metrics.get(style.canvasFont);
  if (known !== undefined) return known;
  const measured = contextFor(style, false).measureText('');
  const result = {
    ascent: Math.round(measured.fontBoundingBoxAscent) * UNITS,
    descent: Math.round(measured.fontBoundingBoxDescent) * UNITS,
  };
  metrics.set(style.canvasFont, result);
  return result;
}

function contextFor(style: TextStyle, rightToLeft: boolean): MeasuringContext {
  if (measuring === null) {
    measuring = createCanvas(1, 1).getContext('2d') as unknown as MeasuringContext;
    // Layout kerns across spaces; a canvas does so only when asked for legibility.
    measuring.textRendering = 'optimizeLegibility';
  }
  const wanted = `${style.canvasFont}|${style.letterSpacing}|${rightToLeft}`;
  if (wanted !== setUp) {
    measuring.font = style.canvasFont;
    measuring.letterSpacing = `${style.letterSpacing}px`;
    measuring.direction = rightToLeft ? 'rtl' : 'ltr';
    setUp = wanted;
  }
  return measuring;
}

function clusterAdvances(context: MeasuringContext, text: string, style: TextStyle, rightToLeft: boolean): Float64Array {
  const line = JSON.parse(context.__debugTextLine!(text)) as DebugLine;
  const advances = new Float64Array(text.length);
  const indices = utf16Indices(text);
  const glyphs = line.runs.flatMap(run => run.x.map((x, index) => ({x, cluster: run.clusters[index]})));
  glyphs.forEach(({x, cluster}, index) => {
    const end = index + 1 < glyphs.length ? glyphs[index + 1].x : line.width;
    const start = indices === null ? cluster : indices[cluster];
    const advance = onGrid(end - x);
    advances[start] += end > EXACT_UP_TO && x > 0 ? sharpened(text, start, advance, end, style, rightToLeft) : advance;
  });
  if (text.length > 1 && TRIMMED_AT_START.test(text)) returnTrimmedSpace(text, advances, style);
  // Negative spacing brings characters together, and none behind the one before it.
  if (style.letterSpacing < 0) for (let index = 0; index < advances.length; index++) advances[index] = Math.max(advances[index], 0);
  return advances;
}

/** Advances are multiples of 1/65536 px; taking differences of single-precision positions blurs them. */
function onGrid(advance: number): number {
  return Math.round(advance * 65536) / 65536;
}

/** Positions below this, px, are exact on that grid. */
const EXACT_UP_TO = 64;

/** Finds the exact advance of a character far from the start of its run: as if alone, or with the next one. */
function sharpened(text: string, start: number, advance: number, end: number, style: TextStyle, rightToLeft: boolean): number {
  const tolerance = end * 3e-7 + 1e-5;
  const character = String.fromCodePoint(text.codePointAt(start)!);
  // Marks may stand after glyphs of their own: what is measured here must be shorter than what asks.
  if (character.length === text.length) return advance;
  const alone = shapeText(character, style, rightToLeft)[0];
  if (Math.abs(alone - advance) <= tolerance) return alone;
  const next = start + character.length;
  if (next >= text.length) return advance;
  const both = character + String.fromCodePoint(text.codePointAt(next)!);
  if (both.length === text.length) return advance;
  const pair = shapeText(both, style, rightToLeft)[0];
  return Math.abs(pair - advance) <= tolerance ? pair : advance;
}

/** Full-width opening punctuation, whose empty left half goes away behind other punctuation. */
export const TRIMMED_AT_START = /[\u2018\u201c\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff08\uff3b\uff5b\uff5f]/;

/** Such a glyph is drawn to the left of its pen position: give the character before it its own advance back. */
function returnTrimmedSpace(text: string, advances: Float64Array, style: TextStyle): void {
  let shift = 0;
  for (let index = 0; index < text.length; index++) {
    const alone = shapeText(text[index], style, false)[0];
    const advance = advances[index] - shift;
    const missing = (shift > 0 ? alone / 2 : alone) - advance;
    shift = index + 1 < text.length && TRIMMED_AT_START.test(text[index + 1]) && missing > style.fontSize * 0.3 ? missing : 0;
    advances[index] = advance + shift;
  }
}

/** For each UTF-8 byte the UTF-16 unit it belongs to; null where they are the same. */
function utf16Indices(text: string): Uint32Array | null {
  if (/^[\0-\x7f]*$/.test(text)) return null;
  const indices = new Uint32Array(text.length * 3);
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    indices.fill(unit, byte, byte + bytes);
    byte += bytes;
    unit += character.length;
  }
  return indices;
}

/** Without glyph positions: the width up to and with each character, less that of the character alone. */
function prefixAdvances(context: MeasuringContext, text: string): Float64Array {
  const advances = new Float64Array(text.length);
  let pen = 0;
  for (let index = 0; index < text.length; index++) {
    const end = context.measureText(text.slice(0, index + 1)).width;
    advances[index] = end - pen;
    pen = end;
  }
  return advances;
}
