/** Which frames of a short span are laid side by side, so that a movement can be judged without playing it. */
import {AuthorError, ExitCode} from '../author/authorError';

/** More pictures than this are a film, not a strip. */
export const MOST_STRIP_FRAMES = 400;

const PICTURES = 24;

/**
 * Chooses the frames of a filmstrip: the first, then one every so many frames, and the last.
 *
 * @param span - `start` to `end` in frames, the end exclusive
 * @param every - frames from one picture to the next, at least 1; by default what gives about 24 pictures
 * @throws AuthorError (exit code 2) for more than 400 pictures
 * @example stripFrames({start: 10, end: 15}, 2) // [10, 12, 14]
 */
export function stripFrames({start, end}: {readonly start: number; readonly end: number}, every?: number): number[] {
  const step = every ?? Math.max(1, Math.ceil((end - start - 1) / (PICTURES - 1)));
  const frames: number[] = [];
  for (let frame = start; frame < end; frame += step) frames.push(frame);
  if (frames.at(-1)! < end - 1) frames.push(end - 1);
  if (frames.length <= MOST_STRIP_FRAMES) return frames;
  throw new AuthorError(`Cannot draw a strip of ${frames.length} pictures: ${MOST_STRIP_FRAMES} is the most`, {
    exitCode: ExitCode.usage,
    fix: `take a shorter span, or one picture --every ${Math.ceil((end - start) / MOST_STRIP_FRAMES)} frames`,
  });
}
