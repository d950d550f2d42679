/** Pieces of anything, lined up as tokens are: one beside another, each in a box of the same size. */
import {Node, Rect, type View2D} from '@motion-canvas/2d';
import {all, delay, type ThreadGenerator} from '@motion-canvas/core';
import {laggedStart, theme} from 'lectern';

/** Size of a box, and from box to box, px. */
const [BOX, PITCH] = [84, 96];

/**
 * Sends pieces into a row at a height, in their order; boxes close round them.
 *
 * @param shrink - makes a piece fit its box
 * @returns the row, to be faded later
 */
export function rowOfPieces<T extends Node>(view: View2D, pieces: readonly T[], y: number, shrink: (piece: T, room: number, seconds: number) => ThreadGenerator) {
  const x = (index: number) => (index - (pieces.length - 1) / 2) * PITCH;
  const boxes = pieces.map((_, index) => new Rect({position: [x(index), y], size: BOX, radius: 10, stroke: theme().muted, lineWidth: 3, opacity: 0}));
  view.add(boxes);
  return {
    all: [...pieces, ...boxes],
    lineUp: (seconds: number) => all(
      laggedStart(pieces, (piece, time, index) => all(piece.position([x(index), y], time), shrink(piece, BOX - 16, time)), {seconds, lag: 0.06}),
      delay(seconds * 0.5, laggedStart(boxes, (box, time) => box.opacity(1, time), {seconds: seconds * 0.6, lag: 0.06})),
    ),
  };
}
