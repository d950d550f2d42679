/** Tells nodes that Motion Canvas draws from nodes whose class draws by code of its own, which may read anything. */
import type {Node} from '@motion-canvas/2d';

type TwoD = typeof import('@motion-canvas/2d');

/** Classes that read nothing but signals while they draw say so with this static property. */
const DRAWS_FROM_SIGNALS = Symbol.for('lectern.drawsFromSignals');
const DRAWING_METHODS = ['draw', 'drawShape', 'drawChildren', 'drawRipple', 'render', 'getPath', 'getRipplePath', 'applyStyle', 'applyText'];

const tellers = new WeakMap<object, (node: Node) => boolean>();

/**
 * Returns the test for one copy of Motion Canvas: true for a node whose picture may change although no signal has.
 */
export function ownDrawingOf(twoD: TwoD): (node: Node) => boolean {
  const known = tellers.get(twoD);
  if (known) return known;
  const teller = createTeller(twoD);
  tellers.set(twoD, teller);
  return teller;
}

function createTeller(twoD: TwoD): (node: Node) => boolean {
  const answers = new Map<unknown, boolean>(Object.values(twoD).map(value => [value, false] as const));
  // A film runs on while no signal changes.
  answers.set(twoD.Video, true);
  const answerFor = (constructor: object): boolean => {
    let answer = answers.get(constructor);
    if (answer === undefined) {
      const prototype = (constructor as {prototype: object}).prototype;
      const parent = Object.getPrototypeOf(constructor) as {name: string} & object;
      const draws = DRAWING_METHODS.some(method => isOverridden(prototype, method)) && prototype.constructor.name !== 'TxtLeaf';
      answer = !(DRAWS_FROM_SIGNALS in constructor) && (draws || (typeof parent === 'function' && parent.name !== '' && answerFor(parent)));
      answers.set(constructor, answer);
    }
    return answer;
  };
  return node => answerFor(node.constructor);
}

/** Compares what is found, not where: a class whose nodes make their signals late has accessors of its own. */
function isOverridden(prototype: object, method: string): boolean {
  const base = Object.getPrototypeOf(prototype) as object | null;
  return Reflect.get(prototype, method) !== (base === null ? undefined : Reflect.get(base, method));
}

/** Set when such a node has been painted; cleared by whoever asks. */
interface OwnDrawing {
  seen: boolean;
}

const watched = new WeakMap<object, OwnDrawing>();

/** Starts noticing when nodes that draw by code of their own are painted, in one copy of Motion Canvas. */
export function watchOwnDrawing(twoD: TwoD): OwnDrawing {
  const {prototype} = twoD.Node;
  const known = watched.get(prototype);
  if (known) return known;
  const ownDrawing: OwnDrawing = {seen: false};
  watched.set(prototype, ownDrawing);
  const isOwnDrawing = ownDrawingOf(twoD);
  const {render} = prototype;
  prototype.render = function (this: Node, context) {
    if (isOwnDrawing(this)) ownDrawing.seen = true;
    render.call(this, context);
  };
  return ownDrawing;
}
