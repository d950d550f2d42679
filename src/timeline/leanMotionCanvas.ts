/**
 * Makes Motion Canvas do less for the same picture, while it is bundled. In: the folders of its packages. Out: files in which
 * a few lines are said in another way.
 *
 * - A signal as published has a dozen closures, two sets, a dispatcher of two objects and a list of property descriptors,
 *   whether they are ever used or not. Here it makes what it needs when it needs it.
 * - A group that fades is drawn on a canvas of its own, and that canvas anew in each frame, because each node in it asks
 *   how visible it is in the end. A node that is drawn by its parent needs to know no more than its own opacity.
 * - The box of a node asks where it stands in the picture for the sake of a shadow that it may not have.
 *
 * What scenes see, and the order in which signals tell one another of a change, are the same. The lines are found by their
 * exact text. A version of Motion Canvas in which one of them reads otherwise is left alone.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';

/** A file of one of the packages, and what is said otherwise in it. */
interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What tells readers that a signal has changed; most have one reader. In place of a dispatcher with two objects and a set. */
const FLAG = `
class Flag {
    constructor() {
        this.value = false;
        this.first = undefined;
        this.others = undefined;
    }
    get subscribable() {
        return this;
    }
    raise() {
        if (this.value) return;
        this.value = true;
        const {first, others} = this;
        const rest = others === undefined || others.size === 0 ? undefined : [...others];
        if (first !== undefined) first();
        if (rest !== undefined) for (const handler of rest) handler();
    }
    reset() {
        this.value = false;
    }
    isRaised() {
        return this.value;
    }
    /** Returns whether the handler is new. */
    add(handler) {
        if (handler === this.first || this.others?.has(handler)) return false;
        if (this.first === undefined && !this.others?.size) this.first = handler;
        else (this.others ??= new Set()).add(handler);
        return true;
    }
    subscribe(handler) {
        this.add(handler);
        if (this.value) handler();
        return () => this.unsubscribe(handler);
    }
    unsubscribe(handler) {
        if (handler === this.first) this.first = undefined;
        else this.others?.delete(handler);
    }
    clear() {
        this.first = this.others = undefined;
    }
}
/** The methods of its context that a signal, which is a function, offers; bound when they are taken. */
export function signalPrototype(base, names) {
    const bound = name => ({get() {
        return this.context[name]?.bind(this.context);
    }});
    return Object.create(base, Object.fromEntries(names.map(name => [name, bound(name)])));
}
export const SIGNAL = signalPrototype(Function.prototype, ['toPromise']);
`;

const EDITS: readonly Edit[] = [
  {
    file: 'core/lib/signals/DependencyContext.js',
    from: importLine('FlagDispatcher', '../events'),
    to: FLAG,
  },
  {
    file: 'core/lib/signals/DependencyContext.js',
    from: `        this.dependencies = new Set();
        this.event = new FlagDispatcher();
        this.markDirty = () => this.event.raise();
        this.invokable = this.invoke.bind(this);
        Object.defineProperty(this.invokable, 'context', {
            value: this,
        });
        Object.defineProperty(this.invokable, 'toPromise', {
            value: this.toPromise.bind(this),
        });
`,
    to: `        this.dependencies = undefined;
        this.event = new Flag();
        this.markDirty = () => this.event.raise();
        this.invokable = this.invoke.bind(this);
        Object.setPrototypeOf(this.invokable, SIGNAL);
        Object.defineProperty(this.invokable, 'context', {
            value: this,
        });
`,
  },
  {
    file: 'core/lib/signals/DependencyContext.js',
    from: `        this.dependencies.forEach(dep => dep.unsubscribe(this.markDirty));
        this.dependencies.clear();
`,
    to: `        const { dependencies, markDirty } = this;
        if (dependencies === undefined) return;
        for (let i = 0; i < dependencies.length; i++) dependencies[i].unsubscribe(markDirty);
        dependencies.length = 0;
`,
  },
  {
    file: 'core/lib/signals/DependencyContext.js',
    from: `        const signal = DependencyContext.collectionStack.at(-1);
        if (signal) {
            signal.dependencies.add(this.event.subscribable);
            this.event.subscribe(signal.markDirty);
        }
`,
    to: `        const { collectionStack } = DependencyContext;
        if (collectionStack.length === 0) return;
        const signal = collectionStack[collectionStack.length - 1];
        const { event } = this;
        if (event.add(signal.markDirty)) (signal.dependencies ??= []).push(event);
        if (event.value) signal.markDirty();
`,
  },
  {
    file: 'core/lib/signals/SignalContext.js',
    from: importLine('DependencyContext', './DependencyContext'),
    to: `${importLine('DependencyContext, SIGNAL, signalPrototype', './DependencyContext')}export const VALUE_SIGNAL = signalPrototype(SIGNAL, ['reset', 'save', 'isInitial']);
const sameValue = value => value;
const NO_EXTENSIONS = {};
`,
  },
  {
    file: 'core/lib/signals/SignalContext.js',
    from: 'owner = undefined, parser = value => value, extensions = {}) {',
    to: 'owner = undefined, parser = sameValue, extensions = NO_EXTENSIONS) {',
  },
  {
    file: 'core/lib/signals/SignalContext.js',
    from: `        Object.defineProperty(this.invokable, 'reset', {
            value: this.reset.bind(this),
        });
        Object.defineProperty(this.invokable, 'save', {
            value: this.save.bind(this),
        });
        Object.defineProperty(this.invokable, 'isInitial', {
            value: this.isInitial.bind(this),
        });
`,
    to: '        Object.setPrototypeOf(this.invokable, VALUE_SIGNAL);\n',
  },
  {
    file: 'core/lib/signals/SignalContext.js',
    from: `        this.extensions = {
            getter: this.getter.bind(this),
            setter: this.setter.bind(this),
            tweener: this.tweener.bind(this),
            ...extensions,
        };
`,
    to: '        this.extensions = extensions;\n',
  },
  {
    file: 'core/lib/signals/SignalContext.js',
    from: '        this.extensions.setter(value);\n',
    to: `        const { setter } = this.extensions;
        if (setter === undefined) this.setter(value);
        else setter(value);
`,
  },
  {
    file: 'core/lib/signals/SignalContext.js',
    from: '        return this.extensions.getter();\n',
    to: `        const { getter } = this.extensions;
        return getter === undefined ? this.getter() : getter();
`,
  },
  {
    file: 'core/lib/signals/SignalContext.js',
    from: '        yield* this.extensions.tweener(value, duration, timingFunction, interpolationFunction);\n',
    to: `        const { tweener } = this.extensions;
        yield* tweener === undefined
            ? this.tweener(value, duration, timingFunction, interpolationFunction)
            : tweener(value, duration, timingFunction, interpolationFunction);
`,
  },
  {
    file: 'core/lib/signals/Vector2SignalContext.js',
    from: `        Object.defineProperty(this.invokable, 'edit', {
            value: this.edit.bind(this),
        });
        Object.defineProperty(this.invokable, 'mul', {
            value: this.mul.bind(this),
        });
        Object.defineProperty(this.invokable, 'div', {
            value: this.div.bind(this),
        });
        Object.defineProperty(this.invokable, 'add', {
            value: this.add.bind(this),
        });
        Object.defineProperty(this.invokable, 'sub', {
            value: this.sub.bind(this),
        });
        Object.defineProperty(this.invokable, 'dot', {
            value: this.dot.bind(this),
        });
        Object.defineProperty(this.invokable, 'cross', {
            value: this.cross.bind(this),
        });
        Object.defineProperty(this.invokable, 'mod', {
            value: this.mod.bind(this),
        });
`,
    to: '        Object.setPrototypeOf(this.invokable, VECTOR_SIGNAL);\n',
  },
  {
    file: 'core/lib/signals/Vector2SignalContext.js',
    from: 'export class Vector2SignalContext extends',
    to: `${importLine('signalPrototype', './DependencyContext')}${importLine('VALUE_SIGNAL', './SignalContext')}const VECTOR_SIGNAL = signalPrototype(VALUE_SIGNAL, ['edit', 'mul', 'div', 'add', 'sub', 'dot', 'cross', 'mod']);
export class Vector2SignalContext extends`,
  },
  {
    file: '2d/lib/utils/makeSignalExtensions.js',
    from: 'export function makeSignalExtensions(meta = {}, owner, name) {\n',
    to: `const hooks = new WeakMap();
/** The names of a class's methods for a property: most have none, and each node would look for three. */
function hooksOf(owner, name) {
    const prototype = Object.getPrototypeOf(owner);
    let known = hooks.get(prototype);
    if (known === undefined) hooks.set(prototype, (known = new Map()));
    let found = known.get(name);
    if (found === undefined) {
        const named = prefix => prefix + capitalize(name);
        const [setter, getter, tweener] = ['set', 'get', 'tween'].map(prefix => (named(prefix) in prototype ? named(prefix) : undefined));
        known.set(name, (found = {setter, getter, tweener}));
    }
    return found;
}
export function makeSignalExtensions(meta = {}, owner, name) {
`,
  },
  {
    file: '2d/lib/utils/makeSignalExtensions.js',
    from: "        const setter = meta.setter ?? owner?.[`set${capitalize(name)}`];\n",
    to: `        const hook = hooksOf(owner, name);
        const setter = meta.setter ?? (hook.setter && owner[hook.setter]);
`,
  },
  {
    file: '2d/lib/utils/makeSignalExtensions.js',
    from: "        const getter = meta.getter ?? owner?.[`get${capitalize(name)}`];\n",
    to: '        const getter = meta.getter ?? (hook.getter && owner[hook.getter]);\n',
  },
  {
    file: '2d/lib/utils/makeSignalExtensions.js',
    from: "        const tweener = meta.tweener ?? owner?.[`tween${capitalize(name)}`];\n",
    to: '        const tweener = meta.tweener ?? (hook.tweener && owner[hook.tweener]);\n',
  },
  {
    file: '2d/lib/components/Node.js',
    from: `        const matrix = this.compositeToLocal();
        const shadowOffset = this.shadowOffset().transform(matrix);
        const shadowBlur = transformScalar(this.shadowBlur(), matrix);
`,
    to: `        const offset = this.shadowOffset();
        const blur = this.shadowBlur();
        const hasShadow = offset.x !== 0 || offset.y !== 0 || blur !== 0;
        const matrix = hasShadow ? this.compositeToLocal() : undefined;
        const shadowOffset = hasShadow ? offset.transform(matrix) : offset;
        const shadowBlur = hasShadow ? transformScalar(blur, matrix) : 0;
`,
  },
  {
    file: '2d/lib/components/Node.js',
    from: `        if (this.absoluteOpacity() <= 0) {
            return;
        }
        context.save();
        this.transformContext(context);
        if (this.requiresCache()) {
`,
    to: `        // A parent that is being drawn is visible, and so is all that is around it.
        const opacity = drawn !== null && drawn === this.parent() ? this.opacity() : this.absoluteOpacity();
        if (opacity <= 0) {
            return;
        }
        const around = drawn;
        drawn = this;
        try {
            this.renderShown(context);
        }
        finally {
            drawn = around;
        }
    }
    renderShown(context) {
        context.save();
        this.transformContext(context);
        if (this.requiresCache()) {
`,
  },
  {
    file: '2d/lib/components/Node.js',
    from: 'let Node = Node_1 = class Node {\n',
    to: `/** The node whose drawing is under way. */
let drawn = null;
let Node = Node_1 = class Node {
`,
  },
];

/** As the published files write it. */
function importLine(names: string, file: string): string {
  return `import { ${names} } from '${file}';\n`;
}

/**
 * The files that are said otherwise, by absolute path.
 *
 * @param folders - where the packages are
 * @returns nothing where one of the lines is not in them
 */
export function leanSources(folders: Readonly<Record<'core' | '2d', string>>): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const {file, from, to} of EDITS) {
    const [name, ...rest] = file.split('/');
    const place = path.join(folders[name as 'core' | '2d'], ...rest);
    const contents = sources.get(place) ?? readFileSync(place, 'utf8');
    if (contents.split(from).length !== 2) return new Map();
    sources.set(place, contents.replace(from, () => to));
  }
  return sources;
}
