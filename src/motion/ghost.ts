/**
 * Stand-ins that move in place of nodes: a copy in the same place on screen, whose box can be carried elsewhere.
 * The nodes themselves stay where their layout wants them. Called by the transforms.
 */
import {Layout, Node} from '@motion-canvas/2d';
import {BBox, Vector2} from '@motion-canvas/core';
import type {XY} from './arc';

/** The box of a node as the figure sees it: of a layout its own, of any other node all that it draws. */
export function localBox(node: Node): BBox {
  const size = node instanceof Layout ? node.size() : Vector2.zero;
  return size.x > 0 && size.y > 0 ? BBox.fromSizeCentered(size) : node.cacheBBox();
}

/** The box of a node in the pixels of another. */
export function boxIn(ground: Node, node: Node): BBox {
  const matrix = ground.worldToLocal().multiply(node.localToWorld());
  return BBox.fromPoints(...localBox(node).transformCorners(matrix));
}

/**
 * The nearest common ancestor that leaves its children where they put themselves.
 *
 * @throws RangeError 'fadeTransform() cannot move Txt[3]: it is not in the scene'
 */
export function commonGround(verb: string, ...nodes: readonly Node[]): Node {
  const [first, ...others] = nodes.map(node => ancestors(verb, node));
  const shared = first.find(node => others.every(list => list.includes(node)) && !(node instanceof Layout && node.layoutEnabled()));
  return shared ?? nodes[0].view();
}

function ancestors(verb: string, node: Node): Node[] {
  const list: Node[] = [];
  for (let parent = node.parent(); parent !== null; parent = parent.parent()) list.push(parent);
  if (list.at(-1) !== node.view()) throw new RangeError(`${verb}() cannot move ${node.key}: it is not in the scene`);
  return list;
}

/** A copy of a node that lies on it exactly, until it is carried away. */
export class Ghost {
  /** Centre and size of the node, in pixels of the ground. */
  public readonly box: BBox;
  /** Opacity that the node has on the ground, with all its parents on the way. */
  public readonly strength: number;
  private readonly carrier: Node;

  public constructor(ground: Node, node: Node, ownOpacity = node.opacity()) {
    this.box = boxIn(ground, node);
    this.strength = ownOpacity * parentStrength(ground, node);
    this.carrier = new Node({position: this.box.center});
    ground.add(this.carrier);
    this.carrier.add(placedCopy(ground, node, this.box.center));
  }

  /** Puts the middle somewhere else, and stretches the copy by factors of its size. */
  public carry(centre: XY, scale: XY, opacity: number): void {
    this.carrier.position(centre);
    this.carrier.scale(scale);
    this.carrier.opacity(Math.min(1, Math.max(0, opacity)) * this.strength);
  }

  /** Turns the copy about its middle, in degrees. */
  public turn(degrees: number): void {
    this.carrier.rotation(degrees);
  }

  public remove(): void {
    this.carrier.remove();
  }
}

function placedCopy(ground: Node, node: Node, centre: Vector2): Node {
  const matrix = ground.worldToLocal().multiply(node.localToWorld());
  const origin = new Vector2(matrix.e, matrix.f);
  const rotation = Vector2.degrees(matrix.a, matrix.b);
  const mirrored = matrix.a * matrix.d - matrix.b * matrix.c < 0 ? -1 : 1;
  const scale = new Vector2(Vector2.magnitude(matrix.a, matrix.b), mirrored * Vector2.magnitude(matrix.c, matrix.d));
  const copy = node.snapshotClone({opacity: 1});
  // An offset layout's position is that of its offset point, not of its middle: the copy is placed by its middle.
  if (copy instanceof Layout) copy.offset(0);
  copy.position(origin.sub(centre));
  copy.rotation(rotation);
  copy.scale(scale);
  return copy;
}

function parentStrength(ground: Node, node: Node): number {
  let strength = 1;
  for (let parent = node.parent(); parent !== null && parent !== ground; parent = parent.parent()) strength *= parent.opacity();
  return strength;
}
