/** A place that is kept for a section of another chapter: a labelled slate until the section is there. */
import {colorSignal, initial, nodeName, signal, Video} from '@motion-canvas/2d';
import type {LayoutProps} from '@motion-canvas/2d';
import type {ColorSignal, PossibleColor, SignalValue, SimpleSignal, ThreadGenerator} from '@motion-canvas/core';
import {clamp01, linear} from '../math/easing';
import {theme} from '../theme/theme';
import {frame, size as sizes} from '../theme/type';
import {BoxFigure, type Size} from './BoxFigure';
import {faded} from './Figure';
import {givenWidth} from './givenSize';
import {finiteNumber} from './guards';
import {drawLine} from './lineOfText';
import {numberSignal} from './pointSignal';

export interface PreviewSlotProps extends LayoutProps {
  /** What the section shows. */
  title: SignalValue<string>;
  /** A line under the title; default nothing. */
  about?: SignalValue<string>;
  /** The chapter that the section comes from, and with which it is due: "2". */
  due: SignalValue<string>;
  /** Who makes it. */
  owner: SignalValue<string>;
  /** How long it plays, seconds. */
  seconds: number;
  /** The section, rendered: an imported .mp4. Default none yet. */
  section?: string;
  /** Colour of the number and of the line that runs along the foot. */
  color?: SignalValue<PossibleColor>;
}

const ownWidth = 760;
const edge = 4;
/** Length of the dashes of an edge that nothing fills yet, px. */
const dash = 18;

/**
 * A 16:9 pane, 760 px wide unless `width` says otherwise, that plays a section of another chapter in exactly its time.
 *
 * While there is no `section` it shows a slate: the chapter's number, what is to come, how long it is and who makes it, and a
 * line along the foot that runs with the time. Put what a chapter's `slots` say into it; a final render wants the section.
 *
 * @throws RangeError 'Cannot draw PreviewSlot: "seconds" is 0, it takes a number above 0'
 * @example
 * <PreviewSlot ref={slot} {...chapter.slots.attention} />;
 * yield* slot().play();  // exactly `seconds`
 */
@nodeName('PreviewSlot')
export class PreviewSlot extends BoxFigure {
  @initial('')
  @signal()
  public declare readonly title: SimpleSignal<string, this>;

  @initial('')
  @signal()
  public declare readonly about: SimpleSignal<string, this>;

  @initial('')
  @signal()
  public declare readonly due: SimpleSignal<string, this>;

  @initial('')
  @signal()
  public declare readonly owner: SimpleSignal<string, this>;

  @initial(() => theme().highlight)
  @colorSignal()
  public declare readonly color: ColorSignal<this>;

  /** Share of its time that has been played, 0 to 1. */
  @initial(0)
  @numberSignal()
  public declare readonly played: SimpleSignal<number, this>;

  public readonly seconds: number;
  public readonly section: string | undefined;

  public constructor({seconds, section, ...props}: PreviewSlotProps) {
    super(props);
    if (!(finiteNumber('PreviewSlot', 'seconds', seconds) > 0)) {
      throw new RangeError(`Cannot draw PreviewSlot: "seconds" is ${seconds}, it takes a number above 0`);
    }
    this.seconds = seconds;
    this.section = section;
    if (section !== undefined) {
      this.addPart(new Video({src: section, size: () => [this.contentSize().width, this.contentSize().height], time: () => this.played() * seconds}));
    }
  }

  /** Plays the section, or lets the line of the slate run. duration = `seconds` of the slot. */
  public *play(): ThreadGenerator {
    this.played(0);
    yield* this.played(1, this.seconds, linear);
  }

  protected override plainProps(): Record<string, unknown> {
    return {seconds: this.seconds, section: this.section};
  }

  protected override contentSize(): Size {
    const width = givenWidth('PreviewSlot', this, ownWidth);
    return {width, height: (width * frame.height) / frame.width};
  }

  protected override drawContent(context: CanvasRenderingContext2D): void {
    const {width, height} = this.contentSize();
    if (this.section !== undefined || !(width > 0)) return;
    context.fillStyle = theme().panel;
    context.strokeStyle = theme().muted;
    context.lineWidth = edge;
    context.beginPath();
    context.roundRect(-width / 2, -height / 2, width, height, 18);
    context.fill();
    faded(context, 0.6, () => {
      context.setLineDash([dash, dash * 0.8]);
      context.stroke();
    });
    this.drawSlate(context, width, height);
    this.drawFoot(context, width, height);
  }

  /** The number stands at the left, the words beside it; what the makers need to know stands in the corners. */
  private drawSlate(context: CanvasRenderingContext2D, width: number, height: number): void {
    const [left, right] = [-0.41 * width, 0.41 * width];
    const words = left + 0.19 * width;
    const middle = -0.035 * height;
    drawLine(context, this.due(), left, middle, {fontSize: sizes.title * 1.5, weight: 600, fill: this.color().serialize()});
    drawLine(context, this.title(), words, middle - 0.075 * height, {fontSize: sizes.heading, weight: 600, fill: theme().ink});
    drawLine(context, this.about(), words, middle + 0.09 * height, {fontSize: sizes.body, fill: theme().muted});
    const small = {fontSize: sizes.small, fill: theme().muted};
    drawLine(context, 'preview', left, -0.37 * height, small);
    drawLine(context, `${this.seconds.toFixed(1)} s`, right, -0.37 * height, {...small, align: 'right'});
    drawLine(context, `due with chapter ${this.due()}`, left, 0.3 * height, small);
    drawLine(context, this.owner(), right, 0.3 * height, {...small, align: 'right'});
  }

  private drawFoot(context: CanvasRenderingContext2D, width: number, height: number): void {
    const [from, length] = [-0.41 * width, 0.82 * width];
    const y = 0.41 * height;
    context.setLineDash([]);
    context.lineCap = 'round';
    context.lineWidth = 5;
    context.strokeStyle = theme().grid;
    context.beginPath();
    context.moveTo(from, y);
    context.lineTo(from + length, y);
    context.stroke();
    const played = clamp01(this.played());
    if (played === 0) return;
    context.strokeStyle = this.color().serialize();
    context.beginPath();
    context.moveTo(from, y);
    context.lineTo(from + length * played, y);
    context.stroke();
  }
}
