import { recogniseBones } from '#shared/body/index.ts';
import { MimesisError } from '#shared/contract/index.ts';
import { expectedTargets, recogniseFace } from '#shared/face/index.ts';
import { AvatarDesk, LibraryShelf, morphTargetsOf, readAvatarFile } from '../host/library/index.ts';
import { readSettings } from '../host/settings.ts';
import { readArguments, userPath } from './arguments.ts';
import { log, print, table } from './output.ts';

const HELP = `Usage: mimesis avatar COMMAND

The avatars of your library, which every workspace shares. FBX files are added in the studio.

  add FILE.glb [--name NAME]     copy an avatar into the library
  list [--json]                  what is in the library
  remove NAME                    take an avatar, and its file, out of the library
  inspect FILE.glb [--json]      profile, missing targets and bones of a file, without adding it`;

const COMMANDS = ['add', 'list', 'remove', 'inspect'] as const;
type Action = (typeof COMMANDS)[number];

interface Values {
  readonly name?: string | undefined;
  readonly json?: boolean | undefined;
}

const OPTIONS = ['name', 'json'] as const;
const OPTIONS_OF: Readonly<Record<Action, readonly string[]>> = {
  add: ['name'],
  list: ['json'],
  remove: [],
  inspect: ['json'],
};

/** `mimesis avatar`. */
export async function avatar(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    name: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', default: false },
  });
  if (values.help) {
    print(HELP);
    return 0;
  }
  const [command, subject, ...more] = positionals;
  const action = COMMANDS.find((each) => each === command);
  const wantsSubject = action !== 'list';
  if (!action || more.length > 0 || (subject !== undefined) !== wantsSubject) {
    throw new MimesisError('usage', 'Say what to do with which avatar.', { remedy: 'mimesis avatar --help' });
  }
  const foreign = OPTIONS.find((name) => values[name] !== undefined && !OPTIONS_OF[action].includes(name));
  if (foreign) {
    throw new MimesisError('usage', `"mimesis avatar ${action}" has no option --${foreign}.`, {
      remedy: 'mimesis avatar --help',
    });
  }
  await (action === 'inspect' ? inspect(subject ?? '', values) : withDesk(action, subject ?? '', values));
  return 0;
}

async function withDesk(action: Exclude<Action, 'inspect'>, subject: string, values: Values): Promise<void> {
  const shelf = new LibraryShelf(readSettings().libraryFolder);
  const desk = new AvatarDesk({ shelf, offer: (file) => file, onChange: () => {} });
  try {
    const { avatars, notice } = await desk.list();
    if (notice !== null) log(notice);
    if (action === 'add') await add(desk, subject, values);
    else if (action === 'remove') {
      const named = avatars.find(({ name, builtIn }) => name === subject && !builtIn);
      if (!named) {
        throw new MimesisError('usage', `There is no avatar "${subject}" in the library.`, {
          remedy: 'mimesis avatar list',
        });
      }
      await desk.remove(named.id);
      print(`Removed ${subject}.`);
    } else if (values.json) print(JSON.stringify(avatars));
    else {
      const rows = avatars.map(({ name, profile, bytes, builtIn }) => [
        name,
        profile,
        megabytes(bytes),
        builtIn ? 'built in' : '',
      ]);
      print(table([['name', 'profile', 'size', ''], ...rows]));
    }
  } finally {
    shelf.close();
  }
}

async function add(desk: AvatarDesk, file: string, { name }: Values): Promise<void> {
  const { avatar, face } = await desk.importFile(userPath(file), name);
  print(`Added ${avatar.name}: ${avatar.profile} (${face.certainty}), ${missingOf(face)}.`);
}

async function inspect(file: string, { json }: Values): Promise<void> {
  const description = await readAvatarFile(userPath(file));
  const face = recogniseFace(morphTargetsOf(description));
  const skeleton = recogniseBones(description.joints);
  if (json) {
    print(JSON.stringify({ face, skeleton, contents: description }));
    return;
  }
  const { meshes, triangles, vertices, textureBytes, morphBytes } = description;
  print(
    table([
      ['profile', `${face.profile} (${face.certainty})`],
      ['face', missingOf(face)],
      ['without', face.missing.join(' ') || 'none'],
      ['others', face.extra.join(' ') || 'none'],
      ['bones', `${skeleton.skeleton ?? 'unknown'}, ${Object.keys(skeleton.bones).length} joints known`],
      ['without', skeleton.missing.join(' ') || 'none'],
      ...meshes.map(({ name, morphTargets }) => ['mesh', `${name}: ${morphTargets.length} morph targets`]),
      ['size', `${triangles} triangles, ${vertices} vertices`],
      ['memory', `${megabytes(textureBytes)} textures, ${megabytes(morphBytes)} morph targets`],
    ]),
  );
}

function missingOf({ profile, missing }: ReturnType<typeof recogniseFace>): string {
  const expected = expectedTargets(profile).length;
  return `${expected - missing.length} of ${expected} needed targets`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
