/** SVG lengths in CSS pixels, rounded to 32-bit floats where Blink rounds them. */

/** Roboto's x-height in em (1082 of 2048 units): MathJax sizes formulas in `ex`, and the editor's page is set in Roboto. */
const EX_PER_EM = 1082 / 2048;

/** The font size of a page's root, px: the editor sets that of the body only. */
const ROOT_FONT_SIZE = 16;

const f = Math.fround;

export interface LengthContext {
  /** The font size of the page, px. Motion Canvas's editor page: 14. */
  readonly fontSize: number;
  /** What 100 % means for this attribute, px. */
  readonly full: number;
}

const PX_PER_UNIT: Record<string, number> = {px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6, pt: 96 / 72, pc: 16};

/**
 * Reads one SVG length.
 *
 * @param text - the attribute, or null where it is missing (which means 100 %)
 * @returns px; 0 where the text is no length
 * @example svgLength('2ex', {fontSize: 14, full: 300}) // 14.79296875
 */
export function svgLength(text: string | null, context: LengthContext): number {
  if (text === null || text === 'auto') return context.full;
  const match = /^\s*([-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?)\s*([a-z%]*)\s*$/i.exec(text);
  if (!match) return 0;
  const value = f(Number(match[1]));
  const unit = match[2].toLowerCase();
  if (unit === '') return value;
  if (unit === '%') return f(f(value / 100) * context.full);
  if (unit === 'em') return f(value * context.fontSize);
  if (unit === 'rem') return f(value * ROOT_FONT_SIZE);
  if (unit === 'ex') return f(value * f(EX_PER_EM * context.fontSize));
  return f(value * f(PX_PER_UNIT[unit] ?? 0));
}
