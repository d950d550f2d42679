/**
 * A beat that an author drags along the editor's time line, written back into the narration.
 *
 * A beat falls where its next word begins, so what can be moved is the silence before it: its `[pause]`. That is the one
 * place where the time of an estimated narration lies; a recording has its own.
 */
import {AuthorError, ExitCode, type SourcePosition} from '../author/authorError';
import {parseNarration, type Narration, type NarrationStep} from '../chapter/narration';
import {estimateTiming} from '../chapter/timing';

/** Silences shorter than this are no pauses, seconds. */
const SHORTEST = 0.005;

type Beat = NarrationStep & {readonly kind: 'beat'};

/**
 * Moves a beat by lengthening, shortening, writing or removing the pause before it. What follows moves along with it.
 *
 * @param source - the narration's text
 * @param file - its name, for messages
 * @param move - `seconds`: when the beat is to fall, from the start of the scene; `wordsPerMinute`: of the chapter
 * @returns the narration's new text, and the beat's new time: earlier than the words before it end it cannot be
 * @throws AuthorError "Cannot move the beat …" for a beat that is not in the text, or one that the words before it hold fast
 * @example movedBeat('# T\n[a] One.\n[b] Two.', 'a.md', {beat: 'b', seconds: 3}).text // '# T\n[a] One.\n[pause 1.967] [b] Two.'
 */
export function movedBeat(
  source: string,
  file: string,
  {beat, seconds, wordsPerMinute}: {readonly beat: string; readonly seconds: number; readonly wordsPerMinute?: number},
): {readonly text: string; readonly seconds: number} {
  const narration = parseNarration(source, file);
  const index = narration.steps.findIndex(step => step.kind === 'beat' && step.name === beat);
  if (index < 0) throw refusal(beat, 'the narration has no such beat', {file}, 'wait for a beat of the narration, or write it there');
  const step = narration.steps[index] as Beat;
  const now = estimateTiming(narration, wordsPerMinute).beats.find(({name}) => name === beat)!.seconds;
  const pause = pauseBefore(narration, index);
  const silence = (pause?.seconds ?? 0) + seconds - now;
  if (silence < -SHORTEST && !pause) {
    throw refusal(beat, `the words before it last until ${now.toFixed(2)} s`, {file, line: step.line, column: step.column}, 'say less before it, or move its marker to an earlier word');
  }
  const kept = silence < SHORTEST ? 0 : Math.min(Math.round(silence * 1000) / 1000, 60);
  return {text: withPause(source, step, pause, kept), seconds: now - (pause?.seconds ?? 0) + kept};
}

/** The pause that stands right before a beat on its line; one elsewhere belongs to other words. */
function pauseBefore({steps}: Narration, index: number): (NarrationStep & {readonly kind: 'pause'}) | undefined {
  const before = steps[index - 1];
  return before?.kind === 'pause' && before.line === steps[index].line ? before : undefined;
}

function withPause(source: string, beat: Beat, pause: {readonly column: number} | undefined, seconds: number): string {
  const lines = source.split('\n');
  const line = lines[beat.line - 1];
  const from = (pause ?? beat).column - 1;
  lines[beat.line - 1] = line.slice(0, from) + (seconds > 0 ? `[pause ${seconds}] ` : '') + line.slice(beat.column - 1);
  return lines.join('\n');
}

function refusal(beat: string, why: string, at: SourcePosition, fix: string): AuthorError {
  return new AuthorError(`Cannot move the beat "${beat}": ${why}`, {at, exitCode: ExitCode.usage, fix});
}
