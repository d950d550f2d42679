/** A real Chromium for pages of ours. */
import {existsSync} from 'node:fs';
import {chromium, type Browser} from 'playwright-core';

const executablePath = process.env.LECTERN_CHROMIUM ?? '/usr/bin/chromium';

/** False where this machine has no Chromium: then pages are not tested. */
export const hasBrowser = existsSync(executablePath);

/** Starts it without a window. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
}
