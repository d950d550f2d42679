/**
 * Reads captions as a strict caption editor would. In: cues. Out: findings by rule. Called by the review room, and by
 * the tests that hold the cutter to its promise.
 */
import {captionLimits} from './breakCaption';
import {cueLimits, type CaptionCue} from './captions';
import type {ChapterFinding} from './finding';

/**
 * Checks cues against the rules of captions: K1 reading speed, K2 line length, K3 time on screen, K4 gap, K5 order, K9
 * signs of arithmetic that a reader has to say in words.
 *
 * @param options - `fps`: frames a second of the film
 */
export function lintCaptions(cues: readonly CaptionCue[], {fps}: {readonly fps: number}): ChapterFinding[] {
  return cues.flatMap((cue, i) => [
    ...speedFaults(cue), ...lineFaults(cue), ...timeFaults(cue), ...orderFaults(cue, cues[i + 1], fps), ...signFaults(cue),
  ]);
}

type Fault = Pick<ChapterFinding, 'rule' | 'severity' | 'message' | 'fix'>;

function fault(cue: CaptionCue, about: Fault): ChapterFinding {
  return {...about, message: `Caption ${cue.index} "${cue.lines.join(' / ')}" ${about.message}`, scene: cue.scene, frame: cue.startFrame};
}

function speedFaults(cue: CaptionCue): ChapterFinding[] {
  const speed = cue.lines.join(' ').length / ((cue.endMs - cue.startMs) / 1000);
  if (!(speed > cueLimits.comfortableSpeed + 0.05)) return [];
  const severity = speed > cueLimits.fastestSpeed ? 'error' : 'warning';
  return [fault(cue, {
    rule: 'K1', severity, fix: 'say it in fewer or shorter words, or pause after it',
    message: `is read at ${speed.toFixed(1)} characters a second, above ${severity === 'error' ? cueLimits.fastestSpeed : cueLimits.comfortableSpeed}`,
  })];
}

function lineFaults(cue: CaptionCue): ChapterFinding[] {
  const longest = Math.max(...cue.lines.map(line => line.length));
  if (longest <= captionLimits.charactersALine && cue.lines.length <= captionLimits.lines) return [];
  return [fault(cue, {rule: 'K2', severity: 'error', message: `has ${cue.lines.length} lines, the longest of ${longest} characters; 2 of 42 fit`})];
}

function timeFaults(cue: CaptionCue): ChapterFinding[] {
  const seconds = (cue.endMs - cue.startMs) / 1000;
  if (seconds >= cueLimits.shortestSeconds - 0.001 && seconds <= cueLimits.longestSeconds + 0.001) return [];
  return [fault(cue, {rule: 'K3', severity: 'warning', message: `is shown for ${seconds.toFixed(2)} s; 0.83 s to 7 s can be read`})];
}

function orderFaults(cue: CaptionCue, next: CaptionCue | undefined, fps: number): ChapterFinding[] {
  if (cue.endMs <= cue.startMs) return [fault(cue, {rule: 'K5', severity: 'error', message: 'ends before it begins'})];
  if (next === undefined) return [];
  if (next.startMs < cue.endMs) return [fault(cue, {rule: 'K5', severity: 'error', message: `overlaps caption ${next.index}`})];
  if (next.startMs - cue.endMs >= Math.floor(((cueLimits.gapFrames - 0.5) * 1000) / fps)) return [];
  return [fault(cue, {rule: 'K4', severity: 'warning', message: `leaves less than ${cueLimits.gapFrames} frames before caption ${next.index}`})];
}

function signFaults(cue: CaptionCue): ChapterFinding[] {
  const sign = /(?:^|\s)[-+*/=<>≈×÷·≤≥√∑∏→](?=\s|$)|[≈×÷≤≥√∑∏→]/u.exec(cue.lines.join(' '))?.[0].trim();
  if (sign === undefined) return [];
  return [fault(cue, {rule: 'K9', severity: 'warning', message: `shows the sign "${sign}", which is not how it is said`, fix: 'write arithmetic in words: "king minus man"'})];
}
