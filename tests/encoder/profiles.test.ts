import {describe, expect, test} from 'vitest';
import {chunkFrames, drawnSize, encoderSettings, profileNames, x264Arguments} from '../../src/encoder/profiles';

const film = {width: 1920, height: 1080, fps: 60};

describe('encoderSettings()', () => {
  test.each(profileNames)('of %s is plain, repeatable and whole', profile => {
    const settings = encoderSettings({profile, ...film});
    expect(JSON.parse(JSON.stringify(settings))).toEqual(settings);
    expect(encoderSettings({profile, ...film})).toEqual(settings);
    expect(settings.timescale % settings.fps).toBe(0);
  });

  test('of youtube closes a GOP each half second with two B-frames', () => {
    expect(encoderSettings({profile: 'youtube', ...film})).toMatchObject({gopFrames: 30, bFrames: 2, preset: 'slow', crf: 16, tune: 'animation', pixelFormat: 'yuv420p'});
  });

  test('of master keeps full colour in ten bits', () => {
    expect(encoderSettings({profile: 'master', ...film}).pixelFormat).toBe('yuv444p10le');
  });

  test('takes what the author changed, and nothing that is undefined', () => {
    expect(encoderSettings({profile: 'review', ...film, overrides: {crf: 30, preset: undefined}})).toMatchObject({crf: 30, preset: 'veryfast'});
  });

  test.each([
    [{crf: 99}, '"crf" 99'], [{preset: 'warp'}, '"preset" "warp"'], [{gopFrames: 0.5}, '"gopFrames" 0.5'], [{bitrate: 1}, 'these settings'],
  ])('with %o says what is wrong', (overrides, said) => {
    expect(() => encoderSettings({profile: 'review', ...film, overrides: overrides as object})).toThrow(`Cannot encode with ${said}`);
  });

  test('of an odd size says how to mend it', () => {
    expect(() => encoderSettings({profile: 'review', width: 1921, height: 1080, fps: 30})).toThrow(expect.objectContaining({
      message: 'Cannot encode 1921x1080: yuv420p stores colour for two by two pixels, so both sides must be even',
      fix: 'make the film 1922x1080, or choose another --scale', exitCode: 2,
    }));
    expect(encoderSettings({profile: 'master', width: 1921, height: 1081, fps: 30}).width).toBe(1921);
  });

  test.each([[0], [29.97], [NaN], [241]])('of %d frames a second is a RangeError', fps => {
    expect(() => encoderSettings({profile: 'review', width: 1920, height: 1080, fps})).toThrow(RangeError);
  });
});

describe('chunkFrames()', () => {
  test.each([1, 12, 24, 25, 30, 48, 50, 60, 120, 240])('at %i frames a second is a whole number of GOPs, for every profile', fps => {
    for (const profile of profileNames) {
      const settings = encoderSettings({profile, width: 1920, height: 1080, fps});
      expect(chunkFrames(settings) % settings.gopFrames).toBe(0);
      expect(chunkFrames(settings)).toBeGreaterThan(0);
    }
  });

  test('at 60 frames a second is five seconds', () => {
    expect(chunkFrames(encoderSettings({profile: 'review', ...film}))).toBe(300);
  });
});

describe('drawnSize()', () => {
  test('of a draft is half, each side even', () => {
    expect(drawnSize('draft', {width: 1920, height: 1080})).toEqual({width: 960, height: 540, scale: 0.5});
    expect(drawnSize('draft', {width: 854, height: 2})).toEqual({width: 428, height: 2, scale: 0.5});
  });

  test('of any other profile is the film itself', () => {
    for (const profile of ['review', 'youtube', 'master'] as const) expect(drawnSize(profile, {width: 641, height: 480})).toEqual({width: 641, height: 480, scale: 1});
  });
});

describe('x264Arguments()', () => {
  test('pins threads and the GOP grid, and tags BT.709', () => {
    const args = x264Arguments(encoderSettings({profile: 'review', ...film})).join(' ');
    for (const part of ['-threads 1 ', 'keyint=60:min-keyint=60:scenecut=0:open-gop=0:stitchable=1', '-colorspace bt709', '-color_range tv', '-flags:v +bitexact']) {
      expect(args).toContain(part);
    }
  });
});
