/** A symbol with an index that counts: E₁ … E₈. */
import {nodeName} from '@motion-canvas/2d';
import type {SignalValue, SimpleSignal} from '@motion-canvas/core';
import {Equation, type EquationProps} from './Equation';
import type {EquationPart} from './EquationPart';

export interface IndexedSymbolProps extends Omit<EquationProps, 'tex' | 'numbers' | 'colors'> {
  /** The symbol in TeX, as `E`, `W_Q` or `\vec{E}`. */
  symbol: string;
  /** A number that may count, or a letter such as `i` or `n-1`; default none. */
  index?: SignalValue<number> | string;
  /** In brackets over the index, as the head in ΔE^{(3)}; default none. */
  upper?: string;
}

/**
 * A symbol whose number changes without setting it anew.
 *
 * The whole is the part `symbol`, the letter `letter`, the index `index` and the upper mark `upper`.
 *
 * @throws RangeError 'Equation has no slot "index": it has none', from index() where the index is a letter
 * @example
 * <IndexedSymbol ref={e} symbol="E" index={0} color={theme().data} />
 * yield* e().index()(8, 2);  // 2.0 s, counts to E₈
 */
@nodeName('IndexedSymbol')
export class IndexedSymbol extends Equation {
  private readonly plain: Record<string, unknown>;

  public constructor({symbol, index, upper, ...props}: IndexedSymbolProps) {
    const counts = index !== undefined && typeof index !== 'string';
    super({...props, tex: symbolTex(symbol, index, upper), ...(counts ? {numbers: {index}} : {})});
    this.plain = {symbol, index, upper};
  }

  /** The number in the index: reads, sets, tweens. */
  public index(): SimpleSignal<number, EquationPart> {
    return this.number('index');
  }

  protected override plainProps(): Record<string, unknown> {
    const counts = this.plain.index !== undefined && typeof this.plain.index !== 'string';
    return {...this.plain, ...(counts ? {index: this.index()()} : {})};
  }
}

/** @example symbolTex('E', 3)  // "{{symbol: {{letter: E}}_{ {{index=0}} } }}" */
function symbolTex(symbol: string, index: IndexedSymbolProps['index'], upper: string | undefined): string {
  const below = index === undefined ? '' : `_{ ${typeof index === 'string' ? `{{index: ${index}}}` : '{{index=0}}'} }`;
  const above = upper === undefined ? '' : `^{ {{upper: (${upper})}} }`;
  return `{{symbol: {{letter: ${symbol}}}${below}${above} }}`;
}
