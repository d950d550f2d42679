/**
 * Computed values that take the better part of each frame.
 *
 * In: how long frames take. Out: the functions behind slow ones, with their measured share. The engine's own profiler is
 * asked, for a few frames of a scene that is slow anyway; a scene that is not slow is never looked at.
 */
import {Session, type Profiler} from 'node:inspector';

export interface HeavyFunction {
  /** The function's place in the form of a stack, `    at file:line:column`. */
  readonly stack: string;
  /** Of the time of the frames that were looked at, 0 to 1. */
  readonly share: number;
  readonly millisecondsPerFrame: number;
}

export interface SlowFrames {
  /** A frame is about to be painted. */
  begin(): void;
  /** It took so many milliseconds; what was found out, once. */
  end(milliseconds: number): readonly HeavyFunction[];
}

/** Frames that take longer are slow, ms: a film of them takes twice its own time at 30 frames a second. */
const SLOW_MS = 66;
/** Slow frames in a row before anything is done: the first ones of a scene load and compile. */
const PATIENCE = 8;
const PROFILED_FRAMES = 6;
const LEAST_SHARE = 0.4;
/** Of the processor's time a frame: a machine that does something else makes every frame slow, ms. */
const LEAST_MS = 20;

/**
 * Watches the frames of one scene.
 *
 * @param engine - Motion Canvas's folder: what its signals call is a computed value
 */
export function watchSlowFrames(engine: string): SlowFrames {
  let slow = 0;
  let profiled = 0;
  let before: NodeJS.CpuUsage | undefined;
  let session: Session | undefined;
  let isDone = false;
  return {
    begin() {
      if (isDone || session || slow < PATIENCE) return;
      session = startProfiler();
      before = process.cpuUsage();
    },
    end(spent) {
      slow = spent > SLOW_MS ? slow + 1 : 0;
      if (!session) return [];
      if (++profiled < PROFILED_FRAMES) return [];
      isDone = true;
      const {user, system} = process.cpuUsage(before);
      const profile = stopProfiler(session);
      session = undefined;
      return profile ? heavyFunctions(profile, engine, (user + system) / 1000 / profiled) : [];
    },
  };
}

function startProfiler(): Session {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', {interval: 500});
  session.post('Profiler.start');
  return session;
}

function stopProfiler(session: Session): Profiler.Profile | undefined {
  let profile: Profiler.Profile | undefined;
  session.post('Profiler.stop', (_, answer) => (profile = answer?.profile));
  session.disconnect();
  return profile;
}

/** Functions that Motion Canvas's signals call, each without the computed values that it asks for in turn. */
function heavyFunctions({nodes}: Profiler.Profile, engine: string, millisecondsPerFrame: number): HeavyFunction[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const ticks = new Map<string, number>();
  let all = 0;
  const visit = (node: Profiler.ProfileNode, above: Profiler.ProfileNode | undefined, owner: string | undefined): void => {
    const {functionName, url, lineNumber, columnNumber} = node.callFrame;
    const isComputed = above !== undefined && above.callFrame.url.includes(engine) && /^(getter|invoke)$/.test(above.callFrame.functionName) && !url.includes(engine) && url !== '';
    const mine = isComputed ? `    at ${url}:${lineNumber + 1}:${columnNumber + 1}` : owner;
    const hits = functionName === '(idle)' ? 0 : (node.hitCount ?? 0);
    all += hits;
    if (mine) ticks.set(mine, (ticks.get(mine) ?? 0) + hits);
    for (const id of node.children ?? []) visit(byId.get(id)!, node, mine);
  };
  visit(nodes[0], undefined, undefined);
  return [...ticks]
    .map(([stack, hits]) => ({stack, share: hits / Math.max(all, 1), millisecondsPerFrame: (hits / Math.max(all, 1)) * millisecondsPerFrame}))
    .filter(({share, millisecondsPerFrame: mine}) => share >= LEAST_SHARE && mine >= LEAST_MS);
}
