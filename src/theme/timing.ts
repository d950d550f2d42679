/** How long things take, in seconds. Scenes name the kind of motion instead of typing a number. */
export const seconds = {
  /** A highlight, a colour change. */
  short: 0.4,
  /** Something enters, leaves or moves. */
  standard: 1,
  /** A move of the camera. */
  camera: 3,
  /** The rest after a new idea, at least. */
  rest: 0.5,
} as const;

/** Share of one member's time after which the next of its group sets out. */
export const lagRatio = 0.1;
