/** The calls of node:fs/promises, counted, one of them made to fail: mocked into a test file in place of the real module. */
import type realFs from 'node:fs/promises';

type Fs = typeof realFs;

/** Which call fails: the `at`-th, from 1; with `sticky` all that follow it too. */
export interface Fault {
  at: number;
  sticky: boolean;
  /** A full disk refuses what writes; any other disk, everything. */
  code: 'EIO' | 'ENOSPC';
  /** Calls so far that could have failed. */
  calls: number;
}

export const fault: Fault = {at: Infinity, sticky: false, code: 'EIO', calls: 0};

/** Sets the fault, and counts from 0. */
export function failAt(at: number, sticky = false, code: Fault['code'] = 'EIO'): void {
  Object.assign(fault, {at, sticky, code, calls: 0});
}

const writing = ['copyFile', 'link', 'mkdir', 'rename', 'sync', 'write', 'writeFile'];

function happens(call: string): void {
  if (fault.code === 'ENOSPC' && !writing.includes(call)) return;
  fault.calls++;
  if (fault.calls === fault.at || (fault.sticky && fault.calls > fault.at)) {
    throw Object.assign(new Error(`${fault.code}: made to fail, ${call}`), {code: fault.code, syscall: call});
  }
}

/** The module with every call that reads or writes counted; rm() works on, so that what is left behind is the program's doing. */
export function countedFs(real: Fs): Fs & {readonly default: Fs} {
  const counted = {...real} as unknown as Record<string, unknown>;
  for (const call of ['copyFile', 'link', 'mkdir', 'open', 'readFile', 'readdir', 'rename', 'stat', 'writeFile'] as const) {
    counted[call] = async (...args: unknown[]): Promise<unknown> => {
      happens(call);
      const result: unknown = await (real[call] as (...all: unknown[]) => Promise<unknown>)(...args);
      return call === 'open' ? counting(result as Record<string, unknown>) : result;
    };
  }
  return {...counted, default: counted} as unknown as Fs & {readonly default: Fs};
}

function counting(handle: Record<string, unknown>): unknown {
  for (const call of ['read', 'write', 'sync', 'stat']) {
    const real = (handle[call] as (...all: unknown[]) => Promise<unknown>).bind(handle);
    handle[call] = async (...args: unknown[]): Promise<unknown> => {
      happens(call);
      return real(...args);
    };
  }
  return handle;
}
