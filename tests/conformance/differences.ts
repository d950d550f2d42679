/** Why a case is not the same to the bit, by its name; printed in the compatibility table. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'effect-shadows': 'a few pixels of a blurred edge, by one level',
  'img-blends': 'at most 275 pixels, nearly all on the edges of blended shapes, by up to 7 levels',
  'img-markers': 'up to seven edge pixels of arrow heads that their turned box cuts, by up to 4 levels',
  'node-camera': 'the first or last pixel of a row, where a single line leaves the canvas, by 2 levels: the Skia of Chromium 156 smooths convex shapes otherwise there',
  video: 'three pixels inside a turned film, by one level',
};

/**
 * Cases whose pictures depend on what the same page has drawn before: Motion Canvas smooths knots in records that it keeps,
 * so they drift with each drawing. On the stage a frame is a frame; it is compared with a browser that drew no other.
 */
export const DRAWN_APART: readonly string[] = ['curve-knot-auto'];
