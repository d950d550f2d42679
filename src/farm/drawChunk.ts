/** One chunk of a film, drawn and encoded: the unit of work of a farm. */
import type {Ffmpeg} from '../encoder/ffmpeg';
import type {EncoderSettings} from '../encoder/profiles';
import {openSegment, type Segment} from '../encoder/segment';
import type {Chunk} from '../timeline/chunkPlan';
import type {Film} from '../timeline/film';
import type {SceneWarning} from '../timeline/mistakes/sceneWarning';

/** Where a chunk goes, and how it is encoded. */
export interface SegmentOrder {
  readonly ffmpeg: Ffmpeg;
  readonly settings: EncoderSettings;
  readonly path: string;
}

/** Milliseconds that the parts of the work took, summed over frames; encoding is what was waited for. */
export interface WorkTimes {
  readonly step: number;
  readonly draw: number;
  readonly read: number;
  readonly encode: number;
}

export interface DrawnSegment {
  readonly chunk: Chunk;
  readonly segment: Segment;
  /** Frames whose picture was drawn; the others were known to be the same as the one before. */
  readonly drawnFrames: number;
  readonly ms: WorkTimes;
  /** What made frames slow, of all that this process has drawn. */
  readonly slowness: readonly SceneWarning[];
}

/**
 * Draws the frames of a chunk and hands them to an encoder.
 *
 * The next frame is drawn while the encoder still takes in the last one.
 *
 * @param onFrames - told now and then how many more frames are done
 * @returns what waits for the encoder and puts the segment in its place, to be called once; the film may be drawn on meanwhile
 * @throws AuthorError from the scene or the encoder, at once or when finishing; nothing is left at `order.path` then
 */
export async function drawChunk(film: Film, chunk: Chunk, order: SegmentOrder, onFrames: (count: number) => void): Promise<() => Promise<DrawnSegment>> {
  const writer = await openSegment({...order, frames: chunk.endFrame - chunk.startFrame});
  const before = film.times;
  const ms = {read: 0, encode: 0};
  let drawnFrames = 0;
  // The first frame is reported at once: it ends the start-up.
  let reported = -Infinity;
  let unreported = 0;
  try {
    let taken: Promise<void> = Promise.resolve();
    for (let index = chunk.startFrame; index < chunk.endFrame; index++) {
      const {changed} = await film.draw(index);
      const waiting = performance.now();
      await taken;
      ms.encode += performance.now() - waiting;
      if (changed || index === chunk.startFrame) {
        const reading = performance.now();
        taken = writer.write(film.stage.pixels());
        ms.read += performance.now() - reading;
        drawnFrames++;
      } else {
        taken = writer.repeat();
      }
      unreported++;
      if (performance.now() - reported > 100) {
        onFrames(unreported);
        unreported = 0;
        reported = performance.now();
      }
    }
    const waiting = performance.now();
    await taken;
    ms.encode += performance.now() - waiting;
    onFrames(unreported);
    const {step, draw} = film.times;
    return async () => ({chunk, segment: await writer.finish(), drawnFrames, ms: {...ms, step: step - before.step, draw: draw - before.draw}, slowness: film.slowness});
  } catch (error) {
    await writer.abort();
    throw error;
  }
}
