/**
 * The mistakes that Motion Canvas plays without a word.
 *
 * In: a scene that is run once, without drawing. Out: warnings at the author's lines, in the order of the film. Only what is
 * hardly ever meant is told: a second animation beside the first, a tween that goes on for the rest of the scene and a
 * component that wraps its children are all good practice.
 */
import type {Node} from '@motion-canvas/2d';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {AuthorError, type FilmMoment, type SourcePosition} from '../../author/authorError';
import {nodePath} from '../../author/nodePath';
import {sourceOf} from '../../author/nodeSources';
import type {MotionCanvas} from '../motionCanvas';
import {callStanding, endlessLoops, idleWaits} from './callStanding';
import {ChildMistakes, type ChildSuspicion} from './childMistakes';
import {NumberMistakes, propertyName, type NumberSuspicion} from './numberMistakes';
import {listenToScenes, type Signal} from './sceneListener';
import type {SceneWarning} from './sceneWarning';
import {TweenMistakes, type TweenSuspicion} from './tweenMistakes';

/** What the driver knows of the scene that is run. */
export interface SceneRun {
  /** The scene's own file, absolute. */
  readonly file?: string;
  readonly root: string;
  /** Frame that the scene is at. */
  readonly frame: () => number;
  readonly momentOf: (frame: number) => FilmMoment;
  /** The author's line that a stack leads to. */
  readonly placeOf: (made: Error) => SourcePosition | undefined;
}

export interface MistakeWatch {
  /** The scene is about to go on to its next frame, or has ended. */
  frameEnded(): void;
  /** Motion Canvas has warned of something. */
  warned(message: string): void;
  /**
   * What was found, once the scene has come to its end.
   *
   * @throws AuthorError "Cannot draw …: x is NaN" for a node that cannot be drawn
   */
  warnings(): readonly SceneWarning[];
  stop(): void;
}

/** What a scene sets in one frame takes milliseconds; this much takes several seconds, and is a loop. */
const MOST_SETS = 5_000_000;

/**
 * Watches what scenes do from now on, until it is stopped.
 *
 * @throws AuthorError "Cannot play scene …: a loop … never ends" at once, or from within the scene that is caught in one
 */
export function watchForMistakes(motionCanvas: MotionCanvas, run: SceneRun): MistakeWatch {
  refuseEndlessLoops(run);
  let sets = 0;
  const tweens = new TweenMistakes(run.frame);
  const children = new ChildMistakes(run.frame);
  const numbers = new NumberMistakes(run.frame, () => tweens.currentChain);
  listenToScenes(motionCanvas, {
    chainMade: (chain, signal) => tweens.chainMade(chain, signal),
    tweenMade: (chain, signal, seconds, steps) => tweens.tweenMade(chain, signal, seconds, steps),
    childrenGiven: (parent, nodes, how) => children.childrenGiven(parent, nodes, how),
    valueSet(signal, value) {
      if (++sets > MOST_SETS) throw endlessLoop(run);
      numbers.valueSet(signal, value);
    },
  });
  return {
    frameEnded() {
      sets = 0;
      children.frameEnded();
      numbers.frameEnded();
    },
    warned(message) {
      const lerp = /^Attempting to lerp (.+) -> (.+) may result/.exec(message);
      if (lerp) tweens.lerpFailed(lerp[1], lerp[2]);
    },
    warnings() {
      this.frameEnded();
      const found = [
        ...tweens.suspicions().flatMap(suspicion => tweenWarning(suspicion, run) ?? []),
        ...children.suspicions().map(suspicion => childWarning(suspicion, run)),
        ...numbers.suspicions().map(suspicion => numberWarning(suspicion, run)),
        ...waitWarnings(run),
      ];
      return onePerPlace(found).sort((a, b) => (a.moment.frame ?? 0) - (b.moment.frame ?? 0));
    },
    stop: () => listenToScenes(motionCanvas, null),
  };
}

function tweenWarning(suspicion: TweenSuspicion, run: SceneRun): SceneWarning | undefined {
  const moment = run.momentOf(suspicion.frame);
  if (suspicion.kind === 'overlap') {
    const positions = [suspicion.second, suspicion.first].flatMap(({made}) => run.placeOf(made) ?? []);
    // Where a library makes one of them, it may well know why.
    if (positions.length < 2) return undefined;
    const {name, node} = told(suspicion.signal);
    return {
      rule: 'tweens-overlap', positions, moment, node,
      message: `Two tweens move ${name} at the same time: each frame shows only the one that comes last`,
      fix: 'play them one after the other (yield*, chain, .to()), or animate another property',
    };
  }
  const {chain} = suspicion;
  const at = run.placeOf(chain.made);
  if (!at) return undefined;
  const {name, node} = told(chain.signal);
  if (suspicion.kind === 'unset') {
    const {from, to} = suspicion;
    const isUnset = from === 'undefined' || from === 'null';
    return {
      rule: 'tween-unset', positions: [at], moment, node,
      message: `The tween of ${name} from ${from} to ${to} has nothing in between: the value jumps at its end`,
      fix: isUnset ? 'give the signal a value first, e.g. createSignal(0)' : `look where the value of this tween comes from: it is ${to}`,
    };
  }
  return unfinishedWarning(suspicion, at, {name, node, run});
}

function unfinishedWarning(
  {chain, frame}: Extract<TweenSuspicion, {kind: 'unfinished'}>,
  at: SourcePosition,
  {name, node, run}: {readonly name: string; readonly node?: string; readonly run: SceneRun},
): SceneWarning | undefined {
  const source = textOf(run, at.file);
  const standing = source === undefined ? 'held' : callStanding(source, at);
  const common = {positions: [at], moment: run.momentOf(frame), node};
  if (standing === 'unplayed' && chain.playedFrames === 0) {
    return {...common, rule: 'tween-unplayed', message: `The tween of ${name} is never played: this line only makes it`, fix: 'write yield* before it'};
  }
  if (standing !== 'background') return undefined;
  return {
    ...common,
    rule: 'yield-without-star',
    message: `The tween of ${name} ${chain.playedFrames <= 1 ? 'is never seen' : `is cut off before its ${chain.seconds} s are over`}: yield plays it in the background, and the scene ends`,
    fix: 'write yield* to wait for it',
  };
}

function childWarning({kind, frame, node, parent, formerParent, made}: ChildSuspicion, run: SceneRun): SceneWarning {
  const path = nodePath(node);
  const isTwice = kind === 'twice';
  return {
    rule: 'node-twice',
    positions: [run.placeOf(made) ?? sourceOf(node)].filter(at => at !== undefined),
    moment: run.momentOf(frame),
    node: path,
    message: isTwice
      ? `${nameOf(node)} is given to ${nameOf(parent)} twice, and is painted twice`
      : `${nameOf(node)} is given to ${nameOf(parent)} and leaves ${nameOf(formerParent)}, where it was put just before: a node is in one place at a time`,
    fix: isTwice ? 'add it once; moveToTop() brings it to the front' : 'make another node, e.g. node.clone(), or move it with reparent()',
  };
}

function numberWarning({frame, node, property, hidesNode, chain, made}: NumberSuspicion, run: SceneRun): SceneWarning {
  const at = run.placeOf(chain?.made ?? made) ?? sourceOf(node);
  const where = {moment: run.momentOf(frame), node: nodePath(node)};
  const fix = 'look for a division by zero, an empty list, or a value that was read before it was set';
  if (hidesNode) throw new AuthorError(`Cannot draw ${node.key}: ${property} is NaN`, {...where, at: at && [at], fix});
  return {...where, rule: 'not-a-number', positions: at ? [at] : [], message: `${property} of ${nameOf(node)} is set to NaN, and is left out of the drawing`, fix};
}

function refuseEndlessLoops(run: SceneRun): void {
  const source = run.file === undefined ? undefined : textOf(run, run.file);
  const [loop] = source === undefined ? [] : endlessLoops(source);
  if (loop) throw endlessLoop(run, {file: fileOf(run), ...loop});
}

function endlessLoop(run: SceneRun, at?: SourcePosition): AuthorError {
  const {scene} = run.momentOf(0);
  return new AuthorError(`Cannot play scene "${scene}": a loop goes round for ever within one frame`, {
    at,
    moment: run.momentOf(run.frame()),
    fix: 'let each round take time, with yield* on an animation or waitFor(seconds), or end the loop',
  });
}

function fileOf({file, root}: SceneRun): string {
  return path.relative(root, file!).split(path.sep).join('/');
}

function waitWarnings(run: SceneRun): SceneWarning[] {
  const source = run.file === undefined ? undefined : textOf(run, run.file);
  if (source === undefined) return [];
  const file = fileOf(run);
  return idleWaits(source).map(({call, line, column}) => ({
    rule: 'yield-without-star',
    positions: [{file, line, column}],
    moment: {scene: run.momentOf(0).scene},
    message: `Nothing waits here: yield runs ${call} in the background`,
    fix: `write yield* ${call}`,
  }));
}

/** A signal as the author calls it, and the node that has it. */
function told(signal: Signal): {readonly name: string; readonly node?: string} {
  const {owner} = signal as unknown as {owner?: Node};
  if (!owner || !('view2D' in owner)) return {name: 'a signal'};
  return {name: `${propertyName(owner, signal)} of ${nameOf(owner)}`, node: nodePath(owner)};
}

function nameOf(node: Node): string {
  return node === (node as unknown as {view2D: Node}).view2D ? 'the view' : node.key.replace(/^.*\//, '');
}

function textOf({root}: SceneRun, file: string): string | undefined {
  const place = path.resolve(root, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}

/** A line in a loop makes its mistake many times, and is told of once. */
function onePerPlace(warnings: readonly SceneWarning[]): SceneWarning[] {
  const keyOf = ({rule, positions, message}: SceneWarning) => JSON.stringify([rule, positions.length > 0 ? positions : message]);
  return [...new Map([...warnings].reverse().map(warning => [keyOf(warning), warning])).values()];
}
