/**
 * Knows whether a scene would draw anything new, so that still seconds cost nothing.
 *
 * Two questions, the cheap one first. Has any signal been set since the last drawing (counted in one place)? If not, the
 * scene is drawn once more while everything that it reads is collected; from then on the picture is known to stand until
 * one of those signals changes. Moving scenes never pay for the collecting.
 *
 * Nodes whose class draws by code of its own may read anything; scenes that show one are drawn every time, unless the
 * class, or one that it extends, says that it draws from signals alone (a static property under
 * `Symbol.for('lectern.drawsFromSignals')`).
 */
import type {Node} from '@motion-canvas/2d';
import {ownDrawingOf} from '../stage/canvas/ownDrawing';
import type {MotionCanvas} from './motionCanvas';

export interface DrawWatch {
  /** Draws, and takes note of what the picture hangs on. */
  watch(draw: (isCollecting: boolean) => void): void;
  /** True where the next drawing may differ from the last one. */
  isDirty(): boolean;
  /** Lets go of the last picture: the next one counts as new. */
  forget(): void;
}

/** What the patched classes count, for one copy of Motion Canvas. */
interface Counters {
  /** How many times a signal was given another value, clocks apart. */
  changes: number;
  /** Whether a node that draws by code of its own has been drawn since this was last cleared. */
  sawOwnDrawing: boolean;
}

const patched = new WeakMap<object, Counters>();

/** Creates a watch on the signals of one Motion Canvas. Scenes must be created after this. */
export function createDrawWatch({core, twoD}: MotionCanvas): DrawWatch {
  const counters = patched.get(core) ?? patch(core, twoD);

  class Watch extends core.DependencyContext<unknown> implements DrawWatch {
    private seen = -1;
    private collecting = false;

    public watch(draw: (isCollecting: boolean) => void): void {
      counters.sawOwnDrawing = false;
      const quiet = counters.changes === this.seen;
      this.clearDependencies();
      if (quiet) this.collectWhile(() => draw(true));
      else draw(false);
      // Drawing sets the view's own clock, which it has just read.
      this.event.reset();
      this.collecting = quiet && !counters.sawOwnDrawing;
      this.seen = counters.changes;
    }

    public isDirty(): boolean {
      return !this.collecting || this.event.isRaised();
    }

    public forget(): void {
      this.seen = -1;
      this.collecting = false;
    }

    private collectWhile(draw: () => void): void {
      this.startCollecting();
      try {
        draw();
      } finally {
        this.finishCollecting();
      }
    }
  }
  return new Watch(null);
}

function patch(core: MotionCanvas['core'], twoD: MotionCanvas['twoD']): Counters {
  const counters: Counters = {changes: 0, sawOwnDrawing: false};
  patched.set(core, counters);
  const signals = core.SignalContext.prototype as unknown as {current: unknown; owner: unknown; setter(value: unknown): unknown};
  const setter = signals.setter;
  signals.setter = function (value) {
    const before = this.current;
    const result = setter.call(this, value);
    if (this.current !== before && !isViewClock(this)) counters.changes++;
    return result;
  };
  // A thread counts its seconds in a signal, too; what reads it is noticed by collecting.
  const threads = core.Thread.prototype as unknown as {update(seconds: number): void};
  const update = threads.update;
  threads.update = function (seconds) {
    const {changes} = counters;
    update.call(this, seconds);
    counters.changes = changes;
  };
  const isOwnDrawing = ownDrawingOf(twoD);
  const render = twoD.Node.prototype.render;
  twoD.Node.prototype.render = function (this: Node, context) {
    if (isOwnDrawing(this)) counters.sawOwnDrawing = true;
    render.call(this, context);
  };
  return counters;
}

/** Each frame sets the view's time; only what reads it changes with it, and that is noticed by collecting. */
function isViewClock(signal: {owner: unknown}): boolean {
  const view = signal.owner as {view2D?: unknown; globalTime?: {context: unknown}; playbackState?: {context: unknown}} | undefined;
  if (!view || view.view2D !== view) return false;
  return signal === view.globalTime?.context || signal === view.playbackState?.context;
}
