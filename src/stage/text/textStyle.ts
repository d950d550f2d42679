/**
 * The inherited text style of an element: specified values fall from parent to child as CSS prescribes.
 *
 * In: declarations parsed by the document facade and the parent's style. Out: one immutable style, equal styles being
 * the same object wherever that is cheap, so that caches may compare by identity.
 */

export type TextAlign = 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
export type WhiteSpace = 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line' | 'break-spaces';

/** A number is a multiple of the font size; px is a fixed length; normal is what the font says. */
export interface LineHeight {
  readonly unit: 'normal' | 'number' | 'px';
  readonly value: number;
}

/** A font size or spacing as written: px, or a multiple of the (parent's) font size. */
export interface FontRelative {
  readonly px: number;
  readonly em: number;
}

export interface LineHeightDeclaration extends LineHeight {
  /** True for `120%` and `1.2em`, which are multiplied before they are inherited. */
  readonly resolve?: boolean;
}

/** What an element itself declares; absent properties are inherited. */
export interface TextDeclarations {
  fontFamily?: string;
  fontSize?: FontRelative;
  fontStyle?: string;
  fontWeight?: number | 'bolder' | 'lighter';
  lineHeight?: LineHeightDeclaration;
  letterSpacing?: FontRelative;
  textAlign?: TextAlign;
  whiteSpace?: WhiteSpace;
  direction?: 'ltr' | 'rtl';
}

export interface TextStyleFields {
  readonly fontFamily: string;
  /** px */
  readonly fontSize: number;
  readonly fontStyle: string;
  readonly fontWeight: number;
  readonly lineHeight: LineHeight;
  /** px */
  readonly letterSpacing: number;
  readonly textAlign: TextAlign;
  readonly whiteSpace: WhiteSpace;
  readonly direction: 'ltr' | 'rtl';
}

/** The computed text style of one element. */
export class TextStyle implements TextStyleFields {
  public readonly fontFamily: string;
  public readonly fontSize: number;
  public readonly fontStyle: string;
  public readonly fontWeight: number;
  public readonly lineHeight: LineHeight;
  public readonly letterSpacing: number;
  public readonly textAlign: TextAlign;
  public readonly whiteSpace: WhiteSpace;
  public readonly direction: 'ltr' | 'rtl';
  /** What a canvas takes as `font` to measure with: style, weight, size and family, no line height. */
  public readonly canvasFont: string;

  public constructor(fields: TextStyleFields) {
    this.fontFamily = fields.fontFamily;
    this.fontSize = fields.fontSize;
    this.fontStyle = fields.fontStyle;
    this.fontWeight = fields.fontWeight;
    this.lineHeight = fields.lineHeight;
    this.letterSpacing = fields.letterSpacing;
    this.textAlign = fields.textAlign;
    this.whiteSpace = fields.whiteSpace;
    this.direction = fields.direction;
    this.canvasFont = `${fields.fontStyle} ${fields.fontWeight} ${fields.fontSize}px ${fields.fontFamily}`;
  }
}

/**
 * Computes the style of an element from what it declares and its parent's style.
 *
 * @param declared - the element's own declarations
 * @param parent - the computed style of the element above it in the document
 * @returns the parent's own object where nothing is declared
 * @see CSS Cascading and Inheritance Level 4, section 7.1
 */
export function inheritTextStyle(declared: TextDeclarations, parent: TextStyle): TextStyle {
  if (isEmpty(declared)) return parent;
  const fontSize = relative(declared.fontSize, parent.fontSize, parent.fontSize);
  return new TextStyle({
    fontFamily: declared.fontFamily ?? parent.fontFamily,
    fontSize,
    fontStyle: declared.fontStyle ?? parent.fontStyle,
    fontWeight: weight(declared.fontWeight, parent.fontWeight),
    lineHeight: lineHeight(declared.lineHeight, fontSize, parent.lineHeight),
    letterSpacing: relative(declared.letterSpacing, fontSize, parent.letterSpacing),
    textAlign: declared.textAlign ?? parent.textAlign,
    whiteSpace: declared.whiteSpace ?? parent.whiteSpace,
    direction: declared.direction ?? parent.direction,
  });
}

/** The used line height, px, or NaN for `normal`, which only the font can answer. */
export function lineHeightPx(style: TextStyle): number {
  if (style.lineHeight.unit === 'normal') return Number.NaN;
  return style.lineHeight.unit === 'px' ? style.lineHeight.value : style.lineHeight.value * style.fontSize;
}

function isEmpty(declared: TextDeclarations): boolean {
  for (const name in declared) if (declared[name as keyof TextDeclarations] !== undefined) return false;
  return true;
}

function relative(declared: FontRelative | undefined, em: number, inherited: number): number {
  return declared === undefined ? inherited : declared.px + declared.em * em;
}

function lineHeight(declared: LineHeightDeclaration | undefined, fontSize: number, inherited: LineHeight): LineHeight {
  if (declared === undefined) return inherited;
  return declared.resolve ? {unit: 'px', value: declared.value * fontSize} : declared;
}

function weight(declared: number | 'bolder' | 'lighter' | undefined, inherited: number): number {
  if (declared === undefined) return inherited;
  if (declared === 'bolder') return inherited < 350 ? 400 : inherited < 550 ? 700 : 900;
  if (declared === 'lighter') return inherited < 550 ? 100 : inherited < 750 ? 400 : 700;
  return declared;
}
