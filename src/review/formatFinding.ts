/** Prints findings in the form that all of Lectern's messages have. In: findings of any room. Out: text for people, or JSON. */
import {formatAuthorError} from '../author/formatAuthorError';
import type {ChapterFinding} from '../chapter/finding';
import {toTimecode} from '../timeline/timecode';

export interface FindingFormat {
  /** Frames a second, for timecodes; none are told without it. */
  readonly fps?: number;
  readonly colour?: boolean;
  /** Gives a file's text, so that the author's line can be shown. */
  readonly readFile?: (file: string) => string | undefined;
}

/**
 * Lays out a finding.
 *
 * @example
 * // Error: <Txt> "king" jumps 42 px within one frame; in the frame before it went 0.0 px (jump)
 * //   at scenes/gpt/08-king-queen.tsx:41:9   (scene king-queen, frame 128, 00:00:04:08)
 * // Fix: tween it there, or declare the cut: cut()
 */
export function formatFinding(finding: ChapterFinding, {fps, colour, readFile}: FindingFormat = {}): string {
  const {rule, severity, message, fix, at, scene, frame} = finding;
  const timecode = frame === undefined || fps === undefined ? undefined : toTimecode(frame, fps);
  return formatAuthorError(
    {
      severity,
      // Errors stand beside warnings here, so they say what they are.
      message: `${severity === 'error' ? 'Error: ' : ''}${message} (${rule})`,
      fix,
      positions: at ? [at] : [],
      moment: scene === undefined ? undefined : {scene, frame, timecode},
    },
    {colour, readFile},
  );
}

/** A finding as programs take it. */
export function findingRecord({rule, severity, message, fix, at, scene, frame}: ChapterFinding, fps: number): Record<string, unknown> {
  return {
    rule, severity, message, fix: fix ?? null,
    file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null,
    scene: scene ?? null, frame: frame ?? null, timecode: frame === undefined ? null : toTimecode(frame, fps),
  };
}
