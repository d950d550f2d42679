/** The page of `lectern watch`: one picture, a time line with beats, and what went wrong. Its program is watchClient.ts. */
export function watchPage(): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>lectern watch</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<header><select id="scene" aria-label="Scene"></select><span id="status" role="status"></span></header>
<main>
  <canvas id="picture" width="1920" height="1080"></canvas>
  <pre id="problem" role="alert" hidden></pre>
  <details id="warnings" hidden><summary></summary><pre></pre></details>
  <div id="mark" hidden>before</div>
</main>
<footer>
  <div id="line"><div id="drawn"></div><div id="focus"></div><div id="beats"></div><div id="head"></div></div>
  <p><button id="play">play</button> <span id="moment"></span>
  <span class="keys"><kbd>space</kbd> play <kbd>←</kbd><kbd>→</kbd> frame <kbd>↑</kbd><kbd>↓</kbd> beat <kbd>l</kbd> loop this beat <kbd>b</kbd> hold: before the edit <kbd>r</kbd> draw all again</span></p>
</footer>
<script type="module" src="/client.js"></script>
</html>
`;
}

const STYLE = `
* { box-sizing: border-box; }
body { margin: 0; height: 100vh; display: grid; grid-template-rows: auto 1fr auto; background: #15181d; color: #e6e9ee; font: 14px/1.4 'IBM Plex Sans', system-ui, sans-serif; }
header, footer { padding: 8px 16px; } header { display: flex; gap: 16px; align-items: center; }
#status { color: #9aa3b2; font-variant-numeric: tabular-nums; }
select, button { font: inherit; color: inherit; background: #262b33; border: 1px solid #3a414d; border-radius: 4px; padding: 3px 10px; }
main { position: relative; min-height: 0; padding: 0 16px; }
#picture { width: 100%; height: 100%; min-height: 0; object-fit: contain; }
#problem { position: absolute; inset: auto 16px 16px; margin: 0; padding: 16px; max-height: 80%; overflow: auto; background: #2a1215f2; border-left: 4px solid #f47067; white-space: pre-wrap; font: 14px/1.5 'IBM Plex Mono', monospace; }
#warnings { position: absolute; inset: auto 16px 16px; max-height: 60%; overflow: auto; padding: 8px 16px; background: #2b2413f2; border-left: 4px solid #f2cc60; }
#warnings pre { margin: 8px 0 0; white-space: pre-wrap; font: 14px/1.5 'IBM Plex Mono', monospace; }
#warnings summary { cursor: pointer; }
#mark { position: absolute; top: 12px; right: 32px; padding: 2px 10px; background: #f2cc60; color: #15181d; border-radius: 4px; }
#line { position: relative; height: 44px; background: #1e2229; border-radius: 4px; cursor: pointer; overflow: hidden; touch-action: none; }
#line > div { position: absolute; inset: 0; pointer-events: none; }
#drawn { background: #2c3440; } #focus { background: #58a6ff33; right: auto !important; }
#beats > span { position: absolute; top: 0; bottom: 0; padding: 2px 4px; border-left: 2px solid #7d8590; white-space: nowrap; font-size: 12px; color: #b6bec9; }
#head { right: auto !important; width: 2px; background: #f47067; }
p { margin: 8px 0 0; display: flex; gap: 12px; align-items: center; } #moment { font-variant-numeric: tabular-nums; }
.keys { margin-left: auto; color: #7d8590; } kbd { font: 12px 'IBM Plex Mono', monospace; border: 1px solid #3a414d; border-radius: 3px; padding: 0 4px; margin-left: 8px; }
`;
