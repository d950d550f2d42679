/** Machine with a place for what goes in and a place for what comes out, and our own task in them: scene 2, and the start of 3. */
import {Line, Rect, type View2D} from '@motion-canvas/2d';
import {createRef, makeRef} from '@motion-canvas/core';
import {SlabStack, TextPage, VectorArrow, theme} from 'lectern';
import type {Word} from '../../../src/components/Word';
import {beam} from './beam';
import {DrawerWord} from './drawerWord';
import {MACHINE, TITLE_LINE, label, machine} from './machine';
import {sentence} from './sentence';

/** Middles of both wells, their size, and the machine between them. Text in the left one starts where the source tag does. */
export const WELLS = {left: -573, right: 573, y: MACHINE.y, size: 470, stackScale: 0.8} as const;

/** Ends of the arrows into the machine and out of it, while the wells are open: 18 px from what they join. */
export const INTO = {from: [-320, MACHINE.y], to: [-229, MACHINE.y]} as const;
export const OUT = {from: [229, MACHINE.y], to: [320, MACHINE.y]} as const;

/** Title, machine and arrows as scene 1 leaves them; `wells` 1 is how scene 2 leaves them. */
export function machineWithWells(view: View2D, wells: 0 | 1) {
  const title = createRef<DrawerWord>();
  const stack = createRef<SlabStack>();
  const arrows: VectorArrow[] = [];
  const frames: Rect[] = [];
  const names: Word[] = [];
  const ends = wells === 1 ? [INTO, OUT] : [FAR_INTO, FAR_OUT];
  view.add(
    <>
      <DrawerWord ref={title} text={'Transformer'} fontSize={TITLE_LINE.fontSize} opened={1} y={TITLE_LINE.y} />
      {machine(stack, {scale: wells === 1 ? WELLS.stackScale : 1})}
      {ends.map(({from, to}, index) => <VectorArrow ref={makeRef(arrows, index)} from={[...from]} to={[...to]} opacity={wells === 1 && index === 1 ? 0 : 1} />)}
      {[WELLS.left, WELLS.right].map((x, index) => (
        <Rect ref={makeRef(frames, index)} x={x} y={WELLS.y} size={WELLS.size} radius={18} stroke={() => theme().grid} lineWidth={3} opacity={wells} />
      ))}
      {wells === 0
        ? NAMES.map(({text, x}, index) => label(makeRef(names, index), text, x, MACHINE.y))
        : OUR_KINDS.map((text, index) => kindLabel(makeRef(names, index), text, index))}
    </>,
  );
  title().x(title().centred(TITLE_LINE.fontSize));
  return {title: title(), stack: stack(), arrows, frames, names};
}

/** What stands left and right of the machine when scene 1 ends: the same gaps on both sides. */
export const NAMES = [{text: 'text', x: -604}, {text: 'next word', x: 668}] as const;
export const FAR_INTO = {from: [-535, MACHINE.y], to: [-310, MACHINE.y]} as const;
export const FAR_OUT = {from: [310, MACHINE.y], to: [535, MACHINE.y]} as const;

/** What our own task turns into what. */
export const OUR_KINDS = ['the beginning of a text', 'what comes next'] as const;

/** Says under a well what kind of thing is in it: 0 the left one, 1 the right one. */
export function kindLabel(ref: (word: Word) => void, text: string, well: number) {
  return label(ref, text, well === 0 ? WELLS.left : WELLS.right, WELLS.y + 285, {fontSize: 40, color: theme().muted});
}

/** Text in a well. */
export function wellText(ref: (page: TextPage) => void, text: string, x: number, props: {typed?: number; fontSize?: number} = {}) {
  const {typed = 1, fontSize = 48} = props;
  return <TextPage ref={ref} x={x} y={WELLS.y} width={390} fontSize={fontSize} additions={[text]} typed={typed} settled={1} />;
}

/** Our task: the sentence in the left well, and in the right one an open place in the light. */
export function ourTask(view: View2D, shown: 0 | 1) {
  const page = createRef<TextPage>();
  const light = createRef<Line>();
  const slot = createRef<Line>();
  const mark = createRef<Word>();
  view.add(
    <>
      {beam(light, {from: [215, WELLS.y], to: [WELLS.right + 190, WELLS.y], spread: 330, opacity: shown})}
      {wellText(page, sentence, WELLS.left, {typed: shown})}
      <Line ref={slot} points={[[WELLS.right - 110, WELLS.y + 60], [WELLS.right + 110, WELLS.y + 60]]} stroke={() => theme().highlight} lineWidth={6} lineCap={'round'} end={shown} />
      {label(mark, '?', WELLS.right, WELLS.y - 10, {opacity: shown, fontSize: 120})}
    </>,
  );
  return {page: page(), light: light(), slot: slot(), mark: mark()};
}
