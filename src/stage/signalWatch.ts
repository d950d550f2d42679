/** Watches the signals that a piece of work reads, and says when one of them has changed. */

type Core = typeof import('@motion-canvas/core');

export interface SignalWatch {
  /** Runs the work and remembers every signal that it reads, in place of what was remembered before. */
  collect<T>(work: () => T): T;
  /** True once a signal that was read has changed. */
  readonly isRaised: boolean;
  /** Forgets the signals. */
  release(): void;
}

/** Creates a watch on the signals of one Motion Canvas. */
export function createSignalWatch(core: Core): SignalWatch {
  class Watch extends core.DependencyContext<unknown> {
    public get isRaised(): boolean {
      return this.event.isRaised();
    }

    // Not named "collect" inside: Motion Canvas's contexts have a method of that name with another meaning.
    public gather<T>(work: () => T): T {
      this.startCollecting();
      try {
        return work();
      } finally {
        this.finishCollecting();
        this.event.reset();
      }
    }

    public release(): void {
      this.clearDependencies();
      this.event.reset();
    }
  }
  const watch = new Watch(null);
  return {
    collect(work) {
      watch.release();
      return watch.gather(work);
    },
    get isRaised() {
      return watch.isRaised;
    },
    release: () => watch.release(),
  };
}
