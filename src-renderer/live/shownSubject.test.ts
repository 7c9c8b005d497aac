import { describe, expect, it } from 'vitest';
import { type CaptureView, captureSettingsSchema, type SubjectView } from '#shared/contract/index.ts';
import { NOBODY, shownAfter } from './shownSubject.ts';

const ids: Readonly<Record<string, number>> = { Ann: 1, Bo: 2 };
const subject = (name: string, status: SubjectView['status']): SubjectView => ({
  id: ids[name] ?? 0,
  protocol: 'live_link_face',
  deviceId: name,
  subject: name,
  status,
  address: '192.168.1.7',
  isCalibrated: false,
});

const armed = (...subjects: SubjectView[]): CaptureView => ({
  isArmed: true,
  sockets: [],
  subjects,
  numbers: [],
  remotes: [],
  metaHuman: [],
  settings: captureSettingsSchema.parse({}),
  networks: [],
});

describe('whose face is shown', () => {
  it('is the first face after arming', () => {
    const waiting = shownAfter(NOBODY, armed(subject('Ann', 'no_face')));
    expect(waiting.id).toBeUndefined();
    expect(shownAfter(waiting, armed(subject('Ann', 'no_face'), subject('Bo', 'face'))).id).toBe(ids['Bo']);
  });

  it('stays when that face is lost and another comes', () => {
    const shown = shownAfter(NOBODY, armed(subject('Ann', 'face')));
    expect(shownAfter(shown, armed(subject('Ann', 'lost'), subject('Bo', 'face'))).id).toBe(ids['Ann']);
  });

  it('is left to the user after the first', () => {
    const shown = shownAfter(NOBODY, armed(subject('Ann', 'face')));
    const clip = { ...shown, id: undefined };
    expect(shownAfter(clip, armed(subject('Ann', 'face'))).id).toBeUndefined();
  });

  it('is nobody’s once capture is disarmed, and the first face’s again after arming', () => {
    const shown = shownAfter(NOBODY, armed(subject('Ann', 'face')));
    const disarmed = shownAfter(shown, { ...armed(), isArmed: false });
    expect(disarmed).toEqual(NOBODY);
    expect(shownAfter(disarmed, armed(subject('Ann', 'face'))).id).toBe(ids['Ann']);
  });
});
