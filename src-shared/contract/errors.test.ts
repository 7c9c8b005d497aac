import { describe, expect, it } from 'vitest';
import { MimesisError, toErrorInfo } from './errors.ts';

describe('what went wrong, as it crosses a process boundary', () => {
  it('keeps kind, message and remedy, also the second time', () => {
    const info = { kind: 'disk_full', message: 'The disk is full.', remedy: 'Make room.' };
    const told = toErrorInfo(new MimesisError('disk_full', info.message, { remedy: info.remedy }));
    expect(told).toEqual(info);
    expect(toErrorInfo(told)).toEqual(info);
  });

  it('is internal where nobody has explained it', () => {
    expect(toErrorInfo(new TypeError('x is not a function'))).toEqual({
      kind: 'internal',
      message: 'x is not a function',
    });
    expect(toErrorInfo('broken')).toEqual({ kind: 'internal', message: 'broken' });
  });
});
