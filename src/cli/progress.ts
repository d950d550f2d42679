/** What is seen while a film renders: a bar for people at a terminal, nothing for scripts. */
import {SingleBar} from 'cli-progress';
import pc from 'picocolors';
import type {RenderEvents} from '../farm/renderFilm';

export interface Progress {
  readonly events: RenderEvents;
  stop(): void;
}

/** Starts a display of a render; stopping it twice does no harm. */
export function showProgress(title: string, {quiet, json}: {readonly quiet?: boolean; readonly json?: boolean}): Progress {
  if (quiet || json || !process.stderr.isTTY) return {events: {}, stop: () => undefined};
  const bar = new SingleBar({
    stream: process.stderr,
    hideCursor: true,
    barCompleteChar: '━',
    barIncompleteChar: ' ',
    format: `${pc.bold(title)}  {bar}  {value}/{total} frames  {rate} fps  {left}`,
  });
  let started = 0;
  let done = 0;
  let cached = 0;
  const payload = (total: number) => {
    const rate = (done - cached) / Math.max((performance.now() - started) / 1000, 0.001);
    const left = rate > 0 ? `${Math.ceil((total - done) / rate)} s left` : '';
    return {rate: rate.toFixed(0), left};
  };
  return {
    events: {
      planned({frames, cachedFrames}) {
        started = performance.now();
        done = cached = cachedFrames;
        bar.start(frames, cachedFrames, payload(frames));
      },
      frames(count) {
        done += count;
        bar.update(done, payload(bar.getTotal()));
      },
    },
    stop: () => bar.stop(),
  };
}
