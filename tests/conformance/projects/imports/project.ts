import {makeProject} from '@motion-canvas/core';
import everything from './scenes/everything?scene';
import './fonts/fonts.css';

export default makeProject({scenes: [everything], experimentalFeatures: false});
