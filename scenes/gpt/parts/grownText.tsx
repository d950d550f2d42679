/** The sentence as plain text, to which the machine appends: on top in scene 9, and how scene 10 begins. */
import type {Reference} from '@motion-canvas/core';
import {TextPage} from 'lectern';
import {pieces, sentence} from './sentence';

/** What the machine appends, token by token. */
export const appended = [' home', ' safely'] as const;

/** One line at the title line. `typed` counts tokens. */
export function GrownText({ref, typed, opacity = 1}: {ref: Reference<TextPage>; typed: number; opacity?: number}) {
  return <TextPage ref={ref} additions={[...pieces, ...appended]} typed={typed} settled={typed} lines={1} width={1536} fontSize={50} y={-410} opacity={opacity} />;
}

export const written = {before: pieces.length, after: pieces.length + appended.length, text: sentence + appended.join('')};
