import { describe, expect, it } from 'vitest';
import { findMissing, findOffered } from './apt.mjs';

/** One entry of `apt-cache policy`. */
function entry(name: string, candidate: string): string {
  return `${name}:\n  Installed: (none)\n  Candidate: ${candidate}\n  Version table:\n`;
}

describe('missing packages', () => {
  it('are those that dpkg does not call installed', () => {
    const status = 'libgtk-3-0 installed\nlibnss3 config-files\n';
    expect(findMissing(['libgtk-3-0', 'libnss3', 'libgbm1'], status)).toEqual(['libnss3', 'libgbm1']);
  });

  it('do not include a library installed under its t64 name', () => {
    expect(findMissing(['libgtk-3-0'], 'libgtk-3-0t64 installed\n')).toEqual([]);
  });
});

describe('offered packages', () => {
  it('keep their names on Debian 12', () => {
    const policy = entry('ffmpeg', '7:5.1.9-0+deb12u1') + entry('libgtk-3-0', '3.24.38-2~deb12u3');
    expect(findOffered(['ffmpeg', 'libgtk-3-0'], policy)).toEqual({
      offered: ['ffmpeg', 'libgtk-3-0'],
      refused: [],
    });
  });

  it('have t64 names since Ubuntu 24.04', () => {
    const policy = entry('libasound2', '(none)') + entry('libasound2t64', '1.2.11-1ubuntu0.1');
    expect(findOffered(['libasound2'], policy)).toEqual({ offered: ['libasound2t64'], refused: [] });
  });

  it("do not include Ubuntu's package that fetches a snap, nor one that is unknown", () => {
    const policy = entry('chromium', '2:1snap1-0ubuntu2');
    expect(findOffered(['chromium', 'sox'], policy)).toEqual({ offered: [], refused: ['chromium', 'sox'] });
  });
});
