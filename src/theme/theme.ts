/**
 * What a scene looks like: colours by meaning, and the faces of type. Read by every component while it draws.
 *
 * The chapter says which theme (`theme: 'light'`); it reaches the scene as the variable `theme`, so the same film can
 * be drawn on dark ground and on paper. Nothing here knows the stage: in the browser editor it works alike.
 */
import {useScene} from '@motion-canvas/core';
import {dark, light, type Palette} from './palettes';
import {faces, type Faces} from './type';

/** The themes that ship. */
export type ThemeName = 'dark' | 'light';

/** Colours by meaning and the faces of type, under one roof: `theme().query`, `theme().textFont`. */
export interface Theme extends Palette, Faces {
  readonly name: ThemeName;
}

/** Both themes, by name. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  dark: {name: 'dark', ...dark, ...faces},
  light: {name: 'light', ...light, ...faces},
};

/**
 * The theme of the scene that is running or drawing; outside of any scene, the dark one.
 *
 * Depends on the scene's variable `theme`, so a signal that calls it follows a change of theme.
 *
 * @throws RangeError 'Unknown theme "sepia": it is "dark" or "light"'
 * @example <Txt text="query" fill={theme().query} fontFamily={theme().textFont} />
 */
export function theme(): Theme {
  return themeNamed(sceneThemeName());
}

/** A theme by name. @throws RangeError 'Unknown theme "sepia": it is "dark" or "light"' */
export function themeNamed(name: string): Theme {
  if (name !== 'dark' && name !== 'light') throw new RangeError(`Unknown theme ${JSON.stringify(name)}: it is "dark" or "light"`);
  return themes[name];
}

function sceneThemeName(): string {
  let scene;
  try {
    scene = useScene();
  } catch {
    return 'dark';
  }
  return scene.variables.get('theme', 'dark')();
}
