// Loaded before a program (`node --import`) to make its disk fail, or its process die, at one exact call. LECTERN_TEST_DISK
// says where, as JSON: `under`, the folder whose files count; `in`, "coordinator" or "worker"; `at`, the call, from 1;
// `act`, "kill" or a system error such as "EIO"; `sticky`, whether every later call fails too; `log`, a file that lists the
// calls. What each process does with the promises API of node:fs counts, and what it does with the files opened through it.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import path from 'node:path';

const {under, in: where, at = Infinity, act, sticky = false, log} = JSON.parse(process.env.LECTERN_TEST_DISK ?? '{}');
const isWorker = path.basename(process.argv[1] ?? '') === 'worker.js';
let calls = 0;

function happens(call, file) {
  if (typeof file !== 'string' || !`${file}/`.startsWith(`${under}/`)) return;
  calls++;
  if (log) fs.appendFileSync(log, `${call} ${path.relative(under, file)}\n`);
  if (calls !== at && !(sticky && calls > at)) return;
  if (act === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${act}: made to fail, ${call} '${file}'`), {code: act, syscall: call, path: file});
}

if (under && isWorker === (where === 'worker')) {
  for (const call of ['copyFile', 'link', 'mkdir', 'open', 'readFile', 'readdir', 'rename', 'rm', 'stat', 'utimes', 'writeFile']) {
    const real = promises[call];
    promises[call] = async (...args) => {
      happens(call, ['copyFile', 'link', 'rename'].includes(call) ? args[1] : args[0]);
      const result = await real(...args);
      return call === 'open' ? watched(result, args[0]) : result;
    };
  }
  syncBuiltinESMExports();
}

function watched(handle, file) {
  for (const call of ['write', 'sync', 'read', 'stat', 'close']) {
    const real = handle[call].bind(handle);
    handle[call] = async (...args) => {
      // A file that cannot be closed is closed all the same.
      if (call !== 'close') happens(call, file);
      return real(...args);
    };
  }
  return handle;
}
