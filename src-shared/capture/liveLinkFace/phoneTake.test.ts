import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MimesisError } from '../../contract/index.ts';
import { describePhoneTake } from './phoneTake.ts';

const takeInfo = {
  ...{ frames: 1058, appVersion: 'v1.0.4 (build 17)', slate: 'HH_Neutral_2', calibrated: false },
  ...{ subject: 'my_iPhone', identifier: '20211006_HH_Neutral_2_1', date: '2021-10-06T11:31:46Z' },
  ...{ version: 1, take: 1, deviceModel: 'iPhone13,3' },
};
const videoInfo = { FrameRate: 60, Dimensions: { width: 1280, height: 720 }, Quality: 'high' };
const frameLog =
  'A,0,1,44100,10:00:00:29.100,0\nV,0,1000,60,10:00:00:30.000,0\nV,1,1001,60,10:00:00:31.000,0\n';
const texts = new Map([
  ['take.json', JSON.stringify(takeInfo)],
  ['video_metadata.json', JSON.stringify(videoInfo)],
  ['frame_log.csv', frameLog],
]);
const COMMON = ['take.json', 'video_metadata.json', 'frame_log.csv', 'audio_metadata.json', 'thumbnail.jpg'];
const STEM = 'HH_Neutral_2_1_my_iPhone';

describe('a take that a phone left in a folder', () => {
  it('is told by its take.json, the video by its own description, the start by the frame log', () => {
    const take = describePhoneTake([...COMMON, `${STEM}.csv`, `${STEM}.mov`], texts);
    expect(take).toMatchObject({ slate: 'HH_Neutral_2', takeNumber: 1, subject: 'my_iPhone' });
    expect(take).toMatchObject({ deviceModel: 'iPhone13,3', appVersion: 'v1.0.4 (build 17)' });
    expect(take).toMatchObject({ recordedAt: '2021-10-06T11:31:46Z', frameRate: 60 });
    expect(take.videoStart).toEqual({ timecode: '10:00:00:30.000', timeSeconds: 36_000.5 });
    expect(take.problems).toEqual([]);
  });

  it('has files of which each has its part', () => {
    const { files } = describePhoneTake([...COMMON, `${STEM}.csv`, `${STEM}.mov`, 'notes.txt'], texts);
    expect(Object.fromEntries(files.byKind)).toEqual({
      ...{ takeInfo: 'take.json', videoInfo: 'video_metadata.json', frameLog: 'frame_log.csv' },
      ...{ audioInfo: 'audio_metadata.json', thumbnail: 'thumbnail.jpg' },
      ...{ face: `${STEM}.csv`, video: `${STEM}.mov` },
    });
    expect(files).toMatchObject({ stem: STEM, face: `${STEM}.csv`, others: ['notes.txt'] });
  });

  it('is played calibrated where the actor was calibrated', () => {
    const faces = ['_raw', '_neutral', '_cal'].map((ending) => `${STEM}${ending}.csv`);
    const { files } = describePhoneTake([...COMMON, ...faces], texts);
    expect(files.face).toBe(`${STEM}_cal.csv`);
    expect(files.byKind.get('rawFace')).toBe(`${STEM}_raw.csv`);
    expect(files.byKind.get('neutralFace')).toBe(`${STEM}_neutral.csv`);
    expect(describePhoneTake([`${STEM}_raw.csv`], texts).files.face).toBe(`${STEM}_raw.csv`);
  });

  it('is told by the names of its files where there is no take.json', () => {
    const take = describePhoneTake(['MySlate_12_iPhone.csv', 'MySlate_12_iPhone.MOV'], new Map());
    expect(take).toMatchObject({ slate: 'MySlate', takeNumber: 12, subject: 'iPhone' });
    expect(take).toMatchObject({ deviceModel: undefined, recordedAt: undefined, frameRate: undefined });
    expect(take.videoStart).toBeUndefined();
    expect(take.files.byKind.get('video')).toBe('MySlate_12_iPhone.MOV');
    const renamed = describePhoneTake(['face.csv'], new Map());
    expect(renamed).toMatchObject({ slate: 'face', takeNumber: undefined, subject: '' });
  });

  it('is told apart from another by take.json, and from what macOS adds', () => {
    const names = [`._${STEM}.csv`, '.DS_Store', 'Other_1_iPhone.csv', `${STEM}.csv`];
    const { files } = describePhoneTake(names, texts);
    expect(files.face).toBe(`${STEM}.csv`);
    expect(files.others).toEqual(names.slice(0, 3));
  });

  it('may have a face whose name differs from its take.json', () => {
    expect(describePhoneTake(['HH Neutral_1_iPhone.csv'], texts)).toMatchObject({
      ...{ slate: 'HH_Neutral_2', takeNumber: 1, files: { face: 'HH Neutral_1_iPhone.csv' } },
    });
  });

  it.each([
    ['take.json', 'not json', 'take.json was left out: it is no JSON.'],
    ['take.json', '{"slate":"S","subject":"P"}', /^take\.json was left out: .*take/s],
    ['take.json', JSON.stringify({ ...takeInfo, date: 'yesterday' }), /^take\.json was left out: .*date/s],
    ['video_metadata.json', '{"FrameRate":0}', /^video_metadata\.json was left out: .*FrameRate/s],
  ])('goes on without %s that cannot be read, and says so', (name, text, problem) => {
    const take = describePhoneTake(['S_1_P.csv'], new Map([[name, text]]));
    expect(take).toMatchObject({ slate: 'S', takeNumber: 1, subject: 'P', frameRate: undefined });
    expect(take.problems).toEqual([expect.stringMatching(problem)]);
  });

  it.each([
    ['of the older app', 'V,0,1,60,10:00:00:30.000', 36_000.5],
    ['with lines of Windows', 'V,0,1,60,10:00:00:30.000\r\nV,1,2,60,10:00:00:31.000', 36_000.5],
    ['with drop frames', 'V,0,1,60,10:00:00;30,0', 36_000.5],
    ['past a day', 'V,0,1,60,34:00:00:30,0', 36_000.5],
    ['with no video', 'A,0,1,60,10:00:00:30,0', undefined],
    ['of other text', 'kind,index\nV,0\n', undefined],
  ])('begins when a frame log %s says', (_, log, timeSeconds) => {
    const logged = new Map([...texts, ['frame_log.csv', log] as const]);
    expect(describePhoneTake([`${STEM}.csv`], logged).videoStart?.timeSeconds).toBe(timeSeconds);
  });

  it('has a start that is a timecode alone where the rate of the video is not known', () => {
    const { videoStart } = describePhoneTake(['S_1_P.csv'], new Map([['frame_log.csv', frameLog]]));
    expect(videoStart).toEqual({ timecode: '10:00:00:30.000', timeSeconds: undefined });
  });

  it.each([
    ['without a face', [...COMMON, `${STEM}.mov`], /no CSV file of Live Link Face/],
    ['of the MetaHuman mode', [...COMMON, `${STEM}.mov`, 'depth_data.bin'], /MetaHuman mode/],
    ['of several takes', ['A_1_P.csv', 'A_2_P.csv'], /several takes: A_1_P, A_2_P/],
    ['with a neutral pose alone', ['A_1_P_neutral.csv'], /no face that moves/],
    ['that is empty', [], /no CSV file/],
  ])('%s is refused in plain words', (_, names, message) => {
    expect(() => describePhoneTake(names, new Map())).toThrow(message);
  });

  it('that is any names and texts at all is told or refused, never worse', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom(...COMMON, 'A_1_P.csv', 'A_1_P_cal.csv', '__proto__'));
    const text = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...texts.values()));
    fc.assert(
      fc.property(fc.array(name), fc.array(fc.tuple(name, text)), (names, contents) => {
        try {
          expect(names).toContain(describePhoneTake(names, new Map(contents)).files.face);
        } catch (error) {
          expect(error).toBeInstanceOf(MimesisError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
