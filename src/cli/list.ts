/** `lectern list`: what is there, and how long it is. */
import pc from 'picocolors';
import {openFilm} from '../timeline/film';
import {openProject} from '../timeline/openProject';
import {toTimecode} from '../timeline/timecode';
import {chapterNames, findTarget} from './target';

/** Lists the chapters of the project, or the scenes of one with their times and beats. */
export async function list(name: string | undefined, flags: {readonly json?: boolean}): Promise<void> {
  if (name === undefined) {
    const names = chapterNames();
    process.stdout.write(flags.json ? `${JSON.stringify({chapters: names})}\n` : names.map(chapter => `${chapter}\n`).join(''));
    return;
  }
  const target = findTarget(name);
  const {project} = await openProject(target.file, {scenes: target.scenes});
  const film = await openFilm(project);
  const {fps} = film.settings;
  const scenes = film.sceneSpans.map(span => ({
    name: span.name,
    title: span.title,
    start_frame: span.startFrame,
    frames: span.endFrame - span.startFrame,
    start: toTimecode(span.startFrame, fps),
    seconds: (span.endFrame - span.startFrame) / fps,
    transition_frames: span.transitionFrames,
    beats: project.scenes.find(scene => scene.name === span.name)?.narration?.beats.map(({name: beat, seconds}) => ({name: beat, seconds})) ?? [],
  }));
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({name: project.name, title: project.title, ...film.settings, frames: film.frames, scenes})}\n`);
    return;
  }
  const width = Math.max(...scenes.map(scene => scene.name.length));
  for (const scene of scenes) {
    process.stdout.write(`${scene.start}  ${scene.name.padEnd(width)}  ${scene.seconds.toFixed(2).padStart(7)} s  ${scene.title}\n`);
    for (const beat of scene.beats) process.stdout.write(pc.dim(`             ${beat.seconds.toFixed(2).padStart(7)} s  ${beat.name}\n`));
  }
  process.stdout.write(`${toTimecode(film.frames, fps)}  ${film.frames} frames at ${fps} fps\n`);
}
