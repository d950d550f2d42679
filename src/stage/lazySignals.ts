/**
 * Signals that are made when they are first asked for. In: a node that is being made, and its properties. Out: the same node,
 * as far as anyone can tell. Called by Motion Canvas's own constructors, in whose bundle this takes the place of
 * `initializeSignals`.
 *
 * A node has some seventy signals and computed values, each a dozen objects, and a scene reads and sets a few of them: made
 * all at once they are 200 KB a node and most of the time that a scene takes to be built.
 *
 * An accessor on the node's class makes a signal on the way to it. What a constructor would have done beyond making it
 * (a custom setter that is told of the initial value) is still done at once.
 */
import {compound, computed, filtersSignal, getPropertiesOf, signal, type PropertyMetadata} from '@motion-canvas/2d/lib/decorators';
import {CompoundSignalContext, SignalContext} from '@motion-canvas/core';

type Initializer = (instance: object) => void;
type Signal = ((value?: unknown) => unknown) & {readonly context: SignalContext<unknown>; reset(): void} & Record<string, (value: unknown) => void>;
type Instance = Record<string | symbol, unknown>;

const INITIALIZERS = Symbol.for('@motion-canvas/2d/decorators/initializers');
/** Marks a node whose signals may be made. */
const BEGUN = Symbol('begun');

/** How the instances of one class are made. */
interface Plan {
  /** Initializers that do something else than make a signal; run at once, in order. */
  readonly eager: readonly Initializer[];
  /** The names of what the others make. */
  readonly lazy: ReadonlySet<string>;
  readonly properties: readonly Property[];
}

interface Property {
  readonly key: string;
  readonly entries: readonly (readonly [string, string])[];
  /** Whether the initial value has to be set, because someone is told of it. */
  readonly mustReset: boolean;
}

const plans = new WeakMap<object, Plan>();

/** Makes the signals of a node, or leaves them to be made, and sets those that `props` names. */
export function initializeSignals(instance: Instance, props: Record<string, unknown>): void {
  const prototype = Object.getPrototypeOf(instance) as Instance;
  let plan = plans.get(prototype);
  if (plan === undefined) plans.set(prototype, (plan = planFor(prototype)));
  // Whatever a constructor has put under a signal's name until now gives way to the signal.
  for (const key of Object.keys(instance)) if (plan.lazy.has(key)) delete instance[key];
  instance[BEGUN] = true;
  try {
    for (const initializer of plan.eager) initializer(instance);
  } catch (error) {
    (error as {inspect?: unknown}).inspect ??= instance.key;
    throw error;
  }
  for (const {key, entries, mustReset} of plan.properties) {
    const isGiven = props[key] !== undefined;
    if (!mustReset && !isGiven && !entries.some(([, property]) => property in props)) continue;
    const made = instance[key] as Signal;
    made.reset();
    if (isGiven) made(props[key]);
    for (const [part, property] of entries) if (property in props) made[part]!(props[property]);
  }
}

function planFor(prototype: Instance): Plan {
  const eager: Initializer[] = [];
  // A class that decorates a name of its base again makes the signal that counts.
  const lazy = new Map<string, Initializer>();
  const told = new Set<string>();
  for (const initializer of (prototype[INITIALIZERS] as readonly Initializer[] | undefined) ?? []) {
    const trial = ownInitializers().has(initializer.toString()) ? tried(initializer, prototype) : undefined;
    if (trial === undefined) eager.push(initializer);
    else lazy.set(trial.key, initializer);
    if (trial !== undefined && isToldOf(trial, prototype)) told.add(trial.key);
  }
  const properties = Object.entries(getPropertiesOf(prototype)).map(([key, {compoundEntries}]): Property => ({
    key,
    entries: compoundEntries ?? [],
    mustReset: !lazy.has(key) || told.has(key),
  }));
  for (const [key, initializer] of lazy) defineLazy(prototype, key, initializer);
  disposeOfWhatIsMade(prototype);
  return {eager, lazy: new Set(lazy.keys()), properties};
}

let known: ReadonlySet<string> | undefined;

/** The text of the initializers that only make a signal: those of Motion Canvas's own decorators. */
function ownInitializers(): ReadonlySet<string> {
  return (known ??= new Set([signal(), computed(), compound({}), filtersSignal()].map(decorate => {
    const target: Instance = {};
    (decorate as (target: object, key: string) => void)(target, 'any');
    return (target[INITIALIZERS] as readonly Initializer[])[0]!.toString();
  })));
}

interface Trial {
  readonly key: string;
  readonly made: Signal;
}

/** What an initializer makes, and under which name; found by letting it make one for nobody. */
function tried(initializer: Initializer, prototype: object): Trial | undefined {
  const made: [string | symbol, unknown][] = [];
  const nobody = new Proxy(Object.create(prototype) as Instance, {
    set(_target, key, value) {
      made.push([key, value]);
      return true;
    },
  });
  try {
    initializer(nobody);
  } catch {
    // It needs a whole node: then it shall have one, at once.
    return undefined;
  }
  const [first, ...more] = made;
  return first !== undefined && more.length === 0 && typeof first[0] === 'string' ? {key: first[0], made: first[1] as Signal} : undefined;
}

/** A signal made plainly already holds its initial value; setting it again is heard only by a setter of the node's own. */
function isToldOf({key, made: {context}}: Trial, prototype: Instance): boolean {
  const {setter, compoundEntries = []} = (getPropertiesOf(prototype)[key] ?? {}) as Partial<PropertyMetadata<unknown>>;
  const hasSetter = (name: string): boolean => `set${name[0]!.toUpperCase()}${name.slice(1)}` in prototype;
  if (setter !== undefined || [key, ...compoundEntries.map(([, property]) => property)].some(hasSetter)) return true;
  if (context instanceof CompoundSignalContext) return context.reset !== CompoundSignalContext.prototype.reset;
  return context.reset !== SignalContext.prototype.reset || context.set !== SignalContext.prototype.set;
}

const disposing = new WeakSet<object>();

/** To dispose of a signal that was never made there is nothing to do; a scene that is left behind should not make them all. */
function disposeOfWhatIsMade(prototype: Instance): void {
  let owner: Instance | null = prototype;
  while (owner !== null && !Object.hasOwn(owner, 'dispose')) owner = Object.getPrototypeOf(owner) as Instance | null;
  if (owner === null || disposing.has(owner)) return;
  disposing.add(owner);
  const dispose = owner.dispose as (this: Instance) => void;
  owner.dispose = function (this: Instance): void {
    const {properties} = this;
    this.properties = Object.fromEntries(Object.entries(properties as object).filter(([key]) => Object.hasOwn(this, key)));
    try {
      dispose.call(this);
    } finally {
      this.properties = properties;
    }
  };
}

/**
 * Puts an accessor in front of a name, for as long as a node has nothing of its own there. What stood there (the method
 * behind a computed value) is still what the class itself and `super` see.
 */
function defineLazy(prototype: Instance, key: string, initializer: Initializer): void {
  const base = Object.getPrototypeOf(prototype) as object;
  let own = Object.getOwnPropertyDescriptor(prototype, key);
  Object.defineProperty(prototype, key, {
    configurable: true,
    enumerable: false,
    get(this: Instance): unknown {
      // A node that has the signal never comes here by itself: it is a method that asks for that of its super class.
      if (Object.getPrototypeOf(this) === prototype && this[BEGUN] === true && !Object.hasOwn(this, key)) {
        initializer(this);
        return this[key];
      }
      return own === undefined ? Reflect.get(base, key, this) : own.get ? own.get.call(this) : own.value;
    },
    set(this: Instance, value: unknown): void {
      const property = {value, configurable: true, writable: true, enumerable: true};
      if (this === prototype) own = property;
      else Object.defineProperty(this, key, property);
    },
  });
}
