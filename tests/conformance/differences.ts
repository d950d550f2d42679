/** Why a case is not the same to the bit, by its name; printed in the compatibility table. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'curve-knot-auto': 'Motion Canvas 3.17 smooths kept records in place, so its knots drift with each drawing; here a frame does not depend on the frames drawn before it',
  'effect-antialiased': 'two pixels whose coverage is a half to within a rounding',
  'effect-shadows': 'a few pixels of a blurred edge, by one level',
  icon: 'edges of a vector picture: Skia draws the same path through another matrix',
  img: 'edges of a vector picture: Skia draws a circle as an oval, Chromium as a path',
  latex: 'edges of glyph outlines, at most 20 px a frame',
  'project-imports': 'a photograph at less than half its size: Chromium reduces it in two steps',
  'text-synthetic': 'the family has no half-bold italic: Chromium thickens the italic, Skia slants the half-bold',
  video: 'colours from YUV are rounded by ffmpeg, not by libyuv; the frames are the same ones',
};
