/** Properties that an element passes on to those inside it, as far as plain shapes have them, and how each begins. */

export const INHERITED = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-linecap', 'stroke-linejoin',
  'stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'color', 'visibility',
] as const;

export type Inherited = Readonly<Record<(typeof INHERITED)[number], string>>;

export const INITIAL: Inherited = {
  fill: 'black', 'fill-opacity': '1', 'fill-rule': 'nonzero', stroke: 'none', 'stroke-opacity': '1', 'stroke-width': '1',
  'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'stroke-miterlimit': '4', 'stroke-dasharray': 'none',
  'stroke-dashoffset': '0', color: 'black', visibility: 'visible',
};
