import {Circle, makeScene2D} from '@motion-canvas/2d';
import {all, range, useRandom} from '@motion-canvas/core';

/** Random numbers from the seed of the .meta file, and from one of the scene's own. */
export default makeScene2D(function* (view) {
  const random = useRandom();
  const own = useRandom(42);
  const dots = range(60).map(() => (
    <Circle position={[random.nextFloat(-440, 440), random.nextInt(-240, 240)]} size={random.nextInt(10, 50)} fill={`hsl(${random.nextInt(0, 360)}, 70%, 60%)`} />
  ) as Circle);
  view.add(dots);
  yield* all(...dots.map((dot, i) => dot.y(dot.y() + random.gauss(0, 40), 0.3 + own.nextFloat(0, 0.3)).to(i, 0.1)));
});
