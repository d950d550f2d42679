/**
 * What goes wrong with tweens: two that pull at one signal, one that begins or ends at nothing, and ones that are never
 * played, or cut off. In: what the listener hears. Out: suspicions, each with the stack of the call that made the tween.
 */
import type {Signal, TweenChain} from './sceneListener';

/** A chain of tweens, numbered as the scene made them. */
export interface HeardChain {
  readonly ordinal: number;
  readonly signal: Signal;
  readonly frame: number;
  /** The call that made it. */
  readonly made: Error;
  seconds: number;
  playedFrames: number;
  isFinished: boolean;
}

export type TweenSuspicion =
  | {readonly kind: 'overlap'; readonly frame: number; readonly first: HeardChain; readonly second: HeardChain; readonly signal: Signal}
  | {readonly kind: 'unset'; readonly frame: number; readonly chain: HeardChain; readonly from: string; readonly to: string}
  | {readonly kind: 'unfinished'; readonly frame: number; readonly chain: HeardChain};

/** A tween while it is played. */
interface Playing {
  readonly chain: HeardChain;
  /** The signals that it moves: its own, and the parts of a compound one such as `position`. */
  readonly signals: readonly Signal[];
  lastFrame: number;
  /** Frames in which another tween moved the same signal. */
  readonly shared: Map<Playing, number>;
}

/** Longer ones are ambience, which an author may well let run into the end of the scene, seconds. */
const LONGEST_GESTURE = 2;

export class TweenMistakes {
  private readonly chains: HeardChain[] = [];
  private readonly chainOf = new WeakMap<TweenChain, HeardChain>();
  private readonly playing = new Map<Signal, Set<Playing>>();
  private readonly found: TweenSuspicion[] = [];
  private current: Playing | undefined;

  public constructor(private readonly frame: () => number) {}

  /** The chain whose tween is being played at this very moment. */
  public get currentChain(): HeardChain | undefined {
    return this.current?.chain;
  }

  public chainMade(chain: TweenChain, signal: Signal): void {
    const heard = {ordinal: this.chains.length, signal, frame: this.frame(), made: new Error(), seconds: 0, playedFrames: 0, isFinished: false};
    this.chains.push(heard);
    this.chainOf.set(chain, heard);
  }

  public tweenMade(chain: TweenChain | undefined, signal: Signal, seconds: number, steps: Generator): Generator {
    const heard = chain && this.chainOf.get(chain);
    if (!heard) return steps;
    heard.seconds += seconds;
    heard.isFinished = false;
    return this.played({chain: heard, signals: partsOf(signal), lastFrame: -1, shared: new Map()}, steps);
  }

  /** Motion Canvas warns of values between which there is nothing. */
  public lerpFailed(from: string, to: string): void {
    const chain = this.current?.chain;
    if (!chain || this.found.some(other => other.kind === 'unset' && other.chain === chain)) return;
    this.found.push({kind: 'unset', frame: this.frame(), chain, from, to});
  }

  /** What is suspicious once the scene has come to its end. */
  public suspicions(): readonly TweenSuspicion[] {
    // A tween that was cut off while it went shows in the picture; a short one hardly was meant to.
    const unfinished = this.chains.filter(chain => !chain.isFinished && (chain.playedFrames <= 1 || chain.seconds <= LONGEST_GESTURE));
    return [...this.found, ...unfinished.map(chain => ({kind: 'unfinished' as const, frame: chain.frame, chain}))];
  }

  private *played(tween: Playing, steps: Generator): Generator {
    for (const signal of tween.signals) (this.playing.get(signal) ?? this.playing.set(signal, new Set()).get(signal)!).add(tween);
    try {
      for (let answer: unknown; ; ) {
        const outer = this.current;
        this.current = tween;
        const {done, value} = steps.next(answer);
        this.current = outer;
        if (done) break;
        this.stepped(tween);
        answer = yield value;
      }
      tween.chain.isFinished = true;
    } finally {
      for (const signal of tween.signals) this.playing.get(signal)?.delete(tween);
      steps.return(undefined);
    }
  }

  private stepped(tween: Playing): void {
    tween.lastFrame = this.frame();
    tween.chain.playedFrames++;
    for (const signal of tween.signals) {
      for (const other of this.playing.get(signal)!) {
        if (other === tween || other.lastFrame !== tween.lastFrame || other.chain === tween.chain) continue;
        const frames = (tween.shared.get(other) ?? 0) + 1;
        tween.shared.set(other, frames);
        // One shared frame is where a tween takes over from another.
        if (frames + (other.shared.get(tween) ?? 0) === 2) this.overlap(other, tween, signal);
      }
    }
  }

  private overlap(a: Playing, b: Playing, signal: Signal): void {
    const [first, second] = a.chain.ordinal < b.chain.ordinal ? [a.chain, b.chain] : [b.chain, a.chain];
    const isKnown = this.found.some(other => other.kind === 'overlap' && other.first === first && other.second === second);
    if (!isKnown) this.found.push({kind: 'overlap', frame: this.frame() - 1, first, second, signal});
  }
}

function partsOf(signal: Signal): Signal[] {
  const {signals = []} = signal as unknown as {signals?: readonly (readonly [string, {context: Signal}])[]};
  return [signal, ...signals.map(([, {context}]) => context)];
}
