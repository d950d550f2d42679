/** Writes the moment into the picture, for films that people take notes on. */
import type {Canvas} from '@napi-rs/canvas';

/** What is written: which scene and beat is seen, and where in the film that is. */
export interface BurnIn {
  readonly scene: string;
  /** The beat that the scene waited for last, if any. */
  readonly beat?: string;
  readonly timecode: string;
  /** Frame of the scene, from 0. */
  readonly sceneFrame: number;
}

/** Height of the band, as a share of the picture's. */
const BAND = 1 / 22;

/**
 * Draws a dark band over the foot of a picture: scene and beat on the left, frame of the scene and timecode of the film
 * on the right.
 */
export function drawBurnIn(canvas: Canvas, {scene, beat, timecode, sceneFrame}: BurnIn): void {
  const {width, height} = canvas;
  const band = Math.max(16, Math.round(height * BAND));
  const baseline = height - Math.round(band * 0.3);
  const context = canvas.getContext('2d');
  context.save();
  context.resetTransform();
  context.fillStyle = 'rgba(0, 0, 0, 0.72)';
  context.fillRect(0, height - band, width, band);
  context.fillStyle = '#ffffff';
  context.font = `${Math.round(band * 0.66)}px 'IBM Plex Mono'`;
  context.fillText(beat ? `${scene}  ${beat}` : scene, band / 2, baseline);
  context.textAlign = 'right';
  context.fillText(`${sceneFrame}  ${timecode}`, width - band / 2, baseline);
  context.restore();
}
