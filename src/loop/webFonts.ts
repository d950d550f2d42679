/** The stage's fonts as a browser loads them. */
import {openSync, type Font} from 'fontkit';
import {bundledFaces, type FontFace} from '../stage/fonts/fontBook';

export interface WebFont {
  readonly family: string;
  readonly file: string;
  readonly url: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

type Cut = Pick<WebFont, 'weight' | 'style'>;

const WEIGHTS: Readonly<Record<string, number>> = {Regular: 400, Medium: 500, SemiBold: 600, Bold: 700};

/**
 * Describes the bundled faces and those that a project brings.
 *
 * Skia reads weight and slant from the file; a browser has to be told.
 *
 * @param urlOf - where a font file is served
 */
export function webFonts(own: readonly FontFace[], urlOf: (file: string) => string): WebFont[] {
  const describe = (cutOf: (file: string) => Cut) => (face: FontFace) => ({...face, url: urlOf(face.file), ...cutOf(face.file)});
  return [...bundledFaces().map(describe(cutByName)), ...own.map(describe(cutByContents))];
}

/** Bundled files are named by their cut: opening a compressed Chinese font for it would take a second. */
export function cutByName(file: string): Cut {
  const cut = /-(Regular|Medium|SemiBold|Bold)?(Italic)?\.\w+$/.exec(file)!;
  return {weight: WEIGHTS[cut[1] ?? 'Regular'], style: cut[2] ? 'italic' : 'normal'};
}

/** Reads the cut from the font's tables; some italics say so by a flag, some by their angle. */
export function cutByContents(file: string): Cut {
  const font = openSync(file) as Font;
  const {usWeightClass, fsSelection} = font['OS/2'];
  return {weight: usWeightClass, style: fsSelection.italic || font.italicAngle !== 0 ? 'italic' : 'normal'};
}
