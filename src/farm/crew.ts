/** How many workers a piece of work deserves, where the author does not say. */
import os from 'node:os';
import type {Project} from '../timeline/openProject';

/** Starting a worker takes as long as drawing some hundred frames, and the encoder beside the first one fills a processor, too. */
const FRAMES_A_WORKER = 250;

/** Workers for so many frames: at least one, at most one for each processor. */
export function crewFor(frames: number): number {
  return Math.max(1, Math.min(os.availableParallelism(), Math.floor(frames / FRAMES_A_WORKER)));
}

/** Workers for a project whose scenes have not run yet: its narration says about how long it is. */
export function crewForProject({scenes, chapter}: Project): number {
  const seconds = scenes.reduce((sum, {narration}) => sum + (narration?.durationSeconds ?? 0), 0);
  return crewFor(seconds * (chapter?.fps ?? 30));
}
