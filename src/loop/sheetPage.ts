/** A contact sheet as one HTML file: pictures inside, nothing fetched, so that it can be mailed or put beside a review. */
import type {StillPlan} from './beatStills';
import {escapeHtml} from './escapeHtml';

/** A still with its picture. */
export interface SheetCard extends StillPlan {
  readonly timecode: string;
  /** A `data:` address. */
  readonly picture: string;
}

export interface SheetSection {
  readonly heading: string;
  readonly note: string;
  readonly cards: readonly SheetCard[];
}

/**
 * Writes the page.
 *
 * @param sheet - `columns`: the most pictures in a row; `width`: of one picture, px
 */
export function sheetPage({title, sections, columns, width}: {
  readonly title: string;
  readonly sections: readonly SheetSection[];
  readonly columns: number;
  readonly width: number;
}): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}: contact sheet</title>
<style>${style(columns, width)}</style>
<h1>${escapeHtml(title)}</h1>
${sections.map(sectionText).join('\n')}
</html>
`;
}

function sectionText({heading, note, cards}: SheetSection): string {
  return `<section>
<h2>${escapeHtml(heading)} <small>${escapeHtml(note)}</small></h2>
<div>
${cards.map(cardText).join('\n')}
</div>
</section>`;
}

function cardText({picture, timecode, label, words, frame}: SheetCard): string {
  const alt = `${label}, frame ${frame}`;
  return `<figure><img src="${picture}" alt="${escapeHtml(alt)}"><figcaption><b>${timecode}</b> ${escapeHtml(label)}<p>${escapeHtml(words)}</p></figcaption></figure>`;
}

function style(columns: number, width: number): string {
  return `
body { margin: 24px auto; padding: 0 24px; max-width: ${columns * (width + 16)}px; background: #1b1e24; color: #f0f2f5; font: 15px/1.4 'IBM Plex Sans', system-ui, sans-serif; }
h1 { font-size: 28px; } h2 { font-size: 20px; margin: 32px 0 12px; } small, p { color: #9aa3b2; font-weight: 400; }
section > div { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(${width}px, 100%), 1fr)); }
figure { margin: 0; } img { width: 100%; display: block; background: #000; outline: 1px solid #3a3f4a; } p { margin: 4px 0 0; }
b { font: 14px 'IBM Plex Mono', monospace; }
`;
}
