/** Colours as other eyes see them, for the theme's tests. */
import {converter, type Color, type Lrgb} from 'culori';

type Matrix3 = readonly (readonly [number, number, number])[];

/** Severity 1.0, for linear RGB. @see Machado, Oliveira, Fernandes 2009, A physiologically-based model for simulation of color vision deficiency */
const protanopia: Matrix3 = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const deuteranopia: Matrix3 = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];

const toLinear = converter('lrgb');
const toRgb = converter('rgb');

function seenThrough(matrix: Matrix3, color: string): Color {
  const {r, g, b} = toLinear(color)!;
  const channel = (row: readonly [number, number, number]) =>
    Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b));
  const seen: Lrgb = {mode: 'lrgb', r: channel(matrix[0]), g: channel(matrix[1]), b: channel(matrix[2])};
  return toRgb(seen);
}

/** Ways of seeing, each with the CIEDE2000 distance that things of different meaning must keep. */
export const sights = [
  {name: 'normal sight', distance: 20, see: (color: string): Color => toRgb(color)!},
  {name: 'protanopia', distance: 15, see: (color: string): Color => seenThrough(protanopia, color)},
  {name: 'deuteranopia', distance: 15, see: (color: string): Color => seenThrough(deuteranopia, color)},
] as const;
