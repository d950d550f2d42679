/** The shape of a glow that runs along a line. */

/**
 * Width of the glow at a place on the line, as a share of its thickest.
 *
 * A Gaussian with σ = timeWidth / 6 around a centre that runs from -timeWidth/2 to 1 + timeWidth/2, cut where it has
 * all but faded (3 σ).
 *
 * @param place - share of the line, 0..1
 * @param progress - share of the run, 0..1
 * @example flashWidth(0.5, 0.5, 0.5)  // 1
 */
export function flashWidth(place: number, progress: number, timeWidth: number): number {
  const centre = -timeWidth / 2 + progress * (1 + timeWidth);
  const distance = Math.abs(place - centre);
  if (distance >= timeWidth / 2) return 0;
  return Math.exp(-0.5 * (distance / (timeWidth / 6)) ** 2);
}
