// What a command takes: its memory and processor time, over the whole tree of processes that it starts. From /proc (Linux).
import {spawn} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';

/** Sum of the resident memory of a process and all that it started, MB. Pages that are shared count once a process. */
export function treeMemory(top) {
  const parents = new Map();
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    const stat = readOrNothing(`/proc/${name}/stat`);
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const inTree = pid => pid === top || (parents.get(pid) > 1 && inTree(parents.get(pid)));
  return [...parents.keys()].filter(inTree).reduce((sum, pid) => sum + Number(/^VmRSS:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/status`))?.[1] ?? 0) / 1024, 0);
}

/** A process may end while it is read. */
function readOrNothing(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Processor time of the children of this process that have ended, and of theirs, seconds. */
function childrenSeconds() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/**
 * Runs a command to its end.
 *
 * @returns `wall`: seconds from its start to its end; `cpu`: seconds of processor time, which says more than wall time on a
 *   busy machine; `peak`: its largest memory, MB; `stdout`: what it printed
 * @throws Error when it ends with another code than 0
 */
export async function measuredRun(command, args, {cwd, env = process.env, stderr = 'inherit'} = {}) {
  const [start, cpu] = [performance.now(), childrenSeconds()];
  const child = spawn(command, args, {cwd, env, stdio: ['ignore', 'pipe', stderr === 'inherit' ? 'inherit' : 'pipe']});
  let stdout = '';
  let words = '';
  child.stdout.on('data', chunk => (stdout += chunk));
  child.stderr?.on('data', chunk => (words = (words + chunk).slice(-4000)));
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, treeMemory(child.pid))), 100);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}\n${words}`);
  return {wall: (performance.now() - start) / 1000, cpu: childrenSeconds() - cpu, peak, stdout};
}

/** The middle of an odd number of values, the lower middle of an even one. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}
