import {makeProject} from '@motion-canvas/core';
import first from './scenes/first?scene';
import fading from './scenes/fading?scene';
import sliding from './scenes/sliding?scene';
import zooming from './scenes/zooming?scene';
import turning from './scenes/turning?scene';
import last from './scenes/last?scene';

export default makeProject({name: 'transitions', scenes: [first, fading, sliding, zooming, turning, last]});
