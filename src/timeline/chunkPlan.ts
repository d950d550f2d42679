/**
 * Where a film is cut into pieces that can be drawn apart.
 *
 * The plan hangs on the film alone, never on the machine or on the number of workers: that is what makes the bytes of the
 * film the same wherever it is rendered. Edges are the starts of scenes and a fixed grid inside each scene.
 */
import type {SceneSpan} from './film';

/** A range of frames to draw; the end is exclusive. */
export interface Chunk {
  readonly index: number;
  readonly scene: string;
  readonly startFrame: number;
  readonly endFrame: number;
}

export interface ChunkGrid {
  /** Frames from one keyframe to the next. */
  readonly gopFrames: number;
  /** Keyframe groups in a chunk. */
  readonly gopsPerChunk: number;
}

/**
 * Cuts a film.
 *
 * @param spans - the film's scenes
 * @param grid - both at least 1
 * @param range - only these frames (end exclusive); the grid stays where it is, so that chunks are shared with the whole film
 * @returns chunks in order; together they cover the range, none is empty
 * @example planChunks([{name: 'a', startFrame: 0, endFrame: 250, …}], {gopFrames: 60, gopsPerChunk: 2}) // 0-120, 120-240, 240-250
 */
export function planChunks(spans: readonly SceneSpan[], grid: ChunkGrid, range?: {readonly start: number; readonly end: number}): Chunk[] {
  const step = grid.gopFrames * grid.gopsPerChunk;
  if (!Number.isInteger(step) || step < 1) throw new RangeError(`Cannot plan chunks of ${step} frames: give whole numbers from 1`);
  const {start = 0, end = spans.at(-1)?.endFrame ?? 0} = range ?? {};
  const chunks: Chunk[] = [];
  for (const span of spans) {
    for (let from = span.startFrame; from < span.endFrame; from += step) {
      const startFrame = Math.max(from, start);
      const endFrame = Math.min(from + step, span.endFrame, end);
      if (endFrame > startFrame) chunks.push({index: chunks.length, scene: span.name, startFrame, endFrame});
    }
  }
  return chunks;
}
