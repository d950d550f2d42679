/** A number of frames as people say it: `1 frame`, `0 frames`. */
export function frameCount(frames: number): string {
  return `${frames} ${frames === 1 ? 'frame' : 'frames'}`;
}
