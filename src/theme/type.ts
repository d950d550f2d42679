/** The measures of the page: the unit, safe areas, faces and sizes of type. All in pixels of the 1920x1080 design space. */

/** One unit: an eighth of the frame's height, 135 px. Spaces between groups are whole parts of it. */
export const u = 135;

/** The frame that scenes are designed in, whatever size is drawn. */
export const frame = {width: 1920, height: 1080} as const;

/** Half sizes of the areas that every screen shows: text stays in `title` (10 % off), figures in `action` (5 % off). */
export const safe = {
  title: {x: 0.4 * frame.width, y: 0.4 * frame.height},
  action: {x: 0.45 * frame.width, y: 0.45 * frame.height},
} as const;

/** Names of the bundled faces. */
export interface Faces {
  /** Running text, labels and headings. Its digits are equally wide. */
  readonly textFont: string;
  /** Numbers in figures. */
  readonly numberFont: string;
  /** Program code. */
  readonly codeFont: string;
  /** Chinese, Japanese and Korean text. */
  readonly cjkFont: string;
}

/** The bundled families of the house, one for each kind of text: the same in both themes. */
export const faces: Faces = {
  textFont: 'IBM Plex Sans',
  numberFont: 'IBM Plex Sans',
  codeFont: 'IBM Plex Mono',
  cjkFont: 'IBM Plex Sans SC',
};

/** Sizes of type. Nothing but axis ticks is smaller than `small`. */
export const size = {tick: 24, small: 28, body: 36, label: 40, heading: 56, statement: 68, title: 104} as const;
