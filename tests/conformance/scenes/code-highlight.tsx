import {Code, LezerHighlighter, makeScene2D, lines, word} from '@motion-canvas/2d';
import {all, createRef, waitFor, DEFAULT} from '@motion-canvas/core';
import {parser} from '@lezer/javascript';

/** Highlighted code that is inserted, replaced, removed and selected. */
export default makeScene2D(function* (view) {
  const code = createRef<Code>();
  view.add(
    <Code
      ref={code}
      highlighter={new LezerHighlighter(parser.configure({dialect: 'jsx ts'}))}
      fontSize={30}
      fontFamily={'JetBrains Mono'}
      code={`function softmax(logits: number[]) {\n  const peak = Math.max(...logits);\n  return logits.map(x => Math.exp(x));\n}`}
    />,
  );
  yield* waitFor(0.1);
  yield* code().code.insert([2, 36], ' // not yet a probability', 0.4);
  yield* code().code.replace(code().findFirstRange('Math.exp(x)'), 'Math.exp(x - peak)', 0.4);
  yield* code().selection(code().findAllRanges(/peak/g), 0.3);
  yield* all(code().code.append('\n\nexport default softmax;', 0.4), code().selection(lines(2), 0.4));
  yield* code().code.remove(word(0, 16, 16), 0.3);
  yield* code().selection(DEFAULT, 0.2);
});
