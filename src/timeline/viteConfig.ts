/**
 * What a project's own vite.config says about imports, read without Vite.
 *
 * In: the project's folder. Out: aliases and defined constants. The file is run with every package in it replaced by a
 * stand-in, so that no plugin starts and nothing is written; what it computes with Node's own modules is real.
 */
import {build} from 'esbuild';
import {existsSync} from 'node:fs';
import {builtinModules} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

/** An import prefix, or a pattern, and what stands for it. */
export interface Alias {
  readonly find: string | RegExp;
  readonly replacement: string;
}

export interface ViteConfig {
  readonly aliases: readonly Alias[];
  /** Names replaced in the code by expressions. */
  readonly define: Readonly<Record<string, string>>;
  /** Why the file could not be read; its aliases are then unknown. */
  readonly failure?: string;
}

const NOTHING: ViteConfig = {aliases: [], define: {}};

/**
 * Reads vite.config.ts (or .mts, .js, .mjs, .cjs, .cts) in a folder.
 *
 * @param root - absolute path
 * @returns nothing set where there is no such file; `failure` where it needs more than a stand-in gives
 */
export async function readViteConfig(root: string): Promise<ViteConfig> {
  const file = ['ts', 'mts', 'js', 'mjs', 'cjs', 'cts'].map(extension => path.join(root, `vite.config.${extension}`)).find(existsSync);
  if (file === undefined) return NOTHING;
  try {
    const module = (await import(`data:text/javascript;base64,${Buffer.from(await bundled(file)).toString('base64')}`)) as {default?: unknown};
    const given = typeof module.default === 'function' ? await module.default({command: 'build', mode: 'production'}) : await module.default;
    return settingsIn(given as RawConfig | undefined, root);
  } catch (error) {
    return {...NOTHING, failure: `${path.basename(file)}: ${(error as Error).message.split('\n')[0]}`};
  }
}

interface RawConfig {
  readonly resolve?: {readonly alias?: Readonly<Record<string, unknown>> | readonly Alias[]};
  readonly define?: Readonly<Record<string, unknown>>;
}

function settingsIn(config: RawConfig | undefined, root: string): ViteConfig {
  const alias = config?.resolve?.alias ?? [];
  const listed = Array.isArray(alias) ? (alias as readonly Alias[]) : Object.entries(alias).map(([find, replacement]) => ({find, replacement}));
  return {
    aliases: listed
      .filter((entry): entry is Alias => typeof entry.replacement === 'string' && (typeof entry.find === 'string' || entry.find instanceof RegExp))
      .map(({find, replacement}) => ({find, replacement: replacement.startsWith('.') ? path.resolve(root, replacement) : replacement})),
    define: Object.fromEntries(Object.entries(config?.define ?? {}).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])),
  };
}

async function bundled(file: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [file],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(file).href),
      'import.meta.dirname': JSON.stringify(path.dirname(file)),
      'import.meta.filename': JSON.stringify(file),
      __dirname: JSON.stringify(path.dirname(file)),
      __filename: JSON.stringify(file),
    },
    plugins: [
      {
        name: 'stand-ins',
        setup(plugin) {
          plugin.onResolve({filter: /^[^./]/}, ({path: name, kind}) => {
            if (kind === 'entry-point' || path.isAbsolute(name)) return undefined;
            return name.startsWith('node:') || builtinModules.includes(name) ? {path: name, external: true} : {path: name, namespace: 'stand-in'};
          });
          plugin.onLoad({filter: /.*/, namespace: 'stand-in'}, () => ({contents: STAND_IN, loader: 'js'}));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** Answers any property and any call with itself; Vite's helpers for configurations do their work. */
const STAND_IN = `
const known = {defineConfig: config => config, mergeConfig: (a, b) => ({...a, ...b}), loadEnv: () => ({}), normalizePath: path => path};
const get = (_, name) => known[name] ?? (name === 'then' || name === '__esModule' || typeof name === 'symbol' ? undefined : anything);
const anything = new Proxy(function () {}, {get, apply: () => anything, construct: () => anything, getPrototypeOf: () => new Proxy({}, {get})});
module.exports = anything;
`;
