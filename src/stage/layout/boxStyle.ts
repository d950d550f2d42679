/**
 * What box layout needs to know of an element's style, parsed once when it is set.
 *
 * In: CSS values checked by the document facade. Out: plain fields the solver reads. Inherited text properties are
 * not here but in text/textStyle.
 */

export const LengthKind = {
  auto: 0,
  px: 1,
  percent: 2,
  minContent: 3,
  maxContent: 4,
  fitContent: 5,
  content: 6,
} as const;

export type LengthKind = (typeof LengthKind)[keyof typeof LengthKind];

/** A CSS size: px or percent with a number, or a keyword whose value is 0; `none` and `normal` read as `auto`. */
export interface Length {
  readonly kind: LengthKind;
  readonly value: number;
}

export const AUTO: Length = {kind: LengthKind.auto, value: 0};
export const ZERO: Length = {kind: LengthKind.px, value: 0};

/** Width to height as whole numbers, which is how sizes are multiplied by it. */
export interface Ratio {
  readonly inline: number;
  readonly block: number;
}

export type Display = 'block' | 'inline' | 'flex' | 'inline-block' | 'inline-flex' | 'none';
export type Position = 'static' | 'relative' | 'absolute' | 'fixed';
export type FlexDirection = 'row' | 'row-reverse' | 'column' | 'column-reverse';
export type FlexWrap = 'nowrap' | 'wrap' | 'wrap-reverse';

/** The parsed, not inherited style of one element, at its initial values; `display` follows the tag. */
export class BoxStyle {
  public display: Display = 'block';
  public position: Position = 'static';
  public boxSizing: 'content-box' | 'border-box' = 'content-box';
  public width: Length = AUTO;
  public height: Length = AUTO;
  public minWidth: Length = AUTO;
  public minHeight: Length = AUTO;
  public maxWidth: Length = AUTO;
  public maxHeight: Length = AUTO;
  public aspectRatio: Ratio | null = null;
  public marginTop: Length = ZERO;
  public marginRight: Length = ZERO;
  public marginBottom: Length = ZERO;
  public marginLeft: Length = ZERO;
  public paddingTop: Length = ZERO;
  public paddingRight: Length = ZERO;
  public paddingBottom: Length = ZERO;
  public paddingLeft: Length = ZERO;
  public top: Length = AUTO;
  public right: Length = AUTO;
  public bottom: Length = AUTO;
  public left: Length = AUTO;
  public flexDirection: FlexDirection = 'row';
  public flexWrap: FlexWrap = 'nowrap';
  public flexBasis: Length = AUTO;
  public flexGrow = 0;
  public flexShrink = 1;
  public justifyContent = 'normal';
  public alignContent = 'normal';
  public alignItems = 'normal';
  public alignSelf = 'auto';
  public columnGap: Length = AUTO;
  public rowGap: Length = AUTO;
}

export type BoxProperty = keyof BoxStyle;
