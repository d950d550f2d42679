/**
 * The mark of classes that draw by code of their own, and read nothing but signals while they do.
 *
 * Renderers may let a picture stand while no signal changes. They cannot see what a `draw()` reads, so classes without
 * the mark are drawn again for every frame. Set it as a static property: `static readonly [drawsFromSignals] = true`.
 */
export const drawsFromSignals: unique symbol = Symbol.for('lectern.drawsFromSignals') as never;
