/** The arrow of a word in an EmbeddingSpace. */
import {initial, nodeName, signal} from '@motion-canvas/2d';
import type {SignalValue, SimpleSignal} from '@motion-canvas/core';
import {VectorArrow, type VectorArrowProps} from './VectorArrow';

/** The arrow of a word, from the origin to its place. */
@nodeName('WordArrow')
export class WordArrow extends VectorArrow {
  /** Which word it stands for. */
  @initial('')
  @signal()
  public declare readonly word: SimpleSignal<string, this>;

  public constructor(props: VectorArrowProps & {word?: SignalValue<string>}) {
    super(props);
  }
}
