import {describe, expect, test} from 'vitest';
import {chapterMarkers, formatDescription, formatFfmetadata, formatMarkerList, type MarkedScene} from '../../src/chapter/markers';

/** Scenes of the given lengths in seconds, at 30 fps. */
function scenesOf(...seconds: number[]): MarkedScene[] {
  let clock = 0;
  return seconds.map((length, i) => ({scene: `0${i}-s`, title: `T${i}`, startFrame: clock, endFrame: (clock += length * 30)}));
}

describe('chapterMarkers()', () => {
  test('chapterMarkers() of long scenes marks each, from 0 to the end, without gaps', () => {
    const {markers, findings} = chapterMarkers(scenesOf(10, 20, 30), {fps: 30});
    expect(markers).toEqual([
      {title: 'T0', startFrame: 0, endFrame: 300}, {title: 'T1', startFrame: 300, endFrame: 900}, {title: 'T2', startFrame: 900, endFrame: 1800},
    ]);
    expect(findings).toEqual([]);
  });
  test('chapterMarkers() joins a short scene to the part before it, and a short opening to the part after', () => {
    expect(chapterMarkers(scenesOf(20, 4, 20), {fps: 30}).markers.map(marker => [marker.title, marker.startFrame])).toEqual([['T0', 0], ['T2', 720]]);
    expect(chapterMarkers(scenesOf(4, 20, 20), {fps: 30}).markers.map(marker => [marker.title, marker.startFrame])).toEqual([['T1', 0], ['T2', 720]]);
  });
  test('chapterMarkers() of random lengths keeps parts ascending, touching, and 10 s long where the film is', () => {
    for (let seed = 1; seed < 200; seed++) {
      const lengths = Array.from({length: 1 + (seed % 9)}, (_, i) => 1 + ((seed * 7919 + i * 104729) % 25));
      const scenes = scenesOf(...lengths);
      const {markers} = chapterMarkers(scenes, {fps: 30});
      expect(markers[0]!.startFrame).toBe(0);
      expect(markers.at(-1)!.endFrame).toBe(scenes.at(-1)!.endFrame);
      markers.slice(1).forEach((marker, i) => expect(marker.startFrame).toBe(markers[i]!.endFrame));
      if (markers.length > 1) expect(Math.min(...markers.map(marker => marker.endFrame - marker.startFrame))).toBeGreaterThanOrEqual(300);
    }
  });
  test('chapterMarkers() with sections marks those; scenes before the first keep their title', () => {
    const {markers} = chapterMarkers(scenesOf(10, 20, 30, 10), {fps: 30, sections: {'02-s': 'Inside'}});
    expect(markers.map(marker => marker.title)).toEqual(['T0', 'Inside']);
  });
  test('chapterMarkers() reports a list that video pages would not show', () => {
    const {findings} = chapterMarkers(scenesOf(20, 4), {fps: 30, sections: {'00-s': 'A', '01-s': 'B'}});
    expect(findings.map(finding => finding.message)).toEqual([
      'The film has 2 chapter markers; video pages show a list from 3', 'The part "B" lasts 4.0 s; video pages ask for 10 s',
    ]);
  });
  test('chapterMarkers() of no scenes is empty', () => {
    expect(chapterMarkers([], {fps: 30})).toEqual({markers: [], findings: []});
  });
});

describe('texts', () => {
  const {markers} = chapterMarkers(scenesOf(65, 3600, 30), {fps: 30});
  test('formatFfmetadata() escapes what ffmpeg reserves and counts in frames', () => {
    expect(formatFfmetadata({title: 'A=B; #1', markers: markers.slice(0, 1), fps: 30})).toBe(
      ';FFMETADATA1\ntitle=A\\=B\\; \\#1\n[CHAPTER]\nTIMEBASE=1/30\nSTART=0\nEND=1950\ntitle=T0\n',
    );
  });
  test('formatMarkerList() writes minutes, and hours once the film needs them', () => {
    expect(formatMarkerList(markers, 30)).toBe('0:00:00 T0\n0:01:05 T1\n1:01:05 T2\n');
    expect(formatMarkerList(markers.slice(0, 2), 30)).toBe('0:00 T0\n1:05 T1\n');
  });
  test('formatDescription() leaves out what the chapter does not say', () => {
    const description = {about: 'A film.', links: [{label: 'Code', url: 'https://example.org'}], credits: [], corrections: []};
    expect(formatDescription({title: 'T', series: 'S', number: 1, description}, markers.slice(0, 2), 30)).toBe(
      'T\nS, chapter 1\n\nA film.\n\nChapters\n0:00 T0\n1:05 T1\n\nLinks\nCode: https://example.org\n',
    );
  });
});
