import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Rect as SceneRect} from '@motion-canvas/2d';
import {openFilm} from '../../src/timeline/film';
import {leanSources} from '../../src/timeline/leanMotionCanvas';
import {loadMotionCanvas, type MotionCanvas} from '../../src/timeline/motionCanvas';
import {openProject} from '../../src/timeline/openProject';

const here = path.dirname(fileURLToPath(import.meta.url));
const folderOf = (name: string) => path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

describe('lean Motion Canvas', () => {
  let motionCanvas: MotionCanvas;
  let inScene: <T>(run: () => T) => T;

  beforeAll(async () => {
    const {project} = await openProject(path.join(here, 'fixtures', 'loneScene.tsx'));
    const film = await openFilm(project, {resolutionScale: 0.1});
    await film.draw(0);
    motionCanvas = await loadMotionCanvas(project.motionCanvas.folder);
    const {scenes} = film as unknown as {scenes: readonly {execute<T>(run: () => T): T}[]};
    inScene = run => scenes[0].execute(run);
  });

  it.each([['@motion-canvas/core', '@motion-canvas/2d'], ['motion-canvas-core-next', 'motion-canvas-2d-next']])('leanSources() finds its lines in %s and %s', (core, twoD) => {
    expect(leanSources({core: folderOf(core), '2d': folderOf(twoD)}).size).toBeGreaterThan(0);
  });

  it('leanSources() leaves a version alone in which a line reads otherwise', () => {
    expect(leanSources({core: path.join(here, 'fixtures', 'otherCore'), '2d': folderOf('@motion-canvas/2d')}).size).toBe(0);
  });

  it('signals keep what they offer', () => {
    const rect = inScene(() => new motionCanvas.twoD.Rect({position: [1, 2]}));
    const {opacity} = rect;
    opacity(0.25);
    expect([opacity.isInitial(), opacity.context.raw(), rect.opacity.reset() === rect, opacity()]).toEqual([false, 0.25, true, 1]);
    rect.position.edit(current => current.add(10));
    expect(rect.position().serialize()).toEqual({x: 11, y: 12});
    expect(typeof (rect.localToWorld as unknown as {toPromise: unknown}).toPromise).toBe('function');
  });

  it('a method that a subclass overrides is computed once a change, and reaches the one it overrides', () => {
    const {Rect} = motionCanvas.twoD;
    let runs = 0;
    class Wide extends Rect {
      // As an author writes it, without the decorator of the method that it overrides.
      public override cacheBBox() {
        runs++;
        return super.cacheBBox().expand(100);
      }
    }
    const [plain, wide] = inScene(() => [new Rect({size: 10}), new Wide({size: 10})].map(rect => rect as SceneRect));
    expect(wide.cacheBBox().width).toBe(plain.cacheBBox().width + 200);
    wide.cacheBBox();
    expect(runs).toBe(1);
    wide.lineWidth(8);
    plain.lineWidth(8);
    expect(wide.cacheBBox().width).toBe(plain.cacheBBox().width + 200);
    expect(runs).toBe(2);
  });

  it('a reader is told of a change once, and in the order in which readers came', () => {
    const {createSignal, createEffect} = motionCanvas.core;
    const told: string[] = [];
    const value = createSignal(0);
    const stops = ['a', 'b', 'c'].map(name => createEffect(() => void told.push(`${name}${value()}`)));
    value(1);
    stops[0]();
    value(2);
    expect(told).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'c1', 'b2', 'c2']);
  });
});
