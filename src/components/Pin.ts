/** A named place on a number line. */
import {colorSignal, initial, nodeName, signal} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import {Vector2} from '@motion-canvas/core';
import type {BBox, ColorSignal, PossibleColor, SignalValue, SimpleSignal} from '@motion-canvas/core';
import {theme} from '../theme/theme';
import {boxAround, faded} from './canvasDrawing';
import type {XY} from './coordinates';
import {facingLabel} from './facingLabel';
import {Figure} from './Figure';
import {NumberLine} from './NumberLine';
import {numberSignal} from './pointSignal';

export interface PinProps extends NodeProps {
  /** Where along the line, in its units. */
  at: SignalValue<number>;
  label?: SignalValue<string>;
  /** How many labels high the pin stands: neighbours in different lanes do not cover each other. Default 0. */
  lane?: SignalValue<number>;
  color?: SignalValue<PossibleColor>;
  /** Size of the label in pixels, default 34. */
  fontSize?: SignalValue<number>;
}

/**
 * A named place on a NumberLine: a dot on the line, a stem and a label.
 *
 * @throws RangeError 'Cannot draw Pin: "at" is NaN, it takes a finite number'
 * @throws TypeError 'Cannot draw Pin outside a number line: place it in a <NumberLine>'
 * @example
 * <Pin ref={pin} at={0} label="cat" />;
 * yield* pin().at(2.3, 1);  // slides there
 */
@nodeName('Pin')
export class Pin extends Figure {
  @initial(0)
  @numberSignal()
  public declare readonly at: SimpleSignal<number, this>;

  @initial('')
  @signal()
  public declare readonly label: SimpleSignal<string, this>;

  @initial(0)
  @numberSignal()
  public declare readonly lane: SimpleSignal<number, this>;

  @initial(() => theme().ink)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  @initial(34)
  @numberSignal()
  public declare readonly fontSize: SimpleSignal<number, this>;

  public constructor(props: PinProps) {
    super(props);
    this.addPart(
      facingLabel({
        text: () => this.label(),
        fontSize: () => this.fontSize(),
        fill: () => this.color(),
        middle: box => this.labelMiddle(box),
      }),
    );
  }

  protected override draw(context: CanvasRenderingContext2D): void {
    const foot = this.foot();
    const head = this.head();
    faded(context, 1, () => {
      context.strokeStyle = this.color().serialize();
      context.fillStyle = this.color().serialize();
      context.lineWidth = 3;
      context.beginPath();
      context.moveTo(foot.x, foot.y);
      context.lineTo(head.x, head.y);
      if (this.label() !== '') context.stroke();
      context.beginPath();
      context.arc(foot.x, foot.y, 9, 0, 2 * Math.PI);
      context.fill();
    });
    this.drawChildren(context);
  }

  protected override drawnBox(): BBox {
    return boxAround([this.foot(), this.head()], 12);
  }

  private line(): NumberLine {
    const line = this.findAncestor(ancestor => ancestor instanceof NumberLine);
    if (line === null) throw new TypeError('Cannot draw Pin outside a number line: place it in a <NumberLine>');
    return line as NumberLine;
  }

  private foot(): Vector2 {
    return this.line().place(this.at());
  }

  private head(): Vector2 {
    const stem = 30 + Math.max(0, this.lane()) * this.fontSize() * 1.35;
    const foot = this.foot();
    return this.line().upright() ? new Vector2(foot.x + stem, foot.y) : new Vector2(foot.x, foot.y - stem);
  }

  private labelMiddle(box: {width: number; height: number}): XY {
    const head = this.head();
    if (this.line().upright()) return {x: head.x + box.width / 2 + 10, y: head.y};
    return {x: head.x, y: head.y - box.height / 2};
  }
}
