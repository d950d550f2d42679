/**
 * The sounds of a film, as the mix takes them: those that scenes play (Motion Canvas 3.18), and the project's own track.
 *
 * In: scenes that have run once, and the project's configuration. Out: plain records; nothing is decoded here.
 */
import type {Scene} from '@motion-canvas/core';
import {assetFile} from '../stage/image/assetFile';

/** A sound and its place in the film. */
export interface FilmSound {
  /** Absolute path. */
  readonly path: string;
  /** When it begins, seconds from the start of the film; below 0 the beginning is not heard. */
  readonly startSeconds: number;
  /** Decibels added to it. */
  readonly gainDb: number;
  /** The stretch of the file that is played, seconds; whole where missing. */
  readonly trimStartSeconds?: number;
  readonly trimEndSeconds?: number;
  /** Speed, and pitch with it; 1 where missing. */
  readonly playbackRate?: number;
}

/** What Motion Canvas 3.18 keeps of `sound('a.wav').play()`. */
interface SceneSound {
  readonly audio: string;
  readonly offset: number;
  readonly gain?: number;
  readonly start?: number;
  readonly end?: number;
  readonly realPlaybackRate: number;
}

/**
 * Lists what a scene plays; nothing in Motion Canvas 3.17, which has no sounds of scenes.
 *
 * @param scene - one that has run through
 * @param offsetSeconds - what to add to the scene's clock for the film's
 * @throws AuthorError "Cannot load …" for a sound that is not there
 */
export function soundsOfScene(scene: Scene, offsetSeconds: number, root: string): FilmSound[] {
  const {sounds} = scene as {sounds?: {onChanged: {current: readonly SceneSound[]}}};
  return (sounds?.onChanged.current ?? []).map(({audio, offset, gain = 0, start, end, realPlaybackRate}) => ({
    path: assetFile(audio, root),
    startSeconds: offset + offsetSeconds,
    gainDb: gain,
    ...(start === undefined ? {} : {trimStartSeconds: start}),
    ...(end === undefined ? {} : {trimEndSeconds: end}),
    ...(realPlaybackRate === 1 ? {} : {playbackRate: realPlaybackRate}),
  }));
}

/**
 * The track of a project: `makeProject({audio})`, moved by the editor's audio offset.
 *
 * @param audio - its address; none where missing
 */
export function projectTrack(audio: string | undefined, offsetSeconds: number, root: string): FilmSound[] {
  return audio === undefined ? [] : [{path: assetFile(audio, root), startSeconds: offsetSeconds, gainDb: 0}];
}
