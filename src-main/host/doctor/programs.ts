import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Finding } from './finding.ts';

interface Program {
  readonly name: string;
  readonly command: string;
  readonly versionArgument: string;
  readonly debian: string;
  readonly need: Finding['need'];
}

const PROGRAMS: readonly Program[] = [
  { name: 'ffmpeg', command: 'ffmpeg', versionArgument: '-version', debian: 'ffmpeg', need: 'main job' },
  { name: 'ffprobe', command: 'ffprobe', versionArgument: '-version', debian: 'ffmpeg', need: 'main job' },
  { name: 'Python 3', command: 'python3', versionArgument: '--version', debian: 'python3', need: 'tests' },
  { name: 'SoX', command: 'sox', versionArgument: '--version', debian: 'sox', need: 'tests' },
  {
    name: 'eSpeak NG',
    command: 'espeak-ng',
    versionArgument: '--version',
    debian: 'espeak-ng',
    need: 'tests',
  },
  { name: 'Chromium', command: 'chromium', versionArgument: '--version', debian: 'chromium', need: 'tests' },
  { name: 'Xvfb', command: 'xvfb-run', versionArgument: '--help', debian: 'xvfb xauth', need: 'tests' },
];

const run = promisify(execFile);

/** Programs that are started as separate processes: whether each runs, and which version it is. */
export function examinePrograms(): Promise<Finding[]> {
  return Promise.all(PROGRAMS.map(examineProgram));
}

async function examineProgram({ name, command, versionArgument, debian, need }: Program): Promise<Finding> {
  try {
    const { stdout } = await run(command, [versionArgument], { timeout: 10_000 });
    return { name, state: 'found', detail: /\d+(\.\d+)+/.exec(stdout)?.[0] ?? '', need };
  } catch {
    return { name, state: 'missing', detail: '', need, remedy: installHint(debian) };
  }
}

function installHint(debianPackage: string): string {
  if (process.platform === 'darwin') return `brew install ${debianPackage}`;
  if (process.platform === 'win32') return `winget install ${debianPackage}`;
  return `sudo apt-get install ${debianPackage}`;
}
