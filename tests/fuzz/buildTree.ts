/**
 * Builds a tree from its description and reads its rectangles back, with DOM calls only.
 *
 * The same source runs in Node on the stage's document and, serialised, inside Chromium; so it refers to nothing but
 * its arguments.
 */

/** An element, with either child elements or texts. */
export interface TreeSpec {
  readonly style: Readonly<Record<string, string>>;
  readonly dir?: string;
  readonly children?: readonly TreeSpec[];
  readonly texts?: readonly string[];
}

/** x, y, width, height in px. */
export type Box = readonly [number, number, number, number];

/**
 * Appends trees to a view of 1920x1080 px, measures every element and text, and takes them away again.
 *
 * @returns for each tree its boxes in document order, relative to its root; texts follow the element they are in
 */
export function measureTrees(document: Document, specs: readonly TreeSpec[]): Box[][] {
  const view = document.createElement('div');
  Object.assign(view.style, {position: 'absolute', left: '0px', top: '0px', width: '1920px', height: '1080px', display: 'flex', boxSizing: 'border-box'});
  Object.assign(view.style, {fontFamily: 'Roboto', fontSize: '48px', lineHeight: '1.2', whiteSpace: 'nowrap', fontStyle: 'normal'});
  const build = (spec: TreeSpec): HTMLElement => {
    const element = document.createElement('div');
    for (const [name, value] of Object.entries(spec.style)) element.style.setProperty(name, value);
    if (spec.dir) element.dir = spec.dir;
    for (const child of spec.children ?? []) element.append(build(child));
    for (const text of spec.texts ?? []) element.append(document.createTextNode(text));
    return element;
  };
  const range = document.createRange();
  const boxOf = (rect: DOMRect): number[] => [rect.x, rect.y, rect.width, rect.height];
  const read = (node: Node, boxes: number[][]): void => {
    if (node.nodeType === 3) {
      range.selectNodeContents(node);
      boxes.push(boxOf(range.getBoundingClientRect()));
      return;
    }
    boxes.push(boxOf((node as HTMLElement).getBoundingClientRect()));
    node.childNodes.forEach(child => read(child, boxes));
  };
  const roots = specs.map(build);
  view.append(...roots);
  document.body.append(view);
  const result = roots.map(root => {
    const boxes: number[][] = [];
    read(root, boxes);
    const [x, y] = boxes[0];
    return boxes.map(([left, top, width, height]) => [left - x, top - y, width, height] as unknown as Box);
  });
  view.remove();
  return result;
}
