/**
 * Knows whether a scene would draw anything new.
 *
 * Motion Canvas's signals tell whoever read them that they changed. Drawing inside a collecting context reads every
 * signal that the picture depends on; while none of them has changed, the picture is the one that is on the canvas.
 */
import type {MotionCanvas} from './motionCanvas';

export interface DrawWatch {
  /** Draws and remembers what was read. */
  watch(draw: () => void): void;
  /** True where something that was read has changed since, or nothing was collected yet. */
  isDirty(): boolean;
  /** Lets go of what was read: the next picture counts as new. */
  forget(): void;
}

/** Creates a watch on the signals of one Motion Canvas. */
export function createDrawWatch(core: MotionCanvas['core']): DrawWatch {
  class Watch extends core.DependencyContext<unknown> {
    private fresh = true;

    public watch(draw: () => void): void {
      this.clearDependencies();
      this.startCollecting();
      try {
        draw();
      } finally {
        this.finishCollecting();
      }
      // Drawing sets the view's own clock, which it has just read.
      this.event.reset();
      this.fresh = false;
    }

    public isDirty(): boolean {
      return this.fresh || this.event.isRaised();
    }

    public forget(): void {
      this.fresh = true;
    }
  }
  return new Watch(null);
}
