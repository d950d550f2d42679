/**
 * The `<img>` of the stage: a Skia image that loads from the author's disk, at once.
 *
 * Decoding at once keeps frames a pure function of time: no frame is ever drawn while a picture is on its way.
 */
import {Image} from '@napi-rs/canvas';
import path from 'node:path';
import {AuthorError, ExitCode} from '../../author/authorError';
import {assetBytes} from './assetFile';
import {imageDefect} from './imageIntegrity';

type Listener = (event: {type: string; target: unknown}) => void;

const nativeSrc = Object.getOwnPropertyDescriptor(Image.prototype, 'src')!;

/** Creates the image class of a stage whose project lives in `root` (absolute folder). */
export function createImageClass(root: string): new (width?: number, height?: number) => Image {
  class StageImage extends Image {
    public crossOrigin: string | null = null;

    /** The image is complete before anyone can listen, so only late `load` listeners are answered. */
    public addEventListener(type: string, listener: Listener): void {
      if (type === 'load' && this.complete) queueMicrotask(() => listener({type, target: this}));
    }

    public removeEventListener(): void {
      // Nothing is ever kept by addEventListener.
    }
  }
  const addresses = new WeakMap<object, string>();
  Object.defineProperty(StageImage.prototype, 'src', {
    configurable: true,
    get(this: StageImage) {
      return addresses.get(this) ?? '';
    },
    set(this: StageImage, address: string) {
      addresses.set(this, address);
      if (address !== '') decode(this, address, root);
    },
  });
  return StageImage;
}

function decode(image: Image, address: string, root: string): void {
  const bytes = assetBytes(address, root);
  const defect = imageDefect(bytes);
  if (defect) throw broken(address, defect);
  nativeSrc.set!.call(image, bytes);
  if (image.naturalWidth === 0) throw broken(address, 'it is no PNG, JPEG, WebP, GIF, AVIF or SVG that can be decoded');
}

function broken(address: string, why: string): AuthorError {
  const name = address.startsWith('data:') ? `${address.slice(0, 40)}…` : path.basename(new URL(address, 'file:///').pathname);
  return new AuthorError(`Cannot decode ${name}: ${why}`, {exitCode: ExitCode.asset, fix: 'export the picture again'});
}
