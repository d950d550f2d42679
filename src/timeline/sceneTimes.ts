/** What fixes a scene's random numbers, its beats and its end, the same in a render and in an editor. */
import type {NarrationRecord} from '../chapter/loadNarrations';
import {beatFrame, framesToHold} from '../chapter/timing';

/**
 * The times of a scene's beats, on whole frames, so that a scene steps onto each beat exactly.
 *
 * @returns seconds from the start of the scene by name, with `end`, the moment to which the scene is held; nothing for a
 *   scene without narration
 */
export function beatTimes(narration: NarrationRecord | undefined, fps: number): Map<string, number> | undefined {
  if (!narration || narration.source === 'none') return undefined;
  const beats = new Map(narration.beats.map(beat => [beat.name, beatFrame(beat.seconds, fps) / fps] as const));
  return beats.set('end', holdSeconds(narration, fps));
}

/** How long a scene lasts at least: as long as the words spoken over it, rounded up to a frame; 0 without narration. */
export function holdSeconds(narration: NarrationRecord | undefined, fps: number): number {
  return narration && narration.source !== 'none' ? framesToHold(narration, fps) / fps : 0;
}

/** The seed of a scene's random numbers: the same number for the same name, on every machine (FNV-1a). */
export function sceneSeed(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}
