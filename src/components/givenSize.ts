/** The size that an author asked for, as opposed to the one that a layout came to. */
import type {Layout, Length} from '@motion-canvas/2d';
import {finiteNumber} from './guards';

/** The width given to a node in pixels, or what it takes otherwise; shares of a parent ("50%") are left to the layout. */
export function givenWidth(owner: string, node: Layout, otherwise: number): number {
  return given(owner, 'width', node.width.context.getter(), otherwise);
}

/** The height given to a node in pixels, or what it takes otherwise. */
export function givenHeight(owner: string, node: Layout, otherwise: number): number {
  return given(owner, 'height', node.height.context.getter(), otherwise);
}

function given(owner: string, prop: string, length: Length, otherwise: number): number {
  return typeof length === 'number' ? Math.max(0, finiteNumber(owner, prop, length)) : otherwise;
}
