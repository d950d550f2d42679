/**
 * A careful look at every frame of a film: the story of `lectern check`.
 *
 * In: a project. Out: findings in the order of the film, each at the author's line. The film is drawn once, small and in
 * order, and each check sees each frame.
 */
import type {ChapterFinding} from '../chapter/finding';
import {openSlots} from '../chapter/openSlots';
import {openFilm, type Film} from '../timeline/film';
import {loadMotionCanvas} from '../timeline/motionCanvas';
import type {Project} from '../timeline/openProject';
import type {Check, SeenFrame} from './check';
import {continuityCheck} from './continuity';
import {contrastCheck} from './contrast';
import {hearCuts} from './declaredCuts';
import {listenToPainting} from './drawnItems';
import {dwellCheck} from './dwell';
import {flashCheck} from './flashes';
import {gathered} from './gather';
import {linePitchCheck} from './linePitch';
import {narrationFindings} from './narration';
import {safeAreaCheck} from './safeArea';
import {cells, nextPicture, pixelsACell, samePicture} from './smallPicture';
import {steadyPictureCheck} from './steadyPicture';
import {textOverlapCheck} from './textOverlap';
import {textSizeCheck} from './textSize';
import {matchItems, noMatching} from './tracks';
import {waive} from './waivers';

export interface ReviewOptions {
  readonly fps?: number;
  /** Told now and then how many frames have been seen, and of how many. */
  readonly onFrames?: (seen: number, frames: number) => void;
}

export interface Review {
  readonly frames: number;
  readonly fps: number;
  readonly findings: readonly ChapterFinding[];
  /** Places that wait for sections of other chapters. */
  readonly slots: readonly ChapterFinding[];
  /** What the chapter waives, with reasons. */
  readonly waived: readonly ChapterFinding[];
}

/**
 * Looks at a whole film.
 *
 * @throws AuthorError for whatever the scenes got wrong, and for a waiver that has expired
 */
export async function reviewFilm(project: Project, {fps, onFrames}: ReviewOptions = {}): Promise<Review> {
  const {twoD} = await loadMotionCanvas(project.motionCanvas.folder);
  const listen = listenToPainting(twoD);
  const designWidth = project.chapter?.size.width ?? 1920;
  const film = await openFilm(project, {fps, resolutionScale: (cells.width * pixelsACell) / designWidth, paintsWhole: true});
  const {size, fps: rate} = film.settings;
  const checks = [
    continuityCheck(size),
    steadyPictureCheck(size),
    flashCheck(rate),
    textSizeCheck(size, rate),
    contrastCheck(size, rate),
    safeAreaCheck(size, rate),
    textOverlapCheck(rate),
    dwellCheck(size, rate),
    linePitchCheck(rate),
  ];
  for await (const frame of framesOf(film, listen)) {
    for (const check of checks) check.see(frame);
    if (frame.index % 100 === 0) onFrames?.(frame.index, film.frames);
  }
  const fileOf = (scene: string) => film.sceneSpans.find(({name}) => name === scene)?.file;
  const found = [...checks.flatMap((check: Check) => gathered(check.found(), fileOf)), ...narrationFindings(film), ...sceneFindings(film)];
  found.sort((a, b) => (a.frame ?? 0) - (b.frame ?? 0));
  const {kept, waived} = waive(found, project);
  return {frames: film.frames, fps: rate, findings: kept, waived, slots: openSlots(project)};
}

/** What the driver has noticed while the scenes ran, such as two tweens of one property. */
function sceneFindings({warnings, sceneSpans}: Film): ChapterFinding[] {
  return warnings.map(({rule, message, fix, positions: [at], moment: {scene, frame}}) => {
    const start = sceneSpans.find(({name}) => name === scene)?.startFrame ?? 0;
    return {rule, severity: 'warning', message, fix, at, scene, frame: start + (frame ?? 0)};
  });
}

async function* framesOf(film: Film, listen: ReturnType<typeof listenToPainting>): AsyncGenerator<SeenFrame> {
  const itemsOf = listen(film.stage.canvas, film.settings.resolutionScale);
  const cuts = hearCuts();
  let before: SeenFrame | undefined;
  try {
    for (let index = 0; index < film.frames; index++) {
      const {scene, changed} = await film.draw(index);
      const isFirst = scene !== before?.scene;
      const common = {index, scene, isFirst, cut: cuts.take()};
      if (changed || !before) {
        const items = itemsOf(film.currentScene);
        const matching = isFirst ? noMatching : matchItems(before!.items, items);
        const pixels = film.stage.pixels();
        before = {...common, changed: true, items, matching, pixels, picture: nextPicture(pixels, before?.picture)};
      } else {
        before = {...common, changed: false, items: before.items, matching: noMatching, pixels: before.pixels, picture: samePicture(before.picture)};
      }
      yield before;
    }
  } finally {
    cuts.stop();
  }
}
