// Run after `npm install`: node .ci/complete-lock.mjs [tests/peers/package-lock.json]
//
// `npm ci` wants every optional dependency in the lock file, also those for other systems; `npm install` leaves out the ones
// that the registry at hand does not serve. This adds them, with the version that their parent asks for.
import {readFileSync, writeFileSync} from 'node:fs';

const file = process.argv[2] ?? new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const SYSTEMS = {android: 'android', darwin: 'darwin', linux: 'linux', win32: 'win32', freebsd: 'freebsd'};
const PROCESSORS = {arm64: 'arm64', x64: 'x64', arm: 'arm', riscv64: 'riscv64', ia32: 'ia32'};

const added = [];
for (const [place, parent] of Object.entries(lock.packages)) {
  if (place === '') continue;
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] || lock.packages[`${place}/${key}`]) continue;
    const words = name.split(/[/-]/);
    const os = words.map(word => SYSTEMS[word]).find(Boolean);
    const cpu = words.map(word => PROCESSORS[word]).find(Boolean);
    if (!os || !cpu || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const libc = words.includes('musl') ? ['musl'] : os === 'linux' && words.includes('gnu') ? ['glibc'] : undefined;
    lock.packages[key] = {version, cpu: [cpu], ...(libc && {libc}), ...(parent.dev && {dev: true}), license: parent.license, optional: true, os: [os], ...(parent.engines && {engines: parent.engines})};
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'nothing was missing' : `added ${added.join(', ')}`);
