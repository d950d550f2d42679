import {createHash} from 'node:crypto';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {openFilm, type Film} from '../../src/timeline/film';
import {openProject} from '../../src/timeline/openProject';
import type {VerbReport} from './fixtures/verbs';

const scene = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures/verbs.tsx');

/** Seconds that each verb states in its docstring for what the scene asks of it. */
const durations: Record<string, number> = {
  laggedStart: 0.7,
  'laggedStart of none': 0,
  timeSpan: 0.9,
  'timeSpan past its clip': 0.5,
  visit: 0.35,
  'visit of a colour': 0.3,
  wiggle: 0.55,
  passingFlash: 0.45,
  saveAndRestore: 0.5,
  flyInto: 0.65,
  'flyInto a point': 0.25,
  transformFromCopy: 0.4,
  spotlight: 0.3,
  endSpotlight: 0.2,
  fadeTransform: 0.4,
  fadeIn: 0.5,
  fadeOut: 0.5,
  growFromCentre: 0.5,
  crossFade: 0.25,
  matchingParts: 0.6,
  moveAlongArc: 0.4,
};
const leavesAllAsItWas = ['laggedStart', 'visit', 'visit of a colour', 'wiggle', 'passingFlash', 'saveAndRestore', 'flyInto', 'flyInto a point', 'transformFromCopy'];

describe('verbs of motion', () => {
  let film: Film;
  let reports: readonly VerbReport[];
  const played: string[] = [];
  const hash = () => createHash('sha256').update(film.stage.pixels()).digest('hex');

  beforeAll(async () => {
    const {project} = await openProject(scene);
    film = await openFilm(project, {fps: 30, resolutionScale: 0.25, background: '#0b1020'});
    for (let frame = 0; frame < film.frames; frame++) {
      await film.draw(frame);
      played.push(hash());
    }
    reports = (globalThis as {verbReports?: VerbReport[]}).verbReports!;
  });

  const reportOn = (verb: string) => reports.find(each => each.verb === verb)!;

  test.each(Object.entries(durations))('%s takes %f s', (verb, seconds) => {
    expect(reportOn(verb).took).toBeCloseTo(seconds, 6);
  });

  test.each(leavesAllAsItWas)('%s leaves every node as it was', verb => {
    expect(reportOn(verb).after).toBe(reportOn(verb).before);
  });

  test('spotlight() and endSpotlight() give back full light', () => {
    expect(reportOn('spotlight').after).not.toBe(reportOn('spotlight').before);
    expect(reportOn('endSpotlight').after).toBe(reportOn('spotlight').before);
  });

  test('no verb leaves a stand-in behind', () => {
    for (const {before, after} of reports) expect(JSON.parse(after)[0]).toBe(JSON.parse(before)[0]);
  });

  test('every frame is the same picture when sought', async () => {
    for (const frame of [200, 7, 276, 150, 151, 20, 230, 101]) {
      await film.draw(frame);
      expect(`${frame} ${hash()}`).toBe(`${frame} ${played[frame]}`);
    }
  });
});
