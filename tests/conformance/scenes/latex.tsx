import {Latex, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';

/** Formulas with fractions, roots, matrices and colour, and one that turns into another. */
export default makeScene2D(function* (view) {
  const tex = createRef<Latex>();
  view.add(<Latex ref={tex} y={-120} tex={"{{a^2}} + {{b^2}} = {{c^2}}"} fill={'white'} fontSize={72} />);
  view.add(<Latex y={40} tex={'\\sigma(z)_i = \\frac{e^{z_i}}{\\sum_{j=1}^{K} e^{z_j}} \\quad \\sqrt[3]{x + \\color{red}{y}}'} fill={'#e6a700'} width={700} />);
  view.add(<Latex y={190} tex={'\\begin{bmatrix} 1 & 0 \\\\ \\alpha & \\vec{w} \\end{bmatrix} \\cdot \\int_0^\\infty f(t)\\,dt'} fill={'#68abdf'} height={100} />);
  yield* all(tex().tex("{{c^2}} = {{a^2}} + {{b^2}}", 0.8), tex().fill('#99c47a', 0.8));
});
