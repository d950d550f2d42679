import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Motion Canvas as published cannot be imported by Node, so it goes through the transformer; so do components,
 * whose decorators need the same TypeScript options as an author's scenes.
 */
export default defineConfig({
  root,
  resolve: {conditions: ['lectern-source']},
  ssr: {resolve: {conditions: ['lectern-source']}},
  oxc: {
    jsx: {runtime: 'automatic', importSource: '@motion-canvas/2d/lib'},
    decorator: {legacy: true},
    assumptions: {setPublicClassFields: true},
    typescript: {removeClassFieldsWithoutInitializer: true},
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**'],
    server: {deps: {inline: [/@motion-canvas/, /code-fns/]}},
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
