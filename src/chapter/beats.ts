/**
 * Holds a scene to its narration: every beat that the scene waits for is in the text, and every beat of the text is
 * waited for. In: the narration record, and the beats that the scene used, with their places. Out: an error that names
 * both places, or findings on beats reached too late. Called by the driver once a scene has run to its end.
 */
import {AuthorError, type SourcePosition} from '../author/authorError';
import {didYouMean} from '../author/nearNames';
import type {ChapterFinding} from './finding';
import type {NarrationRecord} from './loadNarrations';
import {beatFrame} from './timing';

/** A `waitUntil(name)` that the scene ran through. */
export interface UsedBeat {
  readonly name: string;
  readonly at?: SourcePosition;
}

/**
 * Checks that a scene and its narration name the same beats.
 *
 * A scene without narration may wait for nothing; the first fault found is thrown, scene before narration.
 *
 * @param record - the scene's narration
 * @param used - every beat the scene waited for; the same beat may be waited for more than once
 * @param sceneFile - the scene's file, named when a beat of the text is never waited for
 * @throws AuthorError `Cannot wait for the beat "tow-words": the narration has no such beat`
 */
export function checkBeats(record: NarrationRecord, used: readonly UsedBeat[], sceneFile: string): void {
  const told = new Set(record.beats.map(beat => beat.name));
  const unknown = used.find(beat => !told.has(beat.name));
  if (unknown) throw unknownBeat(record, unknown, sceneFile);
  const waitedFor = new Set(used.map(beat => beat.name));
  const unused = record.beats.find(beat => !waitedFor.has(beat.name));
  if (unused === undefined) return;
  throw new AuthorError(`Cannot place the beat "${unused.name}": the narration names it, but the scene ${record.scene} never waits for it`, {
    at: [unused.at, {file: sceneFile}],
    fix: `add yield* waitUntil('${unused.name}') to the scene, or take [${unused.name}] out of the text`,
  });
}

/**
 * Lists the beats that a scene reached after their words were already being said: the animation before them is longer
 * than the speech before them.
 *
 * @param record - the scene's narration
 * @param reached - the frame, from the start of the scene, at which the scene came to each `waitUntil`
 * @param fps - frames a second
 * @returns a warning for each beat reached more than two frames late
 */
export function lateBeats(
  record: NarrationRecord,
  reached: readonly {readonly name: string; readonly frame: number}[],
  fps: number,
): ChapterFinding[] {
  return record.beats.flatMap(beat => {
    const late = (reached.find(other => other.name === beat.name)?.frame ?? 0) - beatFrame(beat.seconds, fps);
    if (late <= 2) return [];
    return [{
      rule: 'beat-late', severity: 'warning' as const, scene: record.scene, at: beat.at,
      message: `The picture reaches the beat "${beat.name}" ${late} frames (${(late / fps).toFixed(2)} s) after its words begin`,
      fix: 'shorten the animation before it, or say more (or [pause]) before it',
    }];
  });
}

function unknownBeat(record: NarrationRecord, beat: UsedBeat, sceneFile: string): AuthorError {
  const place = beat.at ?? {file: sceneFile};
  if (record.file === undefined) {
    const file = sceneFile.replace(/\.[jt]sx?$/, '.md');
    return new AuthorError(`Cannot wait for the beat "${beat.name}": the scene ${record.scene} has no narration`, {
      at: [place, {file}], fix: `write ${file} with [${beat.name}] before the words it belongs to, or wait with waitFor(seconds)`,
    });
  }
  const names = record.beats.map(other => other.name);
  const near = record.beats.find(other => didYouMean(beat.name, [other.name]) !== undefined);
  return new AuthorError(`Cannot wait for the beat "${beat.name}": the narration has no such beat`, {
    at: [place, near?.at ?? {file: record.file}],
    fix: didYouMean(beat.name, names)
      ?? (names.length > 0 ? `the narration's beats are ${names.join(', ')}` : `write [${beat.name}] into ${record.file}`),
  });
}
