import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROFILE_TARGETS } from '#shared/face/index.ts';
import { testAvatar } from '../../../scripts/testing/glb.ts';
import { startStudio } from '../../../scripts/testing/startStudio.ts';
import { temporaryFolder } from '../../../scripts/testing/temporaryFolder.ts';

const emotion = {
  format: 'mimesis-preset',
  version: 1,
  kind: 'emotion',
  name: 'Proud',
  targets: { Mouth_Smile_L: 0.4 },
  transitionSeconds: 0.5,
} as const;

describe('a studio and the library of its user', () => {
  it('brings an avatar by its path, sets it up and shows it', async () => {
    const { ask, heard, origin } = await startStudio({ libraryFolder: temporaryFolder() });
    const file = join(temporaryFolder(), 'Bo.glb');
    writeFileSync(file, testAvatar({ meshes: { Face: [...PROFILE_TARGETS.arkit] } }));
    const { avatar, path, face } = await ask('avatar.import', { path: file });
    expect(face).toMatchObject({ profile: 'arkit', certainty: 'sure', missing: [] });
    expect((await fetch(origin + path)).status).toBe(200);
    await ask('avatar.configure', { id: avatar.id, name: 'Bo B.', morphMappings: { jawOpen: [] } });
    expect((await ask('avatar.open', { id: avatar.id })).face.missing).toEqual(['jawOpen']);
    await ask('preferences.write', { defaultAvatar: avatar.id });
    expect(await ask('preferences.read', {})).toMatchObject({ defaultAvatar: avatar.id });
    await ask('avatar.remove', { id: avatar.id });
    expect((await ask('avatars.list', {})).avatars.filter(({ builtIn }) => !builtIn)).toEqual([]);
    expect(heard()).toEqual(Array(4).fill('avatars_changed'));
  });

  it('edits presets', async () => {
    const { ask, heard } = await startStudio({ libraryFolder: temporaryFolder() });
    const { presets } = await ask('presets.list', { kind: 'emotion' });
    const copy = await ask('presets.duplicate', { id: presets[0]?.id ?? '' });
    const saved = await ask('presets.save', { document: emotion, edited: copy });
    expect(saved).toMatchObject({ id: copy.id, name: 'Proud', version: 2 });
    const { text } = await ask('presets.export', { id: saved.id });
    expect(await ask('presets.import', { text })).toMatchObject({ name: 'Proud 2' });
    await expect(ask('presets.save', { document: emotion, edited: copy })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await ask('presets.remove', { id: saved.id });
    expect(heard()).toEqual(Array(4).fill('presets_changed'));
  });

  it('hears of what the user changes in another workspace', async () => {
    const folder = temporaryFolder();
    const [first, second] = await Promise.all([
      startStudio({ libraryFolder: folder }),
      startStudio({ libraryFolder: folder }),
    ]);
    await second.ask('presets.list', { kind: null });
    await first.ask('presets.save', { document: emotion, edited: null });
    await expect.poll(second.heard).toContain('presets_changed');
    const { presets } = await second.ask('presets.list', { kind: 'emotion' });
    expect(presets.filter(({ builtIn }) => !builtIn)).toHaveLength(1);
  });

  it('has its tracking though the library cannot be opened, and is told why', async () => {
    const place = join(temporaryFolder(), 'file');
    writeFileSync(place, 'where the folder should be');
    const { ask } = await startStudio({ libraryFolder: place });
    expect(await ask('workspace.read', {})).toMatchObject({ counts: { queued: 0 } });
    await expect(ask('avatars.list', {})).rejects.toMatchObject({ kind: 'io' });
  });
});
