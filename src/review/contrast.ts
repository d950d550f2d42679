/**
 * Text stands out from its ground, as WCAG 2.2 asks for in success criterion 1.4.3.
 *
 * The colour of the letters is that in which the node writes them, as strong as everything around leaves them; the ground is
 * what the frame shows round the ink, whoever painted it. Half of it may be worse: a rule under a word, the border of a box.
 */
import {modeLrgb, modeRgb, parse, useMode as enableMode, wcagContrast, type Rgb} from 'culori/fn';
import {boxAround, overlapOf, type Box, type FrameSize} from './box';
import type {Check, Found, SeenFrame} from './check';
import type {TextItem} from './drawnItems';
import {nameOf} from './nameOf';
import {cells, pixelsACell} from './smallPicture';
import {FAINTEST, watchStandingText} from './standingText';

enableMode(modeRgb);
enableMode(modeLrgb);

const LEAST = 4.5;
const LEAST_LARGE = 3;
/** 24 px, and 18.66 px where it is bold, in a window that shows the film at half its size; pixels at 1080 lines. */
const LARGE = 48;
const LARGE_BOLD = 37.3;
const BOLD = 600;
/** Weaker text has stepped back: it is there to be found again, and has the limit of large text. */
const IN_FRONT = 0.9;

/** Creates the check. */
export function contrastCheck(design: FrameSize, fps: number): Check {
  const found: Found[] = [];
  const watch = watchStandingText(fps);
  return {
    see(frame) {
      watch.see(frame);
      for (const item of watch.settled()) {
        const contrast = contrastOf(item, frame, design);
        const least = isLarge(item, design) || item.alpha < IN_FRONT ? LEAST_LARGE : LEAST;
        if (contrast === undefined || contrast >= least) continue;
        found.push({
          rule: 'contrast', severity: 'error', scene: frame.scene, frame: frame.index, node: item.node,
          message: `${nameOf(item)} has a contrast of ${contrast.toFixed(1)} to its ground; ${least} is needed`,
          fix: 'take a colour of the theme that is made for text, a ground that is farther from it, or let what is between them fade',
        });
      }
    },
    found: () => found,
  };
}

function isLarge({run: {font, size}}: TextItem, design: FrameSize): boolean {
  const named = /(?:^|\s)(bold|[1-9]00)\s/.exec(font)?.[1];
  const weight = named === 'bold' ? 700 : Number(named ?? 400);
  return size >= ((weight >= BOLD ? LARGE_BOLD : LARGE) * design.height) / 1080;
}

/** Of the letters to the middling part of their ground; nothing where they have no one colour or stand outside the frame. */
function contrastOf(item: TextItem, frame: SeenFrame, design: FrameSize): number | undefined {
  const ink = item.run.color === undefined ? undefined : (parse(item.run.color) as Rgb | undefined);
  if (ink === undefined || Math.abs(item.run.turn) > 1) return undefined;
  const alpha = item.alpha * (ink.alpha ?? 1);
  if (alpha < FAINTEST) return undefined;
  const box = boxAround(item.corners);
  const grounds = coloursAround(item.clip ? overlapOf(box, item.clip) : box, frame.pixels, design);
  const contrasts = grounds.map(ground => wcagContrast(mixed(ground, ink, alpha), ground)).sort((a, b) => a - b);
  return contrasts[Math.floor(contrasts.length / 2)];
}

/** As a canvas lays one colour on another. */
function mixed(ground: Rgb, ink: Rgb, alpha: number): Rgb {
  const mix = (channel: 'r' | 'g' | 'b') => ground[channel] + (ink[channel] - ground[channel]) * alpha;
  return {mode: 'rgb', r: mix('r'), g: mix('g'), b: mix('b')};
}

/** What the drawing shows along the outside of a box, pixel by pixel. */
function coloursAround(box: Box, pixels: Uint8Array, design: FrameSize): Rgb[] {
  const [width, height] = [cells.width * pixelsACell, cells.height * pixelsACell];
  const toColumn = (x: number) => ((x + design.width / 2) * width) / design.width;
  const toRow = (y: number) => ((y + design.height / 2) * height) / design.height;
  const [left, right] = [Math.floor(toColumn(box.left)) - 1, Math.ceil(toColumn(box.right))];
  const [top, bottom] = [Math.floor(toRow(box.top)) - 1, Math.ceil(toRow(box.bottom))];
  const colours: Rgb[] = [];
  const take = (column: number, row: number) => {
    if (column < 0 || row < 0 || column >= width || row >= height) return;
    const at = 4 * (row * width + column);
    colours.push({mode: 'rgb', r: pixels[at] / 255, g: pixels[at + 1] / 255, b: pixels[at + 2] / 255});
  };
  for (let column = left; column <= right; column++) for (const row of [top, bottom]) take(column, row);
  for (let row = top + 1; row < bottom; row++) for (const column of [left, right]) take(column, row);
  return colours;
}
