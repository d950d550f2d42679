import {makeScene2D} from '@motion-canvas/2d';
import {CodeBlock, insert, lines, remove} from '@motion-canvas/2d/lib/components/CodeBlock';
import {createRef, waitFor, all} from '@motion-canvas/core';

/** The older code node: edits, selections, its own highlighting. */
export default makeScene2D(function* (view) {
  const code = createRef<CodeBlock>();
  yield view.add(<CodeBlock ref={code} language={'tsx'} fontSize={32} lineHeight={48} code={() => `const number = 7;\nconsole.log(number);`} />);
  yield* waitFor(0.1);
  yield* code().edit(0.5)`const number = ${remove('7')}${insert('8 + 1')};\nconsole.log(number);`;
  yield* all(code().selection(lines(1), 0.3), code().opacity(0.9, 0.3));
});
