import motionCanvas from '@motion-canvas/vite-plugin';
import ffmpeg from '@motion-canvas/ffmpeg';
import {defineConfig} from 'vite';
import path from 'node:path';

export default defineConfig({
  plugins: [motionCanvas({project: ['./project.ts']}), ffmpeg()],
  resolve: {
    alias: [
      {find: '@shared', replacement: path.resolve(import.meta.dirname, 'source')},
      {find: /^#(\w+)$/, replacement: path.resolve(import.meta.dirname, 'source/lib/$1')},
    ],
  },
  define: {__TITLE__: JSON.stringify('a constant of the build')},
});
