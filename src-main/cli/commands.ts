import { MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { exitCodeFor } from './exitCode.ts';
import { outliveReaders, print, printError } from './output.ts';

/** A command: takes its own arguments, returns the exit code. */
type Command = (args: string[]) => Promise<number>;

const commands: Record<string, { summary: string; load: () => Promise<Command> }> = {
  track: {
    summary: 'track a manifest, a folder or a video into a workspace',
    load: async () => (await import('./track.ts')).track,
  },
  export: {
    summary: 'write packages for Unreal',
    load: async () => (await import('./export.ts')).exportPackages,
  },
  start: {
    summary: 'track PATH, then keep the host up',
    load: async () => (await import('./start.ts')).start,
  },
  serve: {
    summary: 'keep the host up for a workspace',
    load: async () => (await import('./serve.ts')).serve,
  },
  simulate: {
    summary: 'play a take as a phone would send it',
    load: async () => (await import('./simulate.ts')).simulate,
  },
  avatar: {
    summary: 'add, list, remove or inspect avatars',
    load: async () => (await import('./avatar.ts')).avatar,
  },
  take: {
    summary: 'list, import or export takes',
    load: async () => (await import('./take.ts')).take,
  },
  models: {
    summary: 'list or install the tracking models',
    load: async () => (await import('./models.ts')).models,
  },
  doctor: {
    summary: 'check what this computer has and lacks',
    load: async () => (await import('./doctor.ts')).doctor,
  },
};

function usage(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`);
  return ['Usage: mimesis COMMAND [options]', '', ...lines, '', 'mimesis COMMAND --help tells more.'].join(
    '\n',
  );
}

/** Runs the command that the arguments name, and sets the exit code. */
export async function runCommand(args: readonly string[]): Promise<void> {
  outliveReaders();
  try {
    process.exitCode = await dispatch(args);
  } catch (error) {
    const info = toErrorInfo(error);
    printError(info);
    if (info.kind === 'internal')
      printError({ kind: 'internal', message: error instanceof Error ? String(error.stack) : '' });
    process.exitCode = exitCodeFor(info);
  }
}

async function dispatch([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    print(usage());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    throw new MimesisError('usage', `There is no command "${name}".`, {
      remedy: 'mimesis help lists the commands.',
    });
  }
  return (await command.load())(args);
}
