/** The page that Motion Canvas's editor runs on. Its program is editorClient.ts. */
import {escapeHtml} from './escapeHtml';
import type {WebFont} from './webFonts';

/**
 * Writes the page.
 *
 * @param imports - the import map: where modules that are known by name are served
 */
export function editorPage({title, imports, fonts}: {
  readonly title: string;
  readonly imports: Readonly<Record<string, string>>;
  readonly fonts: readonly WebFont[];
}): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/editor/ui.css">
<link rel="stylesheet" href="/editor/inspector.css">
<style>
${fonts.map(fontFace).join('\n')}
#problem { position: fixed; inset: auto 16px 16px; z-index: 1000; margin: 0; padding: 16px; max-height: 80%; overflow: auto; color: #e6e9ee; background: #2a1215f2; border-left: 4px solid #f47067; white-space: pre-wrap; font: 14px/1.5 'IBM Plex Mono', monospace; }
</style>
<script type="importmap">${JSON.stringify({imports}).replace(/</g, '\\u003c')}</script>
<body>
<pre id="problem" role="alert" hidden></pre>
<script type="module" src="/lectern/editorClient.js"></script>
</body>
</html>
`;
}

function fontFace({family, url, weight, style}: WebFont): string {
  return `@font-face { font-family: ${JSON.stringify(family)}; src: url(${JSON.stringify(url)}); font-weight: ${weight}; font-style: ${style}; font-display: block; }`;
}
