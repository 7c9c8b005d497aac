import { basename } from 'node:path';
import { MimesisError, TAKE_FORMATS, type TakeFormat, toErrorInfo } from '#shared/contract/index.ts';
import { readSettings } from '../host/settings.ts';
import { type TakeRecord, Workspace } from '../host/store/index.ts';
import { exportTake, importTakes, mendTakes, TakeShelf } from '../host/takes/index.ts';
import { APP_VERSION } from '../host/version.ts';
import { readArguments, userPath } from './arguments.ts';
import { exitCodeFor } from './exitCode.ts';
import { log, print, printError, table } from './output.ts';

const HELP = `Usage: mimesis take COMMAND [--workspace DIR]

  list [--search WORDS] [--json]   the takes of the workspace, newest first
  import PATH...                   folders that Live Link Face has left, its CSV files, captured frames (JSONL)
  export TAKE --format csv|jsonl --out DIR [--recorded]
                                   writes a take, by its name or id, a file for each subject: as Live Link Face writes
                                   it, or as captured frames; as it plays (calibrated, edited, trimmed), or with
                                   --recorded all of it as it was recorded`;

const OPTIONS_OF = {
  list: ['search', 'json'],
  import: [],
  export: ['format', 'out', 'recorded'],
} as const satisfies Record<string, readonly string[]>;
type Action = keyof typeof OPTIONS_OF;
const ALL_OPTIONS = Object.values(OPTIONS_OF).flat();

const PAGE = 500;

interface Values {
  readonly search?: string | undefined;
  readonly json?: boolean | undefined;
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly recorded?: boolean | undefined;
}

/** `mimesis take`. */
export async function take(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    workspace: { type: 'string' },
    search: { type: 'string' },
    json: { type: 'boolean' },
    format: { type: 'string' },
    out: { type: 'string' },
    recorded: { type: 'boolean' },
    help: { type: 'boolean', default: false },
  });
  if (values.help) {
    print(HELP);
    return 0;
  }
  const [command, ...subjects] = positionals;
  const action = (Object.keys(OPTIONS_OF) as Action[]).find((each) => each === command);
  if (!action) throw wrongUse('Say what to do: list, import or export takes.');
  const foreign = ALL_OPTIONS.find(
    (name) => values[name] !== undefined && !OPTIONS_OF[action].some((each) => each === name),
  );
  if (foreign) throw wrongUse(`"mimesis take ${action}" has no option --${foreign}.`);
  const work = plan(action, subjects, values);
  const workspace = Workspace.open(userPath(values.workspace ?? readSettings().workspaceFolder));
  try {
    const shelf = new TakeShelf(workspace.takesFolder, workspace.takes);
    await mendTakes(workspace.takesFolder);
    for (const { error } of await shelf.synchronise()) printError(error);
    return await work(shelf, workspace.takesFolder);
  } finally {
    workspace.close();
  }
}

/** What is to be done, once it is clear that it can be meant. Throws `usage`. */
function plan(
  action: Action,
  subjects: readonly string[],
  values: Values,
): (shelf: TakeShelf, takesFolder: string) => Promise<number> {
  switch (action) {
    case 'list':
      if (subjects.length > 0) throw wrongUse('Use --search to look for takes.');
      return async (shelf) => list(shelf, values);
    case 'import':
      if (subjects.length === 0) throw wrongUse('Name what to import.');
      return (shelf, takesFolder) => importAll(shelf, takesFolder, subjects.map(userPath));
    case 'export': {
      const [name, ...more] = subjects;
      if (name === undefined || more.length > 0) throw wrongUse('Name one take, by its name or id.');
      const format = formatOf(values.format);
      if (values.out === undefined) throw wrongUse('Say where to write to: --out DIR.');
      const target = userPath(values.out);
      return async (shelf) => {
        const folder = shelf.folderOf(find(shelf, name).id);
        const files = await exportTake(folder, target, {
          format,
          content: values.recorded === true ? 'recorded' : 'played',
        });
        for (const file of files) print(file);
        return 0;
      };
    }
  }
}

function list(shelf: TakeShelf, { search = '', json = false }: Values): number {
  const takes = [...allTakes(shelf, search)];
  if (json) {
    print(JSON.stringify(takes.map(({ stamp: _, ...each }) => each)));
    return 0;
  }
  const rows = takes.map(({ id, name, subjects, durationSeconds, frames, droppedFrames, rating }) => [
    name,
    subjects.join(', '),
    `${durationSeconds.toFixed(1)} s`,
    String(frames),
    String(droppedFrames),
    rating === 0 ? '' : String(rating),
    id,
  ]);
  print(table([['name', 'subjects', 'length', 'frames', 'dropped', 'rating', 'id'], ...rows]));
  return 0;
}

/** Goes on where one of several cannot be imported. */
async function importAll(shelf: TakeShelf, takesFolder: string, paths: readonly string[]): Promise<number> {
  let exitCode = 0;
  for (const path of paths) {
    try {
      const { takeIds, problems, failures } = await importTakes(path, {
        takesFolder,
        appVersion: APP_VERSION,
      });
      for (const id of takeIds) {
        const { name, frames, durationSeconds } = await shelf.add(id);
        print(`Imported ${name}: ${frames} frames, ${durationSeconds.toFixed(1)} s.`);
      }
      for (const problem of problems) log(problem);
      for (const failure of failures) {
        printError(failure);
        exitCode = Math.max(exitCode, exitCodeFor(failure));
      }
    } catch (error) {
      const info = toErrorInfo(error);
      printError({ ...info, message: `${basename(path)}: ${info.message}` });
      exitCode = Math.max(exitCode, exitCodeFor(info));
    }
  }
  return exitCode;
}

function find(shelf: TakeShelf, wanted: string): TakeRecord {
  const found = [...allTakes(shelf, '')].filter(({ id, name }) => id === wanted || name === wanted);
  const [only, ...more] = found;
  if (!only) {
    throw new MimesisError('usage', `There is no take "${wanted}" in the workspace.`, {
      remedy: 'mimesis take list',
    });
  }
  if (more.length === 0) return only;
  throw new MimesisError('usage', `${found.length} takes are called "${wanted}".`, {
    remedy: `Name one by its id: ${found.map(({ id }) => id).join(', ')}.`,
  });
}

function* allTakes(shelf: TakeShelf, search: string): Generator<TakeRecord> {
  const query = {
    search,
    tag: null,
    minRating: 0,
    inTrash: false,
    order: 'startedAt',
    descending: true,
  } as const;
  for (let offset = 0; ; offset += PAGE) {
    const { takes } = shelf.page({ ...query, offset, limit: PAGE });
    yield* takes;
    if (takes.length < PAGE) return;
  }
}

function formatOf(name: string | undefined): TakeFormat {
  const format = TAKE_FORMATS.find((each) => each === name);
  if (format) return format;
  throw wrongUse(`Say in which format: --format ${TAKE_FORMATS.join(' or ')}.`);
}

const wrongUse = (message: string): MimesisError =>
  new MimesisError('usage', message, { remedy: 'mimesis take --help' });
