/** A small picture of square pixels, each as bright as its number. */
import {Layout, Rect} from '@motion-canvas/2d';
import {rampColor, theme} from 'lectern';

export interface PixelPictureProps {
  ref?: (picture: Layout) => void;
  /** Brightness of every pixel, row by row, 0 to 1; a square number of them. Read again whenever it changes. */
  pixels: () => readonly number[];
  /** Pixels of the stage on a side. */
  side: number;
  x?: number;
  y?: number;
  opacity?: number;
}

/** @example const pixels = createSignal(pixelsOf('ship')); <PixelPicture pixels={pixels} side={340} />; yield* pixels(pixelsOf('gull'), 0.4); */
export function PixelPicture({ref, pixels, side, x, y, opacity}: PixelPictureProps) {
  const across = Math.round(Math.sqrt(pixels().length));
  const pitch = side / across;
  const place = (line: number) => (line - (across - 1) / 2) * pitch;
  return (
    <Layout ref={ref} x={x} y={y} size={side} opacity={opacity}>
      {pixels().map((_, index) => (
        <Rect
          position={[place(index % across), place(Math.floor(index / across))]}
          size={pitch * 0.93}
          radius={pitch * 0.1}
          fill={() => rampColor({low: theme().panel, high: theme().ramps.data.high}, pixels()[index])}
        />
      ))}
    </Layout>
  );
}
