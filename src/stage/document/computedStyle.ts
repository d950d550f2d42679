/**
 * The live object that `getComputedStyle` gives.
 *
 * In: an element. Out: resolved values as text, '' for an element outside the document, as in a browser. Motion Canvas
 * reads font, line-height, letter-spacing, white-space, text-align and, in 3.17, all inherited properties through it.
 */
import {lineHeightPx} from '../text/textStyle';
import {cssNumber} from './cssNumber';
import {kebabCase} from './cssValues';
import type {StageElement} from './stageElement';

type Reader = (element: StageElement) => string;

const px = (value: number): string => `${cssNumber(value)}px`;

const lineHeight: Reader = ({textStyle}: StageElement) => (textStyle.lineHeight.unit === 'normal' ? 'normal' : px(lineHeightPx(textStyle)));

const font: Reader = element => {
  const {textStyle} = element;
  const parts = [textStyle.fontStyle, cssNumber(textStyle.fontWeight)].filter(part => part !== 'normal' && part !== '400');
  const height = lineHeight(element);
  const size = px(textStyle.fontSize) + (height === 'normal' ? '' : ` / ${height}`);
  return [...parts, size, textStyle.fontFamily].join(' ');
};

const READERS = {
  font,
  fontFamily: ({textStyle}: StageElement) => textStyle.fontFamily,
  fontSize: ({textStyle}: StageElement) => px(textStyle.fontSize),
  fontStyle: ({textStyle}: StageElement) => textStyle.fontStyle,
  fontWeight: ({textStyle}: StageElement) => cssNumber(textStyle.fontWeight),
  lineHeight,
  letterSpacing: ({textStyle}: StageElement) => (textStyle.letterSpacing === 0 ? 'normal' : px(textStyle.letterSpacing)),
  textAlign: ({textStyle}: StageElement) => textStyle.textAlign,
  whiteSpace: ({textStyle}: StageElement) => textStyle.whiteSpace,
  direction: ({textStyle}: StageElement) => textStyle.direction,
  display: ({box}: StageElement) => box.display,
  position: ({box}: StageElement) => box.position,
  width: (element: StageElement) => px(element.getBoundingClientRect().width),
  height: (element: StageElement) => px(element.getBoundingClientRect().height),
} satisfies Record<string, Reader>;

/** Computed values of one element, read anew each time. */
export class ComputedStyle {
  /** @internal */
  public constructor(private readonly element: StageElement) {}

  /** Gives a property by its CSS name; one that a stage does not compute comes from the element's own style. */
  public getPropertyValue(name: string): string {
    if (!this.element.isConnected) return '';
    return (BY_CSS_NAME.get(name) ?? (element => element.style.getPropertyValue(name)))(this.element);
  }
}

export interface ComputedStyle extends Readonly<Record<keyof typeof READERS, string>> {}

const BY_CSS_NAME = new Map<string, Reader>();

for (const [name, read] of Object.entries(READERS)) {
  BY_CSS_NAME.set(kebabCase(name), read);
  Object.defineProperty(ComputedStyle.prototype, name, {
    configurable: true,
    get(this: ComputedStyle) {
      return this.getPropertyValue(kebabCase(name));
    },
  });
}

/**
 * Gives the computed style of an element, for `globalThis.getComputedStyle`.
 *
 * @param element - an HTML element of the stage's document
 * @returns the same kind of object on each call, always up to date
 */
export function getComputedStyle(element: StageElement): ComputedStyle {
  return new ComputedStyle(element);
}
