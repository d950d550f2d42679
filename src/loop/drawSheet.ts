/**
 * Contact sheets and filmstrips: small pictures of a film in rows, each with its moment written under it.
 *
 * In: a film opened at the size of one picture, and blocks of frames. Out: PNG pages. Called by `lectern sheet` and `lectern strip`.
 */
import {createCanvas, type Canvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Film} from '../timeline/film';
import {HEADING_HEIGHT, layOutSheet, LINE_HEIGHT, MARGIN, type PlacedTile, type SheetBlock, type SheetOptions, type SheetPage} from './sheetLayout';

const PAPER = '#1b1e24';
const FRAME = '#3a3f4a';
const TEXT = '#f0f2f5';
const DIM = '#9aa3b2';
const NUMBERS = "17px 'IBM Plex Mono'";
const WORDS = "17px 'IBM Plex Sans'";
const TITLE = "600 26px 'IBM Plex Sans'";

/**
 * Draws sheets of a film.
 *
 * Frames are drawn in the order they are given: ascending order costs one pass through the film.
 *
 * @param film - opened at the scale that makes its picture as large as `options.tile`
 * @yields each page as soon as it is full
 */
export async function* drawSheet(film: Film, blocks: readonly SheetBlock[], options: SheetOptions): AsyncGenerator<Canvas> {
  for (const page of layOutSheet(blocks, options)) {
    const canvas = createCanvas(page.width, page.height);
    const context = canvas.getContext('2d');
    context.fillStyle = PAPER;
    context.fillRect(0, 0, page.width, page.height);
    drawHeadings(context, page);
    for (const tile of page.tiles) {
      await film.draw(tile.frame);
      drawTile(context, tile, film.stage.canvas, options.tile);
    }
    yield canvas;
  }
}

function drawHeadings(context: SKRSContext2D, {headings, width}: SheetPage): void {
  for (const {heading, note, y} of headings) {
    const baseline = y + HEADING_HEIGHT - 18;
    context.textAlign = 'right';
    context.fillStyle = DIM;
    context.font = NUMBERS;
    context.fillText(note, width - MARGIN, baseline);
    const room = width - 3 * MARGIN - context.measureText(note).width;
    context.textAlign = 'left';
    context.fillStyle = TEXT;
    context.font = TITLE;
    context.fillText(shortened(context, heading, room), MARGIN, baseline);
  }
}

function drawTile(context: SKRSContext2D, {x, y, lines}: PlacedTile, picture: Canvas, {width, height}: SheetOptions['tile']): void {
  // A film may have a transparent ground, which players show as black.
  context.fillStyle = '#000000';
  context.fillRect(x, y, width, height);
  context.drawImage(picture, x, y, width, height);
  context.strokeStyle = FRAME;
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
  context.textAlign = 'left';
  lines.forEach((line, index) => {
    context.font = index === 0 ? NUMBERS : WORDS;
    context.fillStyle = index === 0 ? TEXT : DIM;
    context.fillText(shortened(context, line, width), x, y + height + LINE_HEIGHT * (index + 1) - 1);
  });
}

/** Cut at a word where the text is too wide, with an ellipsis. */
function shortened(context: SKRSContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 0 && context.measureText(`${text.slice(0, end)}…`).width > width) end--;
  return `${text.slice(0, end).replace(/[\s,.;:]+$/, '')}…`;
}
