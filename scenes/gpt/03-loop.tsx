/** A loop drawn as a loop: text on top, machine at the left, list in the middle, wheel at the right, and back to the text. */
import {Txt, makeScene2D} from '@motion-canvas/2d';
import {all, createRef, delay, waitFor, waitUntil} from '@motion-canvas/core';
import {fadeOut, size, theme} from 'lectern';
import type {Word} from '../../src/components/Word';
import {largerRun, shownRun, smallRun, textSource} from './parts/countingModel';
import {countTable} from './parts/countTable';
import {UNDER_MACHINE, loopOfThree} from './parts/loopOfThree';
import {IN_LOOP, loopStage} from './parts/loopStage';
import {OPENING, label} from './parts/machine';
import {sourceTag} from './parts/sourceTag';
import {machineWithWells, ourTask} from './parts/wells';
import {writingPanel} from './parts/writingPanel';

const [first, ...others] = shownRun.steps;

export default makeScene2D(function* (view) {
  view.fill(() => theme().background);
  const before = machineWithWells(view, 1);
  const ours = ourTask(view, 1);
  const machine = before.stack;
  const loop = loopStage(view, machine);
  const {page, bars, arrows} = loop;
  const tag = createRef<Txt>();
  view.add(sourceTag(tag, textSource));

  yield* waitUntil('prompt');
  yield* all(
    fadeOut([before.title, ...before.frames, ...before.names, before.arrows[0], ours.page, ours.light, ours.slot, ours.mark], {seconds: 0.6, lag: 0}),
    delay(0.2, all(machine.position([IN_LOOP.x, IN_LOOP.y], 1.2), machine.scale(IN_LOOP.scale, 1.2))),
  );
  yield* page().typed(1, 0.9);
  yield* page().showSlot();

  yield* waitUntil('distribution');
  yield* arrows[0].grow(0.5);
  yield* all(loop.predict(first, 3.6), delay(2, tag().opacity(1, 0.6)));
  yield* loop.say('predict');

  yield* waitUntil('draw');
  yield* arrows[1].grow(0.4);
  yield* loop.roll(first, 1.5);
  yield* all(loop.draw(first, 2.6), loop.say('draw'));

  yield* waitUntil('append');
  yield* arrows[2].grow(0.4);
  yield* all(loop.append(first, 0, 1.1), loop.say('append'));
  yield* waitFor(0.4);
  yield* all(page().settle(), bars().opacity(0.3, 0.6), loop.light().opacity(0.2, 0.6), bars().marked(0, 0.4));
  // The word waits until most letters are in: they fly over its place.
  yield* all(loop.goIn(1.6), delay(1.2, loop.say('repeat')));

  yield* waitUntil('repeat');
  const paces = [1.8, 1.4, 1.25, 1.2];
  for (const [index, step] of others.entries()) yield* loop.turn(step, index + 1, paces[index]);
  yield* page().settle();

  yield* waitUntil('honest');
  yield* all(loop.clear(0.7), page().hideSlot(), page().opacity(0.35, 0.7));
  const name = createRef<Word>();
  view.add(label(name, 'not a GPT: a model that counts', IN_LOOP.x + 60, IN_LOOP.y + 205, {opacity: 0, fontSize: size.body}));
  yield* name().opacity(1, 0.6);
  const table = countTable({x: 370, y: 36});
  view.add(table.figure);
  yield* table.appear(2.2);
  yield* all(page().opacity(1, 0.6), table.trace(2.4));

  yield* waitUntil('small');
  const left = writingPanel(view, {x: -398, title: 'looks back 1 word', run: smallRun, lines: 4});
  yield* fadeOut([machine, name(), page(), table.figure], {seconds: 0.5, lag: 0});
  yield* left.write(0.12);

  yield* waitUntil('larger');
  const right = writingPanel(view, {x: 398, title: 'looks back 3 words', run: largerRun, lines: 4});
  yield* all(right.write(0.12), left.page().opacity(0.7, 0.6));
  const quoted = createRef<Word>();
  view.add(label(quoted, 'underlined: copied word for word', 398, 240, {opacity: 0, fontSize: size.body, color: theme().muted}));
  yield* all(right.showQuotations(5, 1.2), quoted().opacity(1, 0.4));

  yield* waitUntil('gpt');
  machine.position([0, OPENING.y]).scale(OPENING.scale * 0.9);
  const again = loopOfThree(UNDER_MACHINE);
  view.add(again.figure);
  yield* all(
    left.box().x(-700, 0.8),
    right.box().x(700, 0.8),
    fadeOut([left.box(), right.box(), quoted(), tag()], {seconds: 0.7, lag: 0}),
    delay(0.4, all(machine.opacity(1, 0.8), machine.scale(OPENING.scale, 0.8), again.appear(1))),
  );
  yield* all(again.say(0, 0.3), machine.sweep(0.9));
  yield* again.say(1, 0.3);
  yield* again.say(2, 0.3);
  yield* again.light(0.4);
  yield* waitFor(0.6);
  yield* fadeOut(again.figure, {seconds: 0.6});
});
