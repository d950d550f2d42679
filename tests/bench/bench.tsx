/**
 * The picture that speed is measured on: 10 s at 1080p30 of what explainer films are made of, the last 3 s of them still.
 *
 * Plain Motion Canvas, so that its own renderer can be timed on the same file.
 */
import {Circle, Grid, Latex, Layout, Line, Rect, Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, createSignal, easeInOutCubic, range, sequence, useRandom, waitFor} from '@motion-canvas/core';

const ROWS = 12;
const COLUMNS = 8;
const ENTRIES = ROWS * COLUMNS;
const ARROWS = [
  [3.2, 1.1, '#58a6ff'],
  [2.1, 2.6, '#7ee787'],
  [-1.4, 2.9, '#ffa657'],
  [-3.0, 0.8, '#ff7b72'],
  [-1.9, -2.3, '#d2a8ff'],
  [2.4, -1.8, '#f2cc60'],
] as const;
const TOKENS = ['The', 'quick', 'brown', 'fox', 'jumps', 'over', 'the', 'lazy', 'dog', '.'];
const UNIT = 90;

export default makeScene2D(function* (view) {
  const random = useRandom(7);
  const values = range(ENTRIES).map(() => random.nextFloat(-9.9, 9.9));
  const entries = values.map(() => createSignal(0));
  const growth = ARROWS.map(() => createSignal(0));
  const turn = createSignal(0);
  const widths = TOKENS.map(() => createSignal(0));
  const formula = createRef<Latex>();

  /** Live: each entry counts up to its value while it fades in. */
  const valueAt = (index: number) => values[index] * entries[index]();

  view.add(
    <>
      <Layout position={[-520, -110]}>
        {range(ENTRIES).map(index => (
          <Txt
            position={[((index % COLUMNS) - (COLUMNS - 1) / 2) * 92, (Math.floor(index / COLUMNS) - (ROWS - 1) / 2) * 58]}
            text={() => valueAt(index).toFixed(2)}
            fill={() => (valueAt(index) < 0 ? '#ff7b72' : '#58a6ff')}
            fontSize={32}
            fontFamily={'Roboto'}
            opacity={entries[index]}
          />
        ))}
        <Line points={[[-375, -355], [-395, -355], [-395, 355], [-375, 355]]} stroke={'#e6edf3'} lineWidth={5} />
        <Line points={[[375, -355], [395, -355], [395, 355], [375, 355]]} stroke={'#e6edf3'} lineWidth={5} />
      </Layout>
      <Layout position={[430, -110]}>
        <Grid size={[UNIT * 10, UNIT * 8]} spacing={UNIT} stroke={'#30363d'} lineWidth={2} />
        <Circle size={10} fill={'#e6edf3'} />
        {ARROWS.map(([x, y, colour], index) => (
          <Line
            points={() => [[0, 0], [x * UNIT * growth[index](), -y * UNIT * growth[index]()]]}
            rotation={index === 0 ? turn : 0}
            stroke={colour}
            lineWidth={6}
            endArrow
            arrowSize={() => 18 * growth[index]()}
          />
        ))}
      </Layout>
      <Layout layout gap={12} y={380} height={72} alignItems={'center'}>
        {TOKENS.map((token, index) => (
          <Rect width={() => widths[index]()} height={72} radius={12} fill={'#1f6feb44'} stroke={'#1f6feb'} lineWidth={3} justifyContent={'center'} alignItems={'center'} clip>
            <Txt text={token} fontSize={32} fill={'#e6edf3'} />
          </Rect>
        ))}
      </Layout>
      <Latex ref={formula} tex={'p_i = \\frac{e^{x_i / T}}{\\sum_j e^{x_j / T}}'} fill={'#e6edf3'} y={480} scale={0.8} opacity={0} />
    </>,
  );

  yield* sequence(1.6 / (ENTRIES - 1), ...entries.map(entry => entry(1, 0.4)));
  yield* sequence(0.2, ...growth.map(signal => signal(1, 1)));
  yield* all(turn(-120, 2, easeInOutCubic), sequence(1 / (TOKENS.length - 1), ...widths.map(width => width(124, 1))));
  yield* formula().opacity(1, 1);
  yield* waitFor(3);
});
