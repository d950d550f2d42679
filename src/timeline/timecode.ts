/** Text for a moment of a film, as people read and type it. */

/**
 * Writes a frame as a non-drop SMPTE timecode.
 *
 * @param frame - whole index from 0
 * @param fps - frames a second, > 0; a fraction counts as the next whole number, as SMPTE does
 * @returns HH:MM:SS:FF
 * @example toTimecode(128, 30) // '00:00:04:08'
 */
export function toTimecode(frame: number, fps: number): string {
  const base = Math.ceil(fps);
  const seconds = Math.floor(frame / base);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame % base];
  return parts.map(part => String(part).padStart(2, '0')).join(':');
}

/**
 * Reads a moment: `12` (frame), `1.5s`, `90 %`, `MM:SS`, `MM:SS.s` or `HH:MM:SS:FF`.
 *
 * @param text - what the author typed
 * @param film - frames a second and the number of frames that 100 % stands for
 * @returns a frame, not clamped to the film
 * @throws RangeError "Cannot read … as a moment" naming the forms that can be read
 * @example frameOf('00:00:04:08', {fps: 30, frames: 900}) // 128
 */
export function frameOf(text: string, {fps, frames}: {readonly fps: number; readonly frames: number}): number {
  const value = text.trim();
  if (/^\d+$/.test(value)) return Number(value);
  const seconds = /^(\d*\.?\d+)\s*s$/.exec(value);
  if (seconds) return Math.round(Number(seconds[1]) * fps);
  const percent = /^(\d*\.?\d+)\s*%$/.exec(value);
  if (percent) return Math.min(Math.round((Number(percent[1]) / 100) * frames), frames - 1);
  const timecode = /^(\d+):(\d\d):(\d\d):(\d\d)$/.exec(value);
  if (timecode) {
    const [hours, minutes, secs, frame] = timecode.slice(1).map(Number);
    return (hours * 3600 + minutes * 60 + secs) * Math.ceil(fps) + frame;
  }
  const clock = /^(?:(\d+):)?(\d+):(\d\d(?:\.\d+)?)$/.exec(value);
  if (clock) return Math.round((Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * fps);
  throw new RangeError(`Cannot read "${text}" as a moment: give a frame (128), seconds (4.2s), a percentage (50%) or a timecode (00:00:04:08)`);
}
