/** The fonts that both sides of a comparison use. */
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {GlobalFonts} from '@napi-rs/canvas';

export interface FuzzFont {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  readonly file: string;
}

const folder = path.join(process.env.LECTERN_ROOT ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'), 'assets/fonts');

const face = (family: string, file: string, weight = '400', style = 'normal'): FuzzFont => ({family, weight, style, file: path.join(folder, file)});

export const FONTS: readonly FuzzFont[] = [
  face('Roboto', 'Roboto-Regular.ttf'),
  face('Roboto', 'Roboto-Bold.ttf', '700'),
  face('Roboto', 'Roboto-Italic.ttf', '400', 'italic'),
  face('JetBrains Mono', 'JetBrainsMono-Regular.ttf'),
  face('IBM Plex Sans', 'IBMPlexSans-Regular.woff2'),
  face('IBM Plex Sans SC', 'IBMPlexSansSC-Regular.woff2'),
];

/** Makes the fonts known to the canvas library. */
export function registerFonts(): void {
  for (const {family, file} of FONTS) GlobalFonts.registerFromPath(file, family);
}
