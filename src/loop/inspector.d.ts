/** The scene inspector of Motion Canvas's editor, which is published without types. */
declare module '@motion-canvas/2d/editor' {
  import type {Plugin} from '@motion-canvas/core';

  export default function inspector(): Plugin;
}
