/** A part of a figure as a node: there to be pointed at, not to be seen. */
import {nodeName} from '@motion-canvas/2d';
import type {NodeProps} from '@motion-canvas/2d';
import type {BBox} from '@motion-canvas/core';
import {Figure} from './Figure';

export interface PlaceProps extends NodeProps {
  /** The part's box, in pixels of the figure that holds the place. */
  box: () => BBox;
}

/**
 * Follows a part of a figure, so that outlines, braces, arrows and bubbles can: `<HighlightRect around={bars.row(0)} />`.
 *
 * @example this.addPart(new Place({box: () => this.rowBox(2)}))
 */
@nodeName('Place')
export class Place extends Figure {
  private readonly box: () => BBox;

  public constructor({box, ...props}: PlaceProps) {
    super(props);
    this.box = box;
  }

  protected override plainProps(): Record<string, unknown> {
    return {box: this.box};
  }

  protected override drawnBox(): BBox {
    return this.box();
  }
}
