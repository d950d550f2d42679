import {Code, makeScene2D} from '@motion-canvas/2d';
import {createRef, createSignal} from '@motion-canvas/core';

/** Whole texts that turn into others, code signals in code, and a code node in a layout. */
export default makeScene2D(function* (view) {
  const code = createRef<Code>();
  const name = Code.createSignal('add');
  view.add(<Code ref={code} offsetX={-1} x={-430} fontSize={34} fontFamily={'JetBrains Mono'} code={`def one():\n    return 1\n\nprint(one())`} />);
  view.add(<Code x={220} y={190} fontSize={26} code={() => `let ${name().fragments.join('')} = 1;`} />);
  yield* code().code(`def two():\n    # now two\n    return 1 + 1\n\nprint(two())`, 0.6);
  yield* name('subtract', 0.3);
  yield* code().code.edit(0.4)`def ${'two'}():\n    return 2`;
  const size = createSignal(34);
  code().fontSize(size);
  yield* size(24, 0.3);
});
