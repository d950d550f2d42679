/** Waits for Ctrl-C, which is how a command that runs until then ends: no failure. */
export function interrupted(): Promise<void> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
