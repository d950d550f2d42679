import {makePlugin, makeProject} from '@motion-canvas/core';
import slides from './scenes/slides?scene';

declare global {
  // Counted by the plugin, shown by the scene.
  var pluginCalls: string[];
}

globalThis.pluginCalls = [];

const plugin = makePlugin({
  name: 'counting',
  project: () => void globalThis.pluginCalls.push('project'),
  settings: () => void globalThis.pluginCalls.push('settings'),
});

export default makeProject({
  name: 'variables',
  scenes: [slides],
  plugins: [plugin()],
  variables: {title: 'from the project', size: 120, colour: '#e13238'},
});
