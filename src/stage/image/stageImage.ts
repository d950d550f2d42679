/**
 * The `<img>` of the stage: a Skia image that loads from the author's disk, at once.
 *
 * Decoding at once keeps frames a pure function of time: no frame is ever drawn while a picture is on its way.
 */
import {Image, type SKRSContext2D} from '@napi-rs/canvas';
import path from 'node:path';
import {AuthorError, ExitCode} from '../../author/authorError';
import {DRAWABLE, type Placement} from '../canvas/drawables';
import {assetBytes} from './assetFile';
import {iconSvg} from './iconFile';
import {imageDefect, isJpeg} from './imageIntegrity';
import {jpegPicture, type JpegPicture} from './jpegPicture';
import {svgPicture, type SvgPicture} from './svgPicture';

type Listener = (event: {type: string; target: unknown}) => void;

const nativeSrc = Object.getOwnPropertyDescriptor(Image.prototype, 'src')!;

/** Told of a picture that cannot be loaded: Motion Canvas would log what is thrown at it, and draw on. */
export type OnAssetFailure = (error: unknown, address: string) => void;

export interface ImageOptions {
  /** The project's folder, absolute. */
  readonly root: string;
  /**
   * Draw small JPEGs as a browser does, from smaller pictures. They are read twice then, and a picture that shrinks
   * through half its size changes by a few levels at once: right for comparing, not for films.
   */
  readonly scalesJpegs: boolean;
}

/** Creates the image class of a stage. */
export function createImageClass({root, scalesJpegs}: ImageOptions, onFailure: OnAssetFailure): new (width?: number, height?: number) => Image {
  class StageImage extends Image {
    public crossOrigin: string | null = null;
    /** Set for vector pictures, which draw themselves. */
    public svg: SvgPicture | null = null;
    /** Set for JPEGs that draw themselves where they are small. */
    public jpeg: JpegPicture | null = null;

    public [DRAWABLE](context: SKRSContext2D, placement: Placement | null) {
      if (this.jpeg && placement) return this.jpeg.draw(context, placement) ? (true as const) : null;
      if (!this.svg) return null;
      if (placement === null) return this.svg.pixels();
      this.svg.draw(context, placement);
      return true as const;
    }

    /** The image is complete before anyone can listen, so only late `load` listeners are answered. */
    public addEventListener(type: string, listener: Listener): void {
      if (type === 'load' && this.complete) queueMicrotask(() => listener({type, target: this}));
    }

    public removeEventListener(): void {
      // Nothing is ever kept by addEventListener.
    }
  }
  for (const side of ['width', 'height'] as const) {
    const name = side === 'width' ? 'naturalWidth' : 'naturalHeight';
    const {get} = Object.getOwnPropertyDescriptor(Image.prototype, name)!;
    Object.defineProperty(StageImage.prototype, name, {
      configurable: true,
      get(this: StageImage) {
        return this.svg?.[side] ?? (get!.call(this) as number);
      },
    });
  }
  const addresses = new WeakMap<object, string>();
  Object.defineProperty(StageImage.prototype, 'src', {
    configurable: true,
    get(this: StageImage) {
      return addresses.get(this) ?? '';
    },
    set(this: StageImage, address: string) {
      addresses.set(this, address);
      this.svg = null;
      this.jpeg = null;
      if (address === '') return;
      try {
        const bytes = imageBytes(address, root);
        decode(this, bytes, address);
        if (isSvg(bytes)) this.svg = svgPicture(bytes.toString('utf8'));
        if (scalesJpegs && isJpeg(bytes)) this.jpeg = jpegPicture(bytes, {width: this.naturalWidth, height: this.naturalHeight});
      } catch (error) {
        onFailure(error, address);
      }
    },
  });
  return StageImage;
}

function imageBytes(address: string, root: string): Buffer {
  const icon = iconSvg(address, root);
  return icon === null ? assetBytes(address, root) : Buffer.from(icon);
}

function isSvg(bytes: Buffer): boolean {
  const start = bytes.toString('utf8', 0, 1024).trimStart();
  return start.startsWith('<') && start.includes('<svg');
}

function decode(image: Image, bytes: Buffer, address: string): void {
  const defect = imageDefect(bytes);
  if (defect) throw broken(address, defect);
  nativeSrc.set!.call(image, bytes);
  if (image.naturalWidth === 0) throw broken(address, 'it is no PNG, JPEG, WebP, GIF, AVIF or SVG that can be decoded');
}

function broken(address: string, why: string): AuthorError {
  const name = address.startsWith('data:') ? `${address.slice(0, 40)}…` : path.basename(new URL(address, 'file:///').pathname);
  return new AuthorError(`Cannot decode ${name}: ${why}`, {exitCode: ExitCode.asset, fix: 'export the picture again'});
}
