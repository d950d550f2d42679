/**
 * Names the parts of a film. In: scenes with their titles and frames. Out: chapter markers for the mp4 (ffmpeg's
 * metadata text), and the lines that a video page turns into its chapter list. Called when a film is written.
 */
import type {ChapterDefinition} from './chapter';
import type {ChapterFinding} from './finding';

/** What video pages ask of a chapter list: at least three parts of ten seconds, the first at 0:00. */
export const markerLimits = {fewest: 3, shortestSeconds: 10} as const;

export interface MarkedScene {
  readonly scene: string;
  readonly title: string;
  /** First frame in the film. */
  readonly startFrame: number;
  /** The frame after the last. */
  readonly endFrame: number;
}

export interface ChapterMarker {
  readonly title: string;
  readonly startFrame: number;
  readonly endFrame: number;
}

/**
 * Lists the parts of a film: one for each scene, or, when the chapter names sections, one for each section.
 *
 * Parts touch: each ends where the next begins, the first begins at frame 0 and the last ends with the film. A scene
 * shorter than ten seconds gets no part of its own: it joins the part before it, or, at the start, the one after.
 * A section that is too short stays, since the author named it, and is reported.
 *
 * @param scenes - in the order of the film
 * @param options - `fps`: frames a second; `sections`: part titles by the scene they begin with
 * @returns markers, and findings where the list breaks a rule of video pages
 */
export function chapterMarkers(
  scenes: readonly MarkedScene[],
  {fps, sections = {}}: {readonly fps: number; readonly sections?: Readonly<Record<string, string>>},
): {readonly markers: readonly ChapterMarker[]; readonly findings: readonly ChapterFinding[]} {
  if (scenes.length === 0) return {markers: [], findings: []};
  const named = Object.keys(sections).length > 0;
  const starts = named ? sectionStarts(scenes, sections) : sceneStarts(scenes, markerLimits.shortestSeconds * fps);
  const end = scenes.at(-1)!.endFrame;
  const markers = starts.map(({title, startFrame}, i) => ({
    title, startFrame: i === 0 ? 0 : startFrame, endFrame: starts[i + 1]?.startFrame ?? end,
  }));
  return {markers, findings: markerFindings(markers, fps)};
}

/**
 * Writes markers as ffmpeg metadata, to be mapped with `-map_chapters`. Times are whole frames: the time base is 1/fps.
 *
 * @see https://ffmpeg.org/ffmpeg-formats.html#Metadata-2
 */
export function formatFfmetadata({title, markers, fps, language, comment}: {
  readonly title: string;
  readonly markers: readonly ChapterMarker[];
  readonly fps: number;
  readonly language?: string;
  readonly comment?: string;
}): string {
  const tags = Object.entries({title, language, comment}).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${escapeMetadata(value)}`]));
  const parts = markers.map(marker => [
    '[CHAPTER]', `TIMEBASE=1/${fps}`, `START=${marker.startFrame}`, `END=${marker.endFrame}`, `title=${escapeMetadata(marker.title)}`,
  ].join('\n'));
  return `${[';FFMETADATA1', ...tags, ...parts].join('\n')}\n`;
}

/**
 * Writes markers as the lines of a video page's chapter list.
 *
 * Seconds are rounded down, so that a click never lands after the part has begun.
 *
 * @example formatMarkerList([{title: 'Tokens', startFrame: 0, endFrame: 300}], 30)  // '0:00 Tokens\n'
 */
export function formatMarkerList(markers: readonly ChapterMarker[], fps: number): string {
  const long = (markers.at(-1)?.startFrame ?? 0) / fps >= 3600;
  return markers.map(marker => `${pageTime(Math.floor(marker.startFrame / fps), long)} ${marker.title}\n`).join('');
}

/**
 * Writes the text that goes under the film where it is published: what it is, its parts, links, credits, corrections.
 */
export function formatDescription(
  chapter: Pick<ChapterDefinition, 'title' | 'subtitle' | 'series' | 'number' | 'description'>,
  markers: readonly ChapterMarker[],
  fps: number,
): string {
  const {about, links, credits, corrections} = chapter.description;
  const place = chapter.series === undefined ? undefined : `${chapter.series}${chapter.number === undefined ? '' : `, chapter ${chapter.number}`}`;
  const blocks = [
    [chapter.title, ...(chapter.subtitle === undefined ? [] : [chapter.subtitle]), ...(place === undefined ? [] : [place])],
    about === undefined ? [] : [about],
    markers.length === 0 ? [] : ['Chapters', formatMarkerList(markers, fps).trimEnd()],
    links.length === 0 ? [] : ['Links', ...links.map(link => `${link.label}: ${link.url}`)],
    corrections.length === 0 ? [] : ['Corrections', ...corrections],
    credits.length === 0 ? [] : ['Credits', ...credits],
  ];
  return `${blocks.filter(block => block.length > 0).map(block => block.join('\n')).join('\n\n')}\n`;
}

interface Start {
  readonly title: string;
  readonly startFrame: number;
}

function sectionStarts(scenes: readonly MarkedScene[], sections: Readonly<Record<string, string>>): Start[] {
  const starts = scenes.flatMap(scene => {
    const title = sections[scene.scene];
    return title === undefined ? [] : [{title, startFrame: scene.startFrame}];
  });
  const first = scenes[0]!;
  return sections[first.scene] === undefined ? [{title: first.title, startFrame: first.startFrame}, ...starts] : starts;
}

function sceneStarts(scenes: readonly MarkedScene[], shortestFrames: number): Start[] {
  const parts: {title: string; startFrame: number; endFrame: number}[] = [];
  for (const {title, startFrame, endFrame} of scenes) {
    const open = parts.at(-1);
    const openIsShort = open !== undefined && open.endFrame - open.startFrame < shortestFrames;
    if (open !== undefined && parts.length === 1 && openIsShort) Object.assign(open, {title, endFrame});
    else if (open !== undefined && endFrame - startFrame < shortestFrames) open.endFrame = endFrame;
    else parts.push({title, startFrame, endFrame});
  }
  return parts;
}

function markerFindings(markers: readonly ChapterMarker[], fps: number): ChapterFinding[] {
  const warn = (message: string, fix: string, frame: number): ChapterFinding => ({rule: 'M3', severity: 'warning', message, fix, frame});
  const few = markers.length >= markerLimits.fewest ? [] : [warn(
    `The film has ${markers.length} chapter marker${markers.length === 1 ? '' : 's'}; video pages show a list from ${markerLimits.fewest}`,
    'name more sections in chapter.ts, or make scenes of at least 10 s', 0,
  )];
  const short = markers.flatMap(({title, startFrame, endFrame}) => {
    const seconds = (endFrame - startFrame) / fps;
    return seconds >= markerLimits.shortestSeconds ? [] : [warn(
      `The part "${title}" lasts ${seconds.toFixed(1)} s; video pages ask for ${markerLimits.shortestSeconds} s`,
      'let the part begin earlier or end later in "sections" of chapter.ts', startFrame,
    )];
  });
  return [...few, ...short];
}

function escapeMetadata(value: string): string {
  return value.replace(/[=;#\\\n]/g, '\\$&');
}

function pageTime(seconds: number, long: boolean): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return long ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
