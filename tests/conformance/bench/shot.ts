/** What both sides of the bench answer with: pictures and boxes of the same moments. */

/** A node's box, px: its size, and where it lies in the box of the layout around it (0 for what stands free). */
export type NodeBox = readonly [x: number, y: number, width: number, height: number];

/** One moment of a scene as one side drew it. */
export interface Shot {
  /** 0 … frames - 1; the last one shows where everything came to rest. */
  readonly frame: number;
  /** 8-bit RGBA rows from the top. */
  readonly pixels: Uint8Array;
  readonly boxes: readonly NodeBox[];
}

/** All moments of a scene on one side, or why there are none. */
export interface Take {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly shots: readonly Shot[];
  readonly error?: string;
}

/** Something to draw: a scene file or a project file. */
export interface Case {
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
  readonly kind: 'scene' | 'project';
  /** The folder of the project that it belongs to, absolute: addresses of assets start here. */
  readonly root: string;
}

/** How single scenes are drawn; projects bring their own settings. */
export const SCENE_SETTINGS = {size: {width: 960, height: 540}, fps: 30, background: '#141a22'} as const;

/**
 * Chooses the moments of a scene that are compared.
 *
 * @param frames - length of the scene
 * @param count - how many moments; the last frame is always one of them, the first one too where there is more than one
 * @returns ascending frames without doubles
 * @example momentsOf(31, 3)  // [0, 15, 30]
 */
export function momentsOf(frames: number, count: number): number[] {
  const last = frames - 1;
  const spread = Array.from({length: count}, (_, i) => Math.round(count === 1 ? last : (last * i) / (count - 1)));
  return [...new Set(spread)];
}
