/** What the gallery's page says. In: the documented families and the code of their scenes. Out: one HTML file. */
import {codeLines, type CodeSpan} from '../../src/components/codeTokens';
import {escapeHtml} from '../../src/loop/escapeHtml';
import type {Palette} from '../../src/theme/palettes';
import {firstParagraph, publicNames} from '../shape/docComments';
import {documentedFamilies, sceneSource, type ComponentEntry} from './componentPage';
import {frameScenes} from './framePicture';

/** One scene of the gallery with the components that are documented by it. */
export interface GalleryExhibit {
  readonly scene: string;
  /** What the scene says of itself. */
  readonly caption: string;
  readonly components: readonly ComponentEntry[];
  readonly code: string;
}

export interface GallerySection {
  readonly title: string;
  readonly exhibits: readonly GalleryExhibit[];
}

/** Families in order, each scene once, where its first component belongs; scenes of no component come last. */
export function gallerySections(): GallerySection[] {
  const families = documentedFamilies();
  const all = families.flatMap(({components}) => components);
  const placed = new Set<string>();
  const exhibit = (scene: string): GalleryExhibit => {
    placed.add(scene);
    const code = sceneSource(scene);
    return {scene, caption: captionOf(code), components: all.filter(component => component.scene === scene), code: authorCode(code)};
  };
  const sections = families.map(({title, components}) => ({
    title,
    exhibits: components.flatMap(({scene}) => (scene === undefined || placed.has(scene) ? [] : [exhibit(scene)])),
  }));
  return [...sections, {title: 'Together, and in motion', exhibits: frameScenes().filter(scene => !placed.has(scene)).map(exhibit)}];
}

/** The doc comment before the scene itself. */
function captionOf(code: string): string {
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport default/.exec(code)?.[1] ?? '';
  return firstParagraph(comment.replace(/^[ \t]*\* ?/gm, ''));
}

/** The code as a project of one's own would have it: what `lectern` exports is imported from there. */
export function authorCode(code: string): string {
  const known = new Set(publicNames().map(({name}) => name));
  const names: string[] = [];
  const rest = code.replace(/^\/\/ picture: .*\n/m, '').replace(/^import \{([^}]+)\} from '\.\.\/\.\.\/src\/[^']+';\n/gm, (line, list: string) => {
    const imported = list.split(',').map(name => name.trim());
    if (!imported.every(name => known.has(name))) return line;
    names.push(...imported);
    return '';
  });
  const imports = `import {${names.sort((a, b) => a.localeCompare(b)).join(', ')}} from 'lectern';\n`;
  return names.length === 0 ? rest : rest.replace(/(?<=^import .* from '@motion-canvas\/core';\n)/m, imports);
}

/** Writes the page; films and pictures lie beside it as `Dial.mp4` and `Dial.png`. */
export function galleryPage(sections: readonly GallerySection[], colors: Palette): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Lectern: components</title>
<style>${style(colors)}</style>
<header>
<h1>Components</h1>
<nav>${sections.map(({title}) => `<a href="#${anchorOf(title)}">${escapeHtml(title)}</a>`).join(' ')}</nav>
<p>Point at a picture to play its film.</p>
</header>
${sections.map(sectionText).join('\n')}
<script>${playing}</script>
</html>
`;
}

/** A film plays while it is pointed at or has the focus, and goes back to the still. */
const playing = `
for (const film of document.querySelectorAll('video')) {
  for (const begin of ['pointerenter', 'focus']) film.addEventListener(begin, () => film.play().catch(() => {}));
  for (const end of ['pointerleave', 'blur']) film.addEventListener(end, () => film.load());
}
`;

const fonts = [
  ['IBM Plex Sans', 'IBMPlexSans-Regular', 400],
  ['IBM Plex Sans', 'IBMPlexSans-SemiBold', 600],
  ['IBM Plex Mono', 'IBMPlexMono-Regular', 400],
  ['IBM Plex Sans SC', 'IBMPlexSansSC-Regular', 400],
] as const;

function sectionText({title, exhibits}: GallerySection): string {
  return `<section id="${anchorOf(title)}">
<h2>${escapeHtml(title)}</h2>
${exhibits.map(exhibitText).join('\n')}
</section>`;
}

function exhibitText({scene, caption, components, code}: GalleryExhibit): string {
  const names = components.map(({name, about}) => `<dt id="${name}">${name}</dt><dd>${prose(about)}</dd>`).join('\n');
  return `<article id="scene-${scene}">
<figure>
<video src="${scene}.mp4" poster="${scene}.png" width="960" height="540" tabindex="0" loop muted playsinline preload="none"></video>
<figcaption>${prose(caption)} <a href="${scene}.png">Still</a> <a href="${scene}.mp4">Film</a></figcaption>
</figure>
<div>
${names === '' ? `<h3>${scene}</h3>` : `<dl>${names}</dl>`}
<details><summary>tests/frames/${scene}.tsx</summary><pre>${codeText(code)}</pre></details>
</div>
</article>`;
}

/** Doc comments mark code as Markdown does. */
function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function codeText(code: string): string {
  return codeLines(code.trimEnd(), 'typescript').map(lineText).join('\n');
}

function lineText(spans: readonly CodeSpan[]): string {
  let column = 0;
  return spans.map(span => {
    const space = ' '.repeat(Math.max(0, span.column - column));
    column = span.column + [...span.text].length;
    const text = escapeHtml(span.text);
    return space + (span.kind === 'plain' ? text : `<span class="${span.kind}">${text}</span>`);
  }).join('');
}

function anchorOf(title: string): string {
  return title.toLowerCase().replace(/\W+/g, '-');
}

function style(c: Palette): string {
  return `
${fonts.map(([family, file, weight]) => `@font-face { font-family: '${family}'; font-weight: ${weight}; src: url('../../assets/fonts/${file}.woff2'); }`).join('\n')}
:root { color-scheme: dark; }
body { margin: 0 auto; padding: 24px; max-width: 1500px; background: ${c.background}; color: ${c.ink}; font: 17px/1.5 'IBM Plex Sans', system-ui, sans-serif; }
h1, h2 { font-weight: 600; } h1 { font-size: 40px; margin: 16px 0; } h2 { font-size: 28px; margin: 64px 0 16px; } h3 { margin: 0; }
a { color: ${c.query}; } nav a { margin-right: 18px; white-space: nowrap; }
article { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); gap: 28px; padding: 24px 0; border-top: 1px solid ${c.grid}; }
figure, dl, dd, pre { margin: 0; }
video { display: block; width: 100%; height: auto; border-radius: 8px; outline: 1px solid ${c.grid}; }
figcaption, summary, p { color: ${c.muted}; } figcaption { margin-top: 8px; } figcaption a { margin-left: 10px; }
dt { font-weight: 600; font-size: 21px; } dd { margin-bottom: 12px; }
details { margin-top: 12px; } summary { cursor: pointer; }
code, pre, summary { font-family: 'IBM Plex Mono', 'IBM Plex Sans SC', ui-monospace, monospace; font-size: 14px; }
pre { margin-top: 12px; padding: 16px; overflow-x: auto; background: ${c.panel}; border-radius: 8px; line-height: 1.55; }
.keyword { color: ${c.output}; } .string { color: ${c.good}; } .number { color: ${c.query}; } .comment { color: ${c.muted}; } .name { color: ${c.weight.positive}; } .type { color: ${c.key}; }
@media (max-width: 900px) { article { grid-template-columns: 1fr; } }
`;
}
