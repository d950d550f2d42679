/**
 * Plugins that a project brings along (`makeProject({plugins: [myPlugin()]})`): what they do to settings and to the project.
 *
 * Plugins named by package are parts of the editor; players, presenters and exporters do not exist here, so their hooks
 * are left alone.
 */
import {AuthorError, ExitCode} from '../author/authorError';

interface Plugin {
  readonly name: string;
  settings?(settings: object): object | void;
  project?(project: object): void;
}

interface Configuration {
  readonly plugins?: readonly unknown[];
}

function pluginsOf({plugins = []}: Configuration): Plugin[] {
  const seen = new Set<string>();
  return plugins.filter((plugin): plugin is Plugin => {
    const {name} = (plugin ?? {}) as Partial<Plugin>;
    if (name === undefined || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/**
 * Lets each plugin look at the settings, in order; one may answer with others.
 *
 * @throws AuthorError `Cannot open the project: its plugin "…" failed: …`
 */
export function settingsAfterPlugins<T extends Configuration>(config: T): T {
  return pluginsOf(config).reduce((settings, plugin) => (told(plugin, () => plugin.settings?.(settings)) as T | undefined) ?? settings, config);
}

/** Shows each plugin the project that the settings made. */
export function showProject(config: Configuration, project: object): void {
  for (const plugin of pluginsOf(config)) told(plugin, () => plugin.project?.(project));
}

function told<T>({name}: Plugin, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const {message, stack} = error as Error;
    const failure = new AuthorError(`Cannot open the project: its plugin "${name}" failed: ${message}`, {
      exitCode: ExitCode.scene,
      fix: 'mend the plugin, or take it out of the project',
      cause: error,
    });
    // The place of the failure is the plugin's own line.
    throw Object.assign(failure, {stack});
  }
}

