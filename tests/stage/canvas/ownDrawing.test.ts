import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import {ownDrawingOf} from '../../../src/stage/canvas/ownDrawing';
import {openFilm} from '../../../src/timeline/film';
import {loadMotionCanvas} from '../../../src/timeline/motionCanvas';
import {openProject} from '../../../src/timeline/openProject';

const scene = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../timeline/fixtures/loneScene.tsx');

it('ownDrawingOf() tells classes that draw from classes that only arrange, also once their nodes have made their signals', async () => {
  const {project} = await openProject(scene);
  const film = await openFilm(project, {resolutionScale: 0.1});
  const {twoD} = await loadMotionCanvas(project.motionCanvas.folder);
  class Arranges extends twoD.Rect {}
  class DrawsShape extends twoD.Rect {
    protected override drawShape(context: CanvasRenderingContext2D) {
      context.fillRect(0, 0, performance.now() % 100, 10);
    }
  }
  class MakesPath extends twoD.Rect {
    protected override getPath() {
      return new Path2D('M 0 0 L 10 10');
    }
  }
  const {scenes} = film as unknown as {scenes: readonly {execute<T>(run: () => T): T}[]};
  const nodes = scenes[0].execute(() => [Arranges, DrawsShape, MakesPath].map(Class => new Class({size: 10})));
  nodes.forEach(node => node.cacheBBox());
  expect(nodes.map(ownDrawingOf(twoD))).toEqual([false, true, true]);
});
