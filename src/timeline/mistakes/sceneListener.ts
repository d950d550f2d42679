/**
 * Hears what a scene does while it is measured: which tweens it makes and plays, which nodes it gives to which parents, what
 * it sets. Nobody listens while frames are drawn, and then the listening costs nothing.
 */
import type {Node} from '@motion-canvas/2d';
import type {SignalContext} from '@motion-canvas/core';
import type {MotionCanvas} from '../motionCanvas';

export type Signal = SignalContext<unknown, unknown, unknown>;

/** A chain of tweens of one signal, as `node.x(100, 1).to(0, 1)` makes it. */
export type TweenChain = object;

export interface SceneListener {
  chainMade(chain: TweenChain, signal: Signal): void;
  /** A tween that a chain will play: the answer is played in its place. */
  tweenMade(chain: TweenChain | undefined, signal: Signal, seconds: number, steps: Generator): Generator;
  /** Children are about to come to a parent; by `add()` and its like, or written between its tags. */
  childrenGiven(parent: Node, children: readonly Node[], how: 'added' | 'written'): void;
  valueSet(signal: Signal, value: unknown): void;
}

/** Who listens to one copy of Motion Canvas. */
interface Ear {
  listener: SceneListener | null;
}

const ears = new WeakMap<object, Ear>();

/** Lets a listener hear the scenes of one Motion Canvas, until it is told to stop. Scenes must be created after the first call. */
export function listenToScenes(motionCanvas: MotionCanvas, listener: SceneListener | null): void {
  const ear = ears.get(motionCanvas.core) ?? {listener: null};
  if (!ears.has(motionCanvas.core)) {
    ears.set(motionCanvas.core, ear);
    hearSignals(motionCanvas, ear);
    hearChildren(motionCanvas, ear);
  }
  ear.listener = listener;
}

type Chain = Record<'to' | 'back', (...given: unknown[]) => unknown>;

function hearSignals({core}: MotionCanvas, ear: Ear): void {
  const signals = core.SignalContext.prototype as unknown as {
    createQueue(...given: unknown[]): Chain;
    tween(value: unknown, seconds: number, ...given: unknown[]): Generator;
    setter(value: unknown): unknown;
  };
  const {createQueue, tween, setter} = signals;
  let building: TweenChain | undefined;
  signals.createQueue = function (this: Signal, ...given) {
    const chain = createQueue.apply(this, given);
    if (!ear.listener) return chain;
    ear.listener.chainMade(chain, this);
    for (const method of ['to', 'back'] as const) {
      const make = chain[method];
      chain[method] = (...values) => {
        building = chain;
        try {
          return make(...values);
        } finally {
          building = undefined;
        }
      };
    }
    return chain;
  };
  signals.tween = function (this: Signal, value, seconds, ...given) {
    const steps = tween.call(this, value, seconds, ...given);
    return ear.listener ? ear.listener.tweenMade(building, this, seconds, steps) : steps;
  };
  signals.setter = function (this: Signal, value) {
    const result = setter.call(this, value);
    ear.listener?.valueSet(this, value);
    return result;
  };
}

function hearChildren({twoD}: MotionCanvas, ear: Ear): void {
  const nodes = twoD.Node.prototype as unknown as {
    insert(children: unknown, index?: number): unknown;
    reparent(parent: Node): unknown;
    spawnChildren(isReactive: boolean, children: unknown): void;
  };
  const {insert, reparent, spawnChildren} = nodes;
  const given = (children: unknown) => [children].flat().filter((child): child is Node => child instanceof twoD.Node);
  // To move a node on purpose is no mistake.
  let isMoving = false;
  nodes.insert = function (this: Node, children, index) {
    if (!isMoving) ear.listener?.childrenGiven(this, given(children), 'added');
    return insert.call(this, children, index);
  };
  nodes.reparent = function (this: Node, parent) {
    isMoving = true;
    try {
      return reparent.call(this, parent);
    } finally {
      isMoving = false;
    }
  };
  nodes.spawnChildren = function (this: Node, isReactive, children) {
    if (!isReactive) ear.listener?.childrenGiven(this, given(children), 'written');
    spawnChildren.call(this, isReactive, children);
  };
}
