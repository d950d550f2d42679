import {SVG, makeScene2D, type Shape} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';
import logo from '../assets/figure.svg?raw';

const FROM = `<svg viewBox="0 0 100 100"><rect id="a" x="10" y="10" width="30" height="30" fill="#e13238"/><circle id="b" cx="70" cy="30" r="16" fill="#e6a700"/><path id="c" d="M20 80 Q 50 50 80 80" stroke="#68abdf" stroke-width="4" fill="none"/></svg>`;
const TO = `<svg viewBox="0 0 100 100"><circle id="b" cx="30" cy="70" r="22" fill="#99c47a"/><rect id="a" x="60" y="10" width="30" height="50" rx="8" fill="#e13238"/><path id="d" d="M20 20 L 50 40" stroke="white" stroke-width="3" fill="none"/></svg>`;

/** A vector drawing with groups, transforms and uses; a second one that turns into a third. */
export default makeScene2D(function* (view) {
  const morph = createRef<SVG>();
  const still = createRef<SVG>();
  view.add(
    <>
      <SVG ref={still} x={-220} svg={logo} height={360} />
      <SVG ref={morph} x={240} svg={FROM} width={360} />
    </>,
  );
  yield* all(morph().svg(TO, 0.8), still().rotation(20, 0.8));
  (still().getChildrenById('dot')[0] as Shape | undefined)?.fill('#ff66cc');
  yield* still().scale(1.2, 0.2);
});
