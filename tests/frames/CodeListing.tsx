import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {CodeListing} from '../../src/components/CodeListing';

/** Code on a fixed grid comes line by line; the lines that are spoken of stand out. */
export default makeScene2D(function* (view) {
  const code = createRef<CodeListing>();
  view.add(
    <>
      <CodeListing
        ref={code}
        x={-330}
        y={-200}
        shown={0}
        numbers
        language="python"
        code={[
          'def continue_text(text, model, count):',
          '    # One token at a time, each from the last.',
          '    for step in range(count):',
          '        shares = model(text)',
          '        text += sample(shares, seed=7)',
          '    return text + "."',
        ].join('\n')}
      />
      <CodeListing
        x={240}
        fontSize={28}
        ground={null}
        code={['function looksLike(image: Pixels): string {', "  if (isTall(image) && isThin(image)) return 'lighthouse';", '', '  return null;', '}'].join('\n')}
        y={320}
      />
    </>,
  );
  yield* code().reveal(0.2);
  yield* code().focus([4, 5]);
  yield* waitFor(0.2);
});
