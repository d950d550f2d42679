/** A word that comes out of its initial, letter after letter. */
import {Node, type NodeProps} from '@motion-canvas/2d';
import {createSignal, type SimpleSignal} from '@motion-canvas/core';
import {smooth, theme} from 'lectern';
import {lineWidth} from '../../../src/components/lineOfText';
import {Word} from '../../../src/components/Word';
import {lagShare} from '../../../src/motion/laggedStart';

export interface DrawerWordProps extends NodeProps {
  text: string;
  fontSize: number;
  /** 0 only the initial is seen, 1 the whole word; default 0. */
  opened?: number;
}

const weight = 600;

/** The node's place is the middle of the initial; the other letters come to stand where one line of type has them. */
export class DrawerWord extends Node {
  public readonly fontSize: SimpleSignal<number>;
  public readonly opened: SimpleSignal<number>;
  private readonly text: string;

  public constructor({text, fontSize, opened = 0, ...props}: DrawerWordProps) {
    super(props);
    this.text = text;
    this.fontSize = createSignal(fontSize);
    this.opened = createSignal(opened);
    const [initial, ...rest] = text;
    // The initial is added last: the others come from behind it.
    rest.forEach((letter, index) => this.add(this.letter(letter, index + 1, rest.length)));
    this.add(new Word({text: initial, weight, fontSize: () => this.fontSize(), color: () => theme().highlight}));
  }

  /** Where the node must stand for the word to begin at x = left. */
  public startingAt(left: number, fontSize: number): number {
    return left + this.widthOf(1, fontSize) / 2;
  }

  /** Where the node must stand for the open word to be centred on x = 0. */
  public centred(fontSize: number): number {
    return this.startingAt(-this.widthOf(this.text.length, fontSize) / 2, fontSize);
  }

  private letter(text: string, index: number, count: number): Word {
    const out = () => smooth(lagShare(this.opened(), index - 1, count, 0.25));
    return new Word({
      text,
      weight,
      fontSize: () => this.fontSize(),
      x: () => this.middleOf(index) - this.middleOf(0) - (1 - out()) * 0.4 * this.fontSize(),
      opacity: out,
      color: () => theme().ink,
    });
  }

  private middleOf(index: number): number {
    const size = this.fontSize();
    return (this.widthOf(index, size) + this.widthOf(index + 1, size)) / 2;
  }

  private widthOf(letters: number, fontSize: number): number {
    return lineWidth(this.text.slice(0, letters), {fontSize, weight, family: theme().textFont});
  }
}
