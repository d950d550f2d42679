/** The muted line at the foot of a scene that says where its numbers come from. */
import {Txt} from '@motion-canvas/2d';
import type {Reference, ThreadGenerator} from '@motion-canvas/core';
import {safe, size, theme} from 'lectern';

/** A source tag, not yet visible: fade it in with the numbers that it is about. */
export function sourceTag(ref: Reference<Txt>, text: string) {
  return (
    <Txt
      ref={ref}
      text={text}
      fontFamily={() => theme().textFont}
      fontSize={size.small}
      fill={() => theme().muted}
      offset={[-1, 0]}
      position={[-safe.title.x, safe.title.y]}
      opacity={0}
    />
  );
}

/** What a tag says gives way to something else. duration = 1.0 s */
export function* sayInstead(tag: Txt, text: string): ThreadGenerator {
  yield* tag.opacity(0, 0.4);
  tag.text(text);
  yield* tag.opacity(1, 0.6);
}
