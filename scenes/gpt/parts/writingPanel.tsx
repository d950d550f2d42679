/** A model that writes on its own page, and lines under what it has copied. */
import {Line, type View2D} from '@motion-canvas/2d';
import {all, createRef, delay} from '@motion-canvas/core';
import {TextPage, TitledBox, laggedStart, theme} from 'lectern';
import {START, quotations, type Run} from './countingModel';

const [width, titleSize, fontSize] = [740, 44, 48];
/** From the upper edge to the first line, from line to line, and from the last one to the lower edge, px. */
const [top, pitch, bottom] = [156, 1.45 * fontSize, 84];

export function writingPanel(view: View2D, {x, title, run, lines = 5}: {x: number; title: string; run: Run; lines?: number}) {
  const box = createRef<TitledBox>();
  const page = createRef<TextPage>();
  view.add(
    <TitledBox ref={box} x={x} y={-50} width={width} height={top + (lines - 1) * pitch + bottom} title={title} titleSize={titleSize} color={() => theme().grid} drawn={0}>
      <TextPage ref={page} y={(top - bottom) / 2} width={width - 1.2 * titleSize} lines={lines} fontSize={fontSize} seed={START} additions={run.steps.map(({added}) => added)} typed={0} opacity={0} />
    </TitledBox>,
  );

  function* write(each: number) {
    yield* all(box().open(0.7), delay(0.4, page().opacity(1, 0.3)));
    yield* page().type(each);
    yield* page().settle(0.3);
  }

  /** Underlines runs of at least `atLeast` words that stand in the text word for word. */
  function* showQuotations(atLeast: number, seconds: number) {
    const lines = quotations(run, atLeast).flatMap(([first, last]) => underlines(page(), first, last));
    page().add(lines);
    yield* laggedStart(lines, (line, time) => line.end(1, time), {seconds, lag: 0.6});
  }

  return {box, page, write, showQuotations};
}

/** A line under additions `first` to `last`, one for each line of the page that they stand on. */
function underlines(page: TextPage, first: number, last: number): Line[] {
  const words = Array.from({length: last - first + 1}, (_, index) => page.addition(first + index));
  const heights = [...new Set(words.map(word => word.y()))];
  return heights.map(y => {
    const onLine = words.filter(word => word.y() === y);
    const [left, right] = [onLine[0], onLine[onLine.length - 1]];
    const under = y + page.fontSize() * 0.56;
    const points: [number, number][] = [[left.x() - left.width() / 2, under], [right.x() + right.width() / 2, under]];
    return (<Line points={points} stroke={() => theme().muted} lineWidth={4} end={0} />) as Line;
  });
}
