/** Which frames tell a film at a glance. In: where the scenes and their beats lie. Out: a few named frames a scene. */
import type {SceneSpan} from '../timeline/film';
import type {Project, ProjectScene} from '../timeline/openProject';

/** One picture of a sheet: what to draw and what to write under it. */
export interface StillPlan {
  /** Frame of the film. */
  readonly frame: number;
  /** A beat's name, or `start`, `last frame`, `25%` where no beat names the moment. */
  readonly label: string;
  /** The words that are said from here to the next beat; empty where there are none. */
  readonly words: string;
}

/** The stills of one scene, in order of time. */
export interface ScenePlan {
  readonly span: SceneSpan;
  readonly stills: readonly StillPlan[];
}

/** Which moment of a beat is shown: as it begins, half-way, or settled, one frame before the next one begins. */
export type BeatMoment = 'start' | 'middle' | 'end';

/** Stills of a scene without beats; enough to see what it does. */
const STILLS_WITHOUT_BEATS = 6;

/**
 * Chooses the stills of a film: one for each beat, the start of a scene where no beat is at 0, and its last frame.
 *
 * A scene without beats gets six frames at equal distances. Two moments that fall on one frame share a still.
 *
 * @param moment - which moment of a beat, or of what comes before the first, to show; the last frame stays where it is
 * @example planStills(film.sceneSpans, project, 30).flatMap(({stills}) => stills.map(({label}) => label)) // ['start', 'two-words', …]
 */
export function planStills(spans: readonly SceneSpan[], project: Project, fps: number, moment: BeatMoment = 'start'): ScenePlan[] {
  return spans
    .filter(({startFrame, endFrame}) => endFrame > startFrame)
    .map(span => ({span, stills: stillsOf(span, project.scenes.find(({name}) => name === span.name), fps, moment)}));
}

/** Where the beats of a scene lie in the film, in order; beats after its end are left out. */
export function beatFrames(span: SceneSpan, scene: ProjectScene | undefined, fps: number): {readonly name: string; readonly frame: number}[] {
  return (scene?.narration?.beats ?? [])
    .map(({name, seconds}) => ({name, frame: span.startFrame + Math.round(seconds * fps)}))
    .filter(({frame}) => frame < span.endFrame)
    .sort((a, b) => a.frame - b.frame);
}

function stillsOf(span: SceneSpan, scene: ProjectScene | undefined, fps: number, moment: BeatMoment): StillPlan[] {
  const beats = beatFrames(span, scene, fps);
  if (beats.length === 0) return evenStills(span);
  const last = span.endFrame - 1;
  const parts = beats[0].frame > span.startFrame ? [{name: 'start', frame: span.startFrame}, ...beats] : beats;
  const stills: StillPlan[] = parts.map(({name, frame}, index) => {
    const next = parts[index + 1]?.frame ?? span.endFrame;
    const shown = {start: frame, middle: Math.floor((frame + next) / 2), end: Math.max(frame, next - 1)}[moment];
    return {frame: shown, label: name, words: wordsBetween(scene, (frame - span.startFrame) / fps, (next - span.startFrame) / fps)};
  });
  if (stills.at(-1)!.frame < last) stills.push({frame: last, label: 'last frame', words: ''});
  return stills;
}

function evenStills({startFrame, endFrame}: SceneSpan): StillPlan[] {
  const last = endFrame - 1;
  const frames = Array.from({length: STILLS_WITHOUT_BEATS}, (_, index) =>
    Math.round(startFrame + ((last - startFrame) * index) / (STILLS_WITHOUT_BEATS - 1)),
  );
  return [...new Set(frames)].map(frame => {
    const share = Math.round((100 * (frame - startFrame)) / Math.max(last - startFrame, 1));
    return {frame, label: frame === startFrame ? 'start' : frame === last ? 'last frame' : `${share}%`, words: ''};
  });
}

/** Beats are rounded to frames and words are not, so a word belongs to a beat when it begins less than a frame early. */
function wordsBetween(scene: ProjectScene | undefined, from: number, to: number): string {
  const words = scene?.narration?.sentences.flatMap(sentence => sentence.words) ?? [];
  const slack = 0.02;
  return words.filter(({start}) => start >= from - slack && start < to - slack).map(({text}) => text).join(' ');
}
