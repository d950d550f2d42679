/**
 * Frees the memory of pictures that nobody holds any more, before the heap's own rules would.
 *
 * A picture's bytes lie outside V8's heap, held by a tiny young object. V8 knows how many there are, and answers every 64 MB
 * of them, eight frames at 1080p, with marking the whole heap: half of what a frame cost. A sweep of the young objects
 * alone frees the same bytes in half a millisecond.
 */
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

/** Two frames at 1080p: well under V8's own bound, and few sweeps for small pictures. */
const MOST_BYTES = 16 * 10 ** 6;

/** What outlives two sweeps is old, and only a marking frees it: now and then, rather than when the heap has grown. */
const SWEEPS_A_MARKING = 128;

export interface Nursery {
  /**
   * To be called before so many bytes outside the heap are handed out; sweeps when it is time. Before and not after: what
   * is still in use survives, and what survives twice is no longer young.
   */
  prepare(bytes: number): void;
}

type Collect = (order: {readonly type: 'minor' | 'major'}) => void;

/** Creates a count of bytes that starts at none. */
export function createNursery(collect: Collect = collector()): Nursery {
  let bytesOut = 0;
  let sweeps = 0;
  return {
    prepare(bytes) {
      if (bytesOut >= MOST_BYTES) {
        bytesOut = 0;
        collect({type: ++sweeps % SWEEPS_A_MARKING === 0 ? 'major' : 'minor'});
      }
      bytesOut += bytes;
    },
  };
}

/** V8's own collector, which Node shows only on demand; a flag set now makes it visible in contexts made from now on. */
function collector(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}
