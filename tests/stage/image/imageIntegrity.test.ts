import {createCanvas} from '@napi-rs/canvas';
import {describe, expect, it} from 'vitest';
import {imageDefect} from '../../../src/stage/image/imageIntegrity';

const canvas = createCanvas(64, 64);
const context = canvas.getContext('2d');
for (let i = 0; i < 200; i++) {
  context.fillStyle = `hsl(${i * 47} 80% 50%)`;
  context.fillRect((i * 37) % 64, (i * 91) % 64, 9, 9);
}

describe('imageDefect', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'] as const)('imageDefect() passes a whole %s and names a cut one', type => {
    const bytes = canvas.toBuffer(type as 'image/png');
    expect(imageDefect(bytes)).toBeNull();
    for (const share of [0.3, 0.7, 0.95]) expect(imageDefect(bytes.subarray(0, Math.floor(bytes.length * share)))).toMatch(/ends before|shorter/);
  });
});
