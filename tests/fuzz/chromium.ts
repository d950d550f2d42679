/** A page of headless Chromium with the same fonts as the stage. */
import {existsSync, readFileSync} from 'node:fs';
import {type Browser, chromium, type Page} from 'playwright-core';
import type {FuzzFont} from './fonts';

const EXECUTABLES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is on this machine, or null. */
export function findChromium(): string | null {
  return EXECUTABLES.find(path => existsSync(path)) ?? null;
}

/** Opens a page like the editor's, with fonts loaded. The caller closes the browser. */
export async function openPage(executablePath: string, fonts: readonly FuzzFont[]): Promise<{browser: Browser; page: Page}> {
  const browser = await chromium.launch({executablePath, args: ARGUMENTS});
  const page = await browser.newPage({viewport: {width: 1920, height: 1080}});
  await page.setContent(
    '<!DOCTYPE html><html lang="en"><head><style>body{margin:0;font:400 14px/24px Roboto}</style></head><body></body></html>',
  );
  const faces = fonts.map(font => ({...font, data: readFileSync(font.file).toString('base64')}));
  await page.evaluate(async loaded => {
    for (const {family, weight, style, data} of loaded) {
      const bytes = Uint8Array.from(atob(data), character => character.charCodeAt(0));
      const face = new FontFace(family, bytes.buffer, {weight, style});
      document.fonts.add(await face.load());
    }
  }, faces);
  return {browser, page};
}
