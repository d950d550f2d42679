/**
 * A picture cut into blocks that spread apart: the tokens of an image.
 */
import {colorSignal, Img, initial, nodeName, Rect} from '@motion-canvas/2d';
import type {ImgProps, Node} from '@motion-canvas/2d';
import {linear, Vector2} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, smooth, thereAndBack, type Easing} from '../math/easing';
import {theme} from '../theme/theme';
import {numberSignal} from './pointSignal';

export interface ImageBlocksProps extends ImgProps {
  /** Blocks along the width, at least 1; default 13. */
  columns?: SignalValue<number>;
  /** Blocks along the height; default 13. */
  rows?: SignalValue<number>;
  /** Air between blocks as a share of a block: 0 is the whole picture, 1 doubles it; default 0. */
  spread?: SignalValue<number>;
  lightColor?: SignalValue<PossibleColor>;
  /** Time of a light that visits the blocks in reading order, 0 to 1; default 0. */
  progress?: SignalValue<number>;
}

/** Share of the whole time that the light of one block takes. */
const lightOfBlock = 0.08;

/**
 * A picture cut into blocks that part and are looked at in turn. Its size is that of the whole picture before it spreads.
 *
 * @throws RangeError 'Cannot draw ImageBlocks: "columns" is 0, at least 1 is needed'
 * @example
 * <ImageBlocks ref={photo} src={tree} width={520} columns={13} rows={13} />;
 * yield* photo().part(1, 0.6);  // blocks stand 0.6 of their width apart
 * yield* photo().flash(3);      // one after another lights up
 * yield* laggedStart(photo().blocks(view), (block, seconds, i) => block.position(places[i], seconds));  // they leave
 */
@nodeName('ImageBlocks')
export class ImageBlocks extends Img {
  @initial(13)
  @numberSignal()
  public declare readonly columns: SimpleSignal<number, this>;

  @initial(13)
  @numberSignal()
  public declare readonly rows: SimpleSignal<number, this>;

  @initial(0)
  @numberSignal()
  public declare readonly spread: SimpleSignal<number, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly lightColor: ColorSignal<this>;

  @initial(0)
  @numberSignal()
  public declare readonly progress: SimpleSignal<number, this>;

  public constructor(props: ImageBlocksProps) {
    super(props);
  }

  /** Moves the blocks apart. */
  public *part(seconds = 1, spread = 0.6, easing: Easing = smooth): ThreadGenerator {
    yield* this.spread(spread, seconds, easing);
  }

  /** Lights up the blocks in reading order. */
  public *flash(seconds = 3): ThreadGenerator {
    this.progress(0);
    yield* this.progress(1, seconds, linear);
  }

  /** Middle of a block in the node's own pixels. */
  public blockAt(row: number, column: number): Vector2 {
    const [columns, rows] = this.counts();
    const pitch = 1 + this.spread();
    return new Vector2(
      (column - (columns - 1) / 2) * (this.width() / columns) * pitch,
      (row - (rows - 1) / 2) * (this.height() / rows) * pitch,
    );
  }

  /**
   * Puts each block into `parent` as a picture of its own that stands where the block stands: they can go their own ways.
   *
   * @returns in reading order; this picture stays as it is
   */
  public blocks(parent: Node): Rect[] {
    const [columns, rows] = this.counts();
    const size = new Vector2(this.width() / columns, this.height() / rows);
    return Array.from({length: columns * rows}, (_, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      const part = new Vector2((columns - 1) / 2 - column, (rows - 1) / 2 - row).mul(size);
      const block = new Rect({size, clip: true, children: [new Img({src: this.src(), size: this.size(), smoothing: this.smoothing(), position: part})]});
      parent.add(block);
      block.absolutePosition(this.blockAt(row, column).transformAsPoint(this.localToWorld())).absoluteScale(this.absoluteScale());
      return block;
    });
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const image = this.image();
    if (this.spread() === 0 && this.progress() === 0) {
      super.draw(context);
      return;
    }
    const [columns, rows] = this.counts();
    const [width, height] = [this.width() / columns, this.height() / rows];
    const source = new Vector2(image.naturalWidth / columns, image.naturalHeight / rows);
    context.save();
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const {x, y} = this.blockAt(row, column);
        if (source.x > 0 && source.y > 0) {
          context.drawImage(image, column * source.x, row * source.y, source.x, source.y, x - width / 2, y - height / 2, width, height);
        }
        this.drawLight(context, x - width / 2, y - height / 2, width, height, (row * columns + column) / (rows * columns));
      }
    }
    context.restore();
    this.drawChildren(context);
  }

  protected override getCacheBBox(): BBox {
    const box = super.getCacheBBox();
    return box.expand([(box.height * this.spread()) / 2, (box.width * this.spread()) / 2]);
  }

  private drawLight(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, place: number): void {
    const progress = clamp01(this.progress());
    if (progress === 0 || progress === 1) return;
    const strength = thereAndBack((progress - place * (1 - lightOfBlock)) / lightOfBlock);
    if (strength <= 0) return;
    context.save();
    context.globalAlpha *= strength;
    context.strokeStyle = this.lightColor().serialize();
    context.lineWidth = 5;
    context.strokeRect(x, y, width, height);
    context.restore();
  }

  private counts(): readonly [number, number] {
    const count = (prop: string, value: number) => {
      if (Math.round(value) < 1) throw new RangeError(`Cannot draw ImageBlocks: "${prop}" is ${value}, at least 1 is needed`);
      return Math.round(value);
    };
    return [count('columns', this.columns()), count('rows', this.rows())];
  }
}
