/** `lectern list`: what is there, and how long it is. */
import pc from 'picocolors';
import {measureFilm} from '../farm/measureFilm';
import {startPool} from '../farm/pool';
import {crewForProject} from '../farm/crew';
import type {Measurement} from '../farm/messages';
import {openProject, type OpenedProject} from '../timeline/openProject';
import {toTimecode} from '../timeline/timecode';
import {frameCount} from './frameCount';
import {chapterNames, findTarget} from './target';

/** Lists the chapters of the project, or the scenes of one with their times and beats. */
export async function list(name: string | undefined, flags: {readonly json?: boolean}): Promise<void> {
  if (name === undefined) {
    const names = chapterNames();
    process.stdout.write(flags.json ? `${JSON.stringify({chapters: names})}\n` : names.map(chapter => `${chapter}\n`).join(''));
    return;
  }
  const target = findTarget(name);
  const opened = await openProject(target.file, {scenes: target.scenes});
  const {project} = opened;
  const {spans, settings} = await measured(opened);
  const {fps} = settings;
  const frames = spans.at(-1)?.endFrame ?? 0;
  const scenes = spans.map(span => ({
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
    process.stdout.write(`${JSON.stringify({name: project.name, title: project.title, ...settings, frames, scenes})}\n`);
    return;
  }
  const width = Math.max(...scenes.map(scene => scene.name.length));
  for (const scene of scenes) {
    process.stdout.write(`${scene.start}  ${scene.name.padEnd(width)}  ${scene.seconds.toFixed(2).padStart(7)} s  ${scene.title}\n`);
    for (const beat of scene.beats) process.stdout.write(pc.dim(`             ${beat.seconds.toFixed(2).padStart(7)} s  ${beat.name}\n`));
  }
  process.stdout.write(`${toTimecode(frames, fps)}  ${frameCount(frames)} at ${fps} fps\n`);
}

/** Only scenes that have changed since they were listed last are run. */
async function measured(opened: OpenedProject): Promise<Measurement> {
  const pool = startPool();
  try {
    const film = {textRenderer: 'portable'} as const;
    pool.open(opened.project, film);
    return await measureFilm({opened, film, jobs: crewForProject(opened.project)}, pool);
  } finally {
    pool.stop();
  }
}
