import { join } from 'node:path';
import { MimesisError } from '#shared/contract/index.ts';
import { writeUnrealIndex, writeUnrealPackage } from '../host/export/index.ts';
import { readSettings } from '../host/settings.ts';
import { Workspace } from '../host/store/index.ts';
import { readArguments, userPath } from './arguments.ts';
import { log, print } from './output.ts';

const HELP = `Usage: mimesis export unreal (--all | --word W | --video ID) --out DIR [--workspace DIR]

Writes one package per tracked clip: the track, the MetaHuman mapping, and a script that builds an AnimSequence in
Unreal. Packages lie in DIR/<word>/<file name>/, listed in DIR/index.json.`;

/** `mimesis export unreal`. */
export async function exportPackages(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    workspace: { type: 'string' },
    out: { type: 'string' },
    all: { type: 'boolean', default: false },
    word: { type: 'string' },
    video: { type: 'string' },
    help: { type: 'boolean', default: false },
  });
  if (values.help) {
    print(HELP);
    return 0;
  }
  const choices = [values.all, values.word !== undefined, values.video !== undefined].filter(Boolean).length;
  if (positionals.join(' ') !== 'unreal' || choices !== 1 || values.out === undefined) {
    throw new MimesisError(
      'usage',
      'Say what to export (--all, --word W or --video ID) and where to (--out DIR).',
      {
        remedy: 'mimesis export --help',
      },
    );
  }
  const settings = readSettings();
  const workspace = Workspace.open(userPath(values.workspace ?? settings.workspaceFolder));
  try {
    const clips = workspace.jobs.trackedClips({ word: values.word, videoId: values.video });
    if (clips.length === 0) {
      throw new MimesisError('usage', 'No tracked clip fits.', { remedy: 'mimesis track makes them.' });
    }
    const out = userPath(values.out);
    for (const clip of clips) {
      const { folder } = await writeUnrealPackage({
        clip: { ...clip, id: clip.clipId },
        track: { path: join(workspace.folder, clip.dataPath), sha256: clip.sha256 },
        quality: clip.quality,
        outFolder: out,
        settings: settings.unreal,
      });
      workspace.jobs.setExportPath(clip, folder);
      log(`${clip.word} (${clip.filename}): ${folder}`);
    }
    const { packages, problems } = await writeUnrealIndex(out);
    for (const problem of problems) log(`not listed: ${problem}`);
    print(`${clips.length} packages written; ${out} holds ${packages}.`);
  } finally {
    workspace.close();
  }
  return 0;
}
