/** A component that reads a drawing through the document, as those that came before the SVG node do. */
import {Layout, makeScene2D, Node, Path, Rect} from '@motion-canvas/2d';
import {createRef, Vector2} from '@motion-canvas/core';

const drawing = (petal: string) => `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="8em" height="8em" viewBox="-60 -60 120 120">
  <!-- one petal, used five times -->
  <defs><path id="petal" d="M0 0 C 20 -10 20 -40 0 -52 C -20 -40 -20 -10 0 0 Z"/></defs>
  <g fill="${petal}" transform="rotate(10)">
    ${[0, 72, 144, 216, 288].map(turn => `<use xlink:href="#petal" transform="rotate(${turn})"/>`).join('')}
  </g>
  <rect x="-9" y="-9" width="18" height="18" fill="#141a22" transform="matrix(0.7 0.7 -0.7 0.7 0 0)"/>
</svg>`;

class Flower extends Layout {
  public read(markup: string): void {
    const container = document.createElement('div');
    container.innerHTML = markup;
    const root = container.querySelector('svg')!;
    const {x, y, width, height} = root.viewBox.baseVal;
    this.removeChildren();
    this.add([...this.nodesIn(root, root, new DOMMatrix().translate(-x - width / 2, -y - height / 2), 'white')]);
  }

  private *nodesIn(parent: Element, root: SVGSVGElement, around: DOMMatrix, fill: string): Generator<Node> {
    for (const child of parent.children) {
      if (!(child instanceof SVGGraphicsElement) || child.tagName === 'defs') continue;
      yield* this.nodesOf(child, root, around, fill);
    }
  }

  private *nodesOf(element: SVGGraphicsElement, root: SVGSVGElement, around: DOMMatrix, inherited: string): Generator<Node> {
    const own = element.transform.baseVal.consolidate();
    const matrix = own ? around.multiply(own.matrix) : around;
    const fill = element.getAttribute('fill') ?? inherited;
    const place = {
      position: new Vector2(matrix.e, matrix.f),
      rotation: (Math.atan2(matrix.b, matrix.a) * 180) / Math.PI,
      scale: Math.hypot(matrix.a, matrix.b),
    };
    if (element.tagName === 'g') yield* this.nodesIn(element, root, matrix, fill);
    if (element.tagName === 'path') yield <Path data={element.getAttribute('d')!} fill={fill} {...place} /> as Node;
    if (element.tagName === 'rect') yield <Node {...place}><Rect size={parseFloat(element.getAttribute('width')!)} fill={fill} /></Node> as Node;
    if (element.tagName === 'use') {
      const meant = root.querySelector((element as SVGUseElement).href.baseVal);
      if (meant instanceof SVGGraphicsElement) yield* this.nodesOf(meant, root, matrix, fill);
    }
  }
}

export default makeScene2D(function* (view) {
  const flower = createRef<Flower>();
  view.add(<Flower ref={flower} scale={3} />);
  flower().read(drawing('#e13238'));
  yield* flower().rotation(72, 0.6);
  flower().read(drawing('#58a6ff'));
  yield* flower().rotation(0, 0.6);
});
