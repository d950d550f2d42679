/** Why a case is not the same to the bit, by its name; printed in the compatibility table. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'curve-knot-auto': 'Motion Canvas 3.17 smooths kept records in place, so its knots drift with each drawing; here a frame does not depend on the frames drawn before it',
  'effect-shadows': 'a few pixels of a blurred edge, by one level',
  'project-imports': 'a JPEG drawn at three eighths of its size, by up to 18 levels; Chromium has libjpeg decode such a file at half its size, for which there is no decoder here',
  'text-synthetic': 'the family has no half-bold italic: Chromium thickens the italic, Skia slants the half-bold',
  video: 'the same frames and colours; up to 9 pixels where Skia decides by a tie whether an edge or a clip starts there',
};
