/**
 * What a scene may import from `lectern`, one line a thing.
 *
 * Ground rules: the stage is 1920 x 1080 px with its origin in the centre, x to the right and y down; planes and spaces
 * count in units of their own, y up; angles are in degrees, times in seconds.
 */
export {defineChapter} from './chapter/chapter';
