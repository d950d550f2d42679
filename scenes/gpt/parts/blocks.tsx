/** The two kinds of block that vectors pass through, as scenes 7 to 9 show them. */
import type {Reference} from '@motion-canvas/core';
import {FlowBlock} from 'lectern';

/** A closed block with its name over it. */
export function Block({ref, title, x = 0, opacity = 1}: {ref: Reference<FlowBlock>; title: string; x?: number; opacity?: number}) {
  return <FlowBlock ref={ref} title={title} width={520} height={300} depth={260} solid={0.8} x={x} y={20} opacity={opacity} />;
}
