/** In which order a scene is drawn again after an edit. In: its beats, and what changed. Out: ranges of its frames. */

/** Frames of a scene, the end exclusive. */
export interface FrameSpan {
  readonly from: number;
  readonly to: number;
}

/** A beat with its frame in the scene, and the line of its `waitUntil` where that is known. */
export interface PlacedBeat {
  readonly name: string;
  readonly frame: number;
  readonly line?: number;
}

export interface RedrawPlan {
  /** From the last beat before the edit to the next one: where the author looks. */
  readonly focus: FrameSpan;
  /** The picture to show first: where the viewer stands, or else the edit's outcome, one frame before the next beat. */
  readonly first: number;
  /** What follows in time: drawn after the focus. */
  readonly after: readonly FrameSpan[];
  /** What came before: only looked over, for an edit may reach back (a helper at the end of the file, say). */
  readonly before: readonly FrameSpan[];
}

/**
 * Finds the first line in which two texts differ.
 *
 * @returns counted from 1; undefined for equal texts
 * @example firstChangedLine('a\nb', 'a\nc') // 2
 */
export function firstChangedLine(before: string, after: string): number | undefined {
  if (before === after) return undefined;
  const [old, now] = [before.split('\n'), after.split('\n')];
  const index = old.findIndex((line, i) => line !== now[i]);
  return (index < 0 ? old.length : index) + 1;
}

/** Cuts a scene at its beats: no interval is empty, and together they cover the scene. */
export function beatIntervals(frames: number, beats: readonly PlacedBeat[]): FrameSpan[] {
  const edges = [...new Set([0, ...beats.map(({frame}) => frame).filter(frame => frame > 0 && frame < frames), frames])].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => ({from: edges[index], to}));
}

/**
 * Plans how a scene is drawn again.
 *
 * @param scene - its length in frames, at least 1, and its beats
 * @param edit - `line`: the first line that changed in the scene's own file, if it did; `frame`: where the viewer stands,
 *   which decides for an edit of something that the scene imports
 */
export function planRedraw(
  {frames, beats}: {readonly frames: number; readonly beats: readonly PlacedBeat[]},
  edit: {readonly line?: number; readonly frame?: number} = {},
): RedrawPlan {
  const at = edit.line === undefined ? (edit.frame ?? 0) : beatBefore(beats, edit.line);
  const intervals = beatIntervals(frames, beats);
  const index = Math.max(0, intervals.findIndex(({to}) => to > at));
  const focus = intervals[at < frames ? index : intervals.length - 1];
  return {
    focus,
    first: edit.frame !== undefined && edit.frame >= focus.from && edit.frame < focus.to ? edit.frame : focus.to - 1,
    after: intervals.filter(({from}) => from >= focus.to),
    before: intervals.filter(({to}) => to <= focus.from),
  };
}

/** The frames by which an interval is looked over: its middle and its last. */
export function probesOf({from, to}: FrameSpan): number[] {
  return [...new Set([Math.floor((from + to) / 2), to - 1])];
}

function beatBefore(beats: readonly PlacedBeat[], line: number): number {
  const passed = beats.filter(beat => beat.line !== undefined && beat.line <= line);
  return Math.max(0, ...passed.map(({frame}) => frame));
}
