import {makeScene2D} from '@motion-canvas/2d';
import {createRef, waitFor} from '@motion-canvas/core';
import {Equation} from '../../src/components/Equation';
import {HighlightRect} from '../../src/components/HighlightRect';
import {theme} from '../../src/theme/theme';

// picture: 60%
/** Formulas whose parts have names: written, lit, counted, and turned into others part by part. */
export default makeScene2D(function* (view) {
  const [score, analogy, frame] = [createRef<Equation>(), createRef<Equation>(), createRef<HighlightRect>()];
  view.add(
    <>
      <Equation
        ref={score}
        tex="{{q: Q_i}} \cdot {{k: K_j}} = {{s=+00.00}}"
        colors={{q: () => theme().query, k: () => theme().key}}
        numbers={{s: -1.25}}
        fontSize={96}
        y={-230}
      />
      <Equation ref={analogy} tex="{{woman: E(\text{woman})}} - {{man: E(\text{man})}} \approx {{queen: E(\text{queen})}} - {{king: E(\text{king})}}" y={60} />
      <Equation tex="p_i = \frac{e^{x_i / {{T: T}}}}{\sum_{j=1}^{N} e^{x_j / {{T: T}}}} \quad \overbrace{W^{(1)} x + b}^{\text{a linear map}} \quad \sqrt{d_k} \; \cancel{y}" colors={{T: () => theme().temperature}} y={320} />
    </>,
  );
  yield* score().write();
  view.add(<HighlightRect ref={frame} around={score().part('s')} padding={14} />);
  yield* frame().trace();
  yield* score().number('s')(12.5, 0.8);
  yield* analogy().become('{{woman: E(\\text{woman})}} - {{man: E(\\text{man})}} + {{king: E(\\text{king})}} \\approx {{queen: E(\\text{queen})}}', {degrees: 60});
  yield* score().spotlight(['q']);
  yield* waitFor(0.3);
});
