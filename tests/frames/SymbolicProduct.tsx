import {makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';
import {IndexedSymbol} from '../../src/components/IndexedSymbol';
import {SymbolicProduct} from '../../src/components/SymbolicProduct';
import {theme} from '../../src/theme/theme';

/** A product in symbols, written row by row; below it an index that counts. */
export default makeScene2D(function* (view) {
  const [general, symbol] = [createRef<SymbolicProduct>(), createRef<IndexedSymbol>()];
  view.add(
    <>
      <SymbolicProduct ref={general} rows={3} columns={3} y={-120} />
      <IndexedSymbol ref={symbol} symbol="E" index={0} fontSize={110} color={() => theme().data} x={-300} y={320} />
      <IndexedSymbol symbol="\Delta E" index="j" upper="3" fontSize={110} color={() => theme().output} x={300} y={320} />
    </>,
  );
  yield* all(general().multiply(1), symbol().index()(8, 3));
});
