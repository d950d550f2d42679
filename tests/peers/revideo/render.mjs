// node revideo/render.mjs <scene.tsx> <work folder> <out.mp4>: Revideo with its default exporter (WebCodecs) and one worker.
import {copyFileSync, mkdirSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {renderVideo} from '@revideo/renderer';

const [scene, work, out] = process.argv.slice(2).map(file => path.resolve(file));
mkdirSync(work, {recursive: true});
copyFileSync(scene, path.join(work, 'bench.tsx'));
for (const name of ['twoD.ts', 'core.ts']) copyFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), name), path.join(work, name));
writeFileSync(path.join(work, 'project.ts'), `import {makeProject} from '@revideo/core';
import bench from './bench';
export default makeProject({scenes: [bench], settings: {shared: {background: '#0d1117', size: {x: 1920, y: 1080}}, rendering: {exporter: {name: '@revideo/core/wasm'}, fps: 30, resolutionScale: 1, colorSpace: 'srgb'}}});
`);
writeFileSync(path.join(work, 'tsconfig.json'), JSON.stringify({compilerOptions: {jsx: 'react-jsx', jsxImportSource: '@revideo/2d/lib', target: 'esnext', module: 'esnext', moduleResolution: 'bundler'}}));
// It takes the project's path, and the folder for the film, from where it runs.
process.chdir(work);
await renderVideo({
  projectFile: './project.ts',
  settings: {
    outFile: 'bench.mp4',
    outDir: './output',
    workers: 1,
    projectSettings: {exporter: {name: '@revideo/core/wasm'}},
    puppeteer: {executablePath: process.env.CHROMIUM, args: ['--no-sandbox']},
    viteBasePort: 9207,
    viteConfig: {
      root: work,
      cacheDir: path.join(work, '.vite'),
      logLevel: 'error',
      // Found one by one, they would make Vite reload the page, which Revideo's server does not do: a first render would hang.
      optimizeDeps: {include: ['@revideo/2d', '@revideo/2d/lib/jsx-dev-runtime', '@revideo/core', '@revideo/renderer/lib/client/render']},
      resolve: {alias: [{find: /^@motion-canvas\/2d$/, replacement: path.join(work, 'twoD.ts')}, {find: /^@motion-canvas\/core$/, replacement: path.join(work, 'core.ts')}]},
    },
  },
});
renameSync(path.join(work, 'output', 'bench.mp4'), out);
process.exit(0);
