/** The machine from outside, as scenes 1 to 4 show it, and the things that stand about it. */
import {SlabStack, size} from 'lectern';
import {Word} from '../../../src/components/Word';

/** Where the machine stands when it is the subject, and how it is built. */
export const MACHINE = {y: 30, count: 8, width: 400, height: 290} as const;

/** The machine larger, as scene 3 leaves it and scene 4 opens it. */
export const OPENING = {y: 0, scale: 1.15} as const;

/** Where a word stands that titles a whole scene. */
export const TITLE_LINE = {y: -390, fontSize: 72} as const;

/** The machine; its middle is that of the whole stack. */
export function machine(ref: (stack: SlabStack) => void, props: {x?: number; y?: number; scale?: number; built?: number} = {}) {
  const {count, width, height, y} = MACHINE;
  return <SlabStack ref={ref} count={count} width={width} height={height} y={y} {...props} />;
}

/** A question mark on the machine's front: what happens inside is not told yet. */
export function questionMark(stack: SlabStack, shown = 0): Word {
  const mark = (<Word text={'?'} fontSize={170} weight={600} opacity={shown} />) as Word;
  stack.face.add(mark);
  return mark;
}

/** A line of label text with its middle on a point. */
export function label(ref: (word: Word) => void, text: string, x: number, y: number, props: {opacity?: number; color?: string; fontSize?: number} = {}) {
  return <Word ref={ref} text={text} x={x} y={y} weight={400} fontSize={48} {...props} />;
}

/** What a scene, or a stop of the way, is called. */
export function heading(ref: (word: Word) => void, text: string, props: {x?: number; y?: number; opacity?: number; fontSize?: number} = {}) {
  return <Word ref={ref} text={text} y={TITLE_LINE.y} weight={600} fontSize={size.heading} {...props} />;
}
