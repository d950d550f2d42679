import {describe, expect, it} from 'vitest';
import {dark} from '../../src/theme/palettes';
import {componentNames} from './componentPage';
import {frameScenes} from './framePicture';
import {authorCode, galleryPage, gallerySections} from './galleryPage';

describe('the gallery', () => {
  it('gallerySections() show every scene once and every component', () => {
    const exhibits = gallerySections().flatMap(section => section.exhibits);
    expect(exhibits.map(({scene}) => scene).sort()).toEqual(frameScenes());
    expect(exhibits.flatMap(({components}) => components.map(({name}) => name)).sort()).toEqual(componentNames().sort());
  });

  it('every scene says in a sentence what it shows', () => {
    const silent = gallerySections().flatMap(({exhibits}) => exhibits.filter(({caption}) => !/^[A-Z].*\.$/.test(caption)));
    expect(silent.map(({scene}) => scene)).toEqual([]);
  });

  it('authorCode() imports from lectern what lectern exports', () => {
    const code = "import {makeScene2D} from '@motion-canvas/2d';\nimport {createRef} from '@motion-canvas/core';\nimport {Word} from '../../src/components/Word';\nimport {Chip} from '../../src/components/Chip';\nimport {theme} from '../../src/theme/theme';\n\n// picture: 1s\nexport default 1;\n";
    expect(authorCode(code)).toBe(
      "import {makeScene2D} from '@motion-canvas/2d';\nimport {createRef} from '@motion-canvas/core';\nimport {Chip, theme} from 'lectern';\nimport {Word} from '../../src/components/Word';\n\nexport default 1;\n",
    );
  });

  it('galleryPage() refers to a film and a still of each scene, and escapes code', () => {
    const page = galleryPage(gallerySections(), dark);
    for (const scene of frameScenes()) expect(page).toContain(`src="${scene}.mp4" poster="${scene}.png"`);
    expect(page).toContain('&lt;<span class="type">Chip</span> ');
    expect(page).not.toContain('<Chip');
  });
});
