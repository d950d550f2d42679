/** A pile of pages, each of which becomes one column of learned numbers. */
import {Circle, Layout, Line, Node, Rect, type View2D} from '@motion-canvas/2d';
import {all, delay} from '@motion-canvas/core';
import {laggedStart, moveAlongArc, seededRandom, theme, valueToColor} from 'lectern';

const [columns, rows, pitch] = [8, 5, 34];

/** Pages on the left, and in the middle the grid of dots that they turn into; illustrative, the same on every machine. */
export function pileOfPages(props: {x: number; y: number}) {
  const random = seededRandom('pile of pages');
  const figure = new Node(props);
  const grid = new Node({});
  const dots = Array.from({length: columns}, (_, column) =>
    Array.from({length: rows}, (_, row) => {
      const value = random.normal(0, 0.5);
      return new Circle({
        x: (column - (columns - 1) / 2) * pitch,
        y: (row - (rows - 1) / 2) * pitch,
        size: 20,
        fill: () => valueToColor(value, 'weight'),
        scale: 0,
      });
    }),
  );
  const pages = Array.from({length: columns}, () => page(random.uniform(-9, 9), random.uniform(-14, 14), random.uniform(-10, 10)));
  grid.add(dots.flat());
  figure.add([grid, ...pages]);

  function* pileUp(seconds: number) {
    yield* laggedStart(pages, (each, time) => all(each.opacity(1, time), each.y(each.y() + 40, time)), {seconds, lag: 0.35});
  }

  function* learn(seconds: number) {
    // The page on top goes to the far column, so that none passes over what is there already.
    const topFirst = pages.map((each, column) => ({each, column})).reverse();
    yield* laggedStart(topFirst, ({each, column}, time) => read(each, column, time), {seconds, lag: 0.3});
  }

  function* read(each: Layout, column: number, time: number) {
    const place: [number, number] = [(column - (columns - 1) / 2) * pitch, 0];
    yield* all(
      moveAlongArc(each, place, {seconds: time, degrees: -50}),
      each.scale([0.2, 0.9], time),
      each.rotation(0, time),
      delay(time * 0.7, each.opacity(0, time * 0.3)),
      delay(time * 0.6, all(...dots[column].map(dot => dot.scale(1, time * 0.4)))),
    );
  }

  /** Copies of the learned numbers, each on its own, to be carried off. */
  function numbers(view: View2D): Circle[] {
    return dots.flat().map(dot => {
      const copy = dot.clone();
      view.add(copy);
      copy.absolutePosition(dot.absolutePosition());
      return copy;
    });
  }

  return {figure, pileUp, learn, numbers};
}

function page(rotation: number, x: number, y: number) {
  const lines = [0, 1, 2, 3, 4].map(index => (
    <Line points={[[-34, -38 + index * 19], [index === 4 ? 6 : 34, -38 + index * 19]]} stroke={() => theme().muted} lineWidth={4} lineCap={'round'} />
  ));
  return (
    <Layout x={-270 + x} y={y - 40} rotation={rotation} opacity={0}>
      <Rect width={100} height={130} radius={6} fill={() => theme().panel} stroke={() => theme().muted} lineWidth={3}>
        {lines}
      </Rect>
    </Layout>
  ) as Layout;
}
