/** How wide words are: measured on a canvas of its own, remembered by font and text. */
import {DependencyContext} from '@motion-canvas/core';

/** Half the height of digits and capitals of the bundled faces, as a share of the type size: centres them on a line. */
export const halfCapital = 0.349;

/** A face at a size, as canvas understands it. @example fontOf('IBM Plex Sans', 36, 500)  // '500 36px "IBM Plex Sans"' */
export function fontOf(family: string, size: number, weight = 400, italic = false): string {
  return `${italic ? 'italic ' : ''}${weight} ${size}px "${family}"`;
}

let ruler: CanvasRenderingContext2D | null = null;
// A pure table: the same font and text always have the same width once the font is there.
const widths = new Map<string, Map<string, number>>();

/**
 * The width of a text in pixels, spaces included.
 *
 * While a browser still loads the font, the width is a guess that is not remembered, and the node that asked is told to
 * draw again when the font has come.
 *
 * @example textWidth(fontOf('IBM Plex Sans', 100), '42')  // 120, its digits are 0.6 wide
 */
export function textWidth(font: string, text: string): number {
  if (text === '') return 0;
  const known = widths.get(font)?.get(text);
  if (known !== undefined) return known;
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null) throw new Error('Could not create a canvas to measure text on');
  ruler.font = font;
  const {width} = ruler.measureText(text);
  if (fontIsLoaded(font)) rememberedFor(font).set(text, width);
  return width;
}

function rememberedFor(font: string): Map<string, number> {
  let table = widths.get(font);
  if (table === undefined || table.size > 20_000) widths.set(font, (table = new Map()));
  return table;
}

function fontIsLoaded(font: string): boolean {
  const fonts = document.fonts as FontFaceSet | undefined;
  if (fonts === undefined || fonts.check(font)) return true;
  DependencyContext.collectPromise(fonts.load(font));
  return false;
}

/** A way to write text: the face of Latin text; Chinese, Japanese and Korean characters take their own. */
export interface TextFace {
  readonly family: string;
  readonly cjkFamily: string;
  readonly size: number;
  readonly weight?: number;
  readonly italic?: boolean;
}

const wide = /([\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+)/;

/** Pieces of a text with the font that each is written in. */
function runsOf(face: TextFace, text: string): readonly {readonly text: string; readonly font: string}[] {
  return text
    .split(wide)
    .filter(run => run !== '')
    .map(run => {
      const isWide = wide.test(run);
      // The bundled face for wide characters has one weight and no italic.
      return {text: run, font: isWide ? fontOf(face.cjkFamily, face.size) : fontOf(face.family, face.size, face.weight, face.italic)};
    });
}

/** The width of a text of any script, in pixels. */
export function faceWidth(face: TextFace, text: string): number {
  return runsOf(face, text).reduce((sum, run) => sum + textWidth(run.font, run.text), 0);
}

/**
 * Writes a text of any script from its left end on a baseline, in the context's fill.
 *
 * @param rim - colour of a rim that parts the letters from what lies behind them, default none
 */
export function drawRuns(context: CanvasRenderingContext2D, face: TextFace, text: string, x: number, baseline: number, rim?: string): void {
  if (rim !== undefined) {
    context.strokeStyle = rim;
    context.lineWidth = 0.26 * face.size;
    context.lineJoin = 'round';
  }
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  let at = x;
  for (const run of runsOf(face, text)) {
    context.font = run.font;
    if (rim !== undefined) context.strokeText(run.text, at, baseline);
    context.fillText(run.text, at, baseline);
    at += textWidth(run.font, run.text);
  }
}
