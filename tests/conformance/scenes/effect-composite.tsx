import {Circle, Layout, Node, Rect, makeScene2D} from '@motion-canvas/2d';
import {createRef, all} from '@motion-canvas/core';

const OPERATIONS = [
  'source-over', 'source-in', 'source-out', 'source-atop', 'destination-over', 'destination-in', 'destination-out',
  'destination-atop', 'lighter', 'copy', 'xor', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge',
  'color-burn', 'hard-light', 'soft-light', 'difference', 'exclusion', 'hue', 'saturation', 'color', 'luminosity',
] as const;

/** All 26 composite operations inside cached groups, and an override that fades one. */
export default makeScene2D(function* (view) {
  const faded = createRef<Rect>();
  view.add(
    <Layout layout wrap={'wrap'} width={940} gap={[6, 10]}>
      {OPERATIONS.map(operation => (
        <Layout size={[94, 94]}>
          <Node cache>
            <Rect layout={false} size={60} x={-10} y={-10} fill={'#e6a700'} />
            <Rect layout={false} size={60} x={12} y={12} radius={10} fill={'#3870d0cc'} compositeOperation={operation} />
          </Node>
        </Layout>
      ))}
    </Layout>,
  );
  view.add(
    <Node cache y={200}>
      <Circle size={120} fill={'white'} />
      <Rect ref={faded} size={[200, 60]} fill={'#e13238'} compositeOperation={'source-in'} />
    </Node>,
  );
  yield* all(faded().compositeOperation('source-atop', 0.4), faded().rotation(40, 0.4));
});
