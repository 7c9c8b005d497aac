import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { recogniseBones } from '#shared/body/index.ts';
import {
  type AvatarChange,
  type AvatarConfig,
  type AvatarView,
  avatarNameSchema,
  DEFAULT_AVATAR_ID,
  MAX_AVATAR_NAME_LENGTH,
  MimesisError,
  type OpenedAvatar,
  type Preferences,
} from '#shared/contract/index.ts';
import { type FaceRecognition, recogniseFace, withMappings } from '#shared/face/index.ts';
import type { AvatarDescription } from '#shared/formats/index.ts';
import { resourcePath } from '../resources.ts';
import { readAvatarFile, requireUsable } from './avatarFile.ts';
import type { AvatarRecord } from './avatarStore.ts';
import type { LibraryShelf } from './libraryShelf.ts';
import type { PreferenceChanges } from './preferenceStore.ts';

const DEFAULT_AVATAR_NAME = 'Mimesis';
const DEFAULT_CONFIG: AvatarConfig = {
  profile: 'cc4_extended',
  morphMappings: {},
  emotionPresets: {},
  qualitySettings: null,
};

export interface AvatarDeskOptions {
  readonly shelf: LibraryShelf;
  /** Gives a file of this computer a path on the host's server. */
  readonly offer: (file: string) => string;
  /** Told when an avatar or a preference has changed. */
  readonly onChange: () => void;
}

/** What a file holds, and what its morph targets were recognised as. */
interface KnownFile {
  readonly description: AvatarDescription;
  readonly recognised: FaceRecognition;
}

/** Lists, takes in, opens and changes avatars for the studio and the command line. */
export class AvatarDesk {
  readonly #options: AvatarDeskOptions;
  /** By file: what a file holds never changes, and takes a while to find out. */
  readonly #known = new Map<string, KnownFile>();

  constructor(options: AvatarDeskOptions) {
    this.#options = options;
  }

  async list(): Promise<{ avatars: AvatarView[]; notice: string | null }> {
    const { avatars, notice } = this.#library;
    const own = avatars.list().map((avatar): AvatarView => viewOf(avatar));
    return { avatars: [...defaultView(), ...own], notice };
  }

  /** Throws `usage` for an avatar that is gone, and `missing_file` for one whose file is. */
  async open(id: string): Promise<OpenedAvatar> {
    if (id === DEFAULT_AVATAR_ID) return this.#openDefault();
    const avatar = this.#library.avatars.get(id);
    return this.#opened(viewOf(avatar), this.#library.avatars.fileOf(avatar), avatar);
  }

  /**
   * Takes in the bytes of a GLB.
   *
   * @param name such as its file's; what cannot be an avatar's name becomes "Avatar"
   * @throws `invalid_avatar`, `too_large`, `io` or `disk_full`
   */
  async receive(name: string, chunks: AsyncIterable<Uint8Array>): Promise<OpenedAvatar> {
    const { files, avatars } = this.#library;
    const staged = await files.stage(chunks);
    const known = knownFile(staged.description);
    const { profile } = known.recognised;
    const avatar = avatars.add(staged, avatarNameSchema.safeParse(name).data ?? 'Avatar', profile);
    this.#known.set(avatars.fileOf(avatar), known);
    this.#options.onChange();
    return this.open(avatar.id);
  }

  /**
   * Copies a GLB of this computer into the library, by default under its file's name.
   *
   * @throws `usage` for a name that an avatar cannot have, else as `receive` does
   */
  async importFile(path: string, name?: string): Promise<OpenedAvatar> {
    if (name !== undefined) requireName(name);
    // What is no file, or none that is taken, is refused before it is copied.
    requireUsable(await readAvatarFile(path));
    return this.receive(name ?? basename(path, extname(path)), createReadStream(path));
  }

  async configure(change: AvatarChange): Promise<OpenedAvatar> {
    const { id } = this.#library.avatars.change(change);
    this.#options.onChange();
    return this.open(id);
  }

  async remove(id: string): Promise<Record<string, never>> {
    this.#library.avatars.remove(id);
    this.#options.onChange();
    return {};
  }

  async preferences(): Promise<Preferences> {
    return this.#library.preferences.read();
  }

  async prefer(changes: PreferenceChanges): Promise<Preferences> {
    const preferences = this.#library.preferences.write(changes);
    this.#options.onChange();
    return preferences;
  }

  get #library() {
    return this.#options.shelf.library;
  }

  async #openDefault(): Promise<OpenedAvatar> {
    const [view] = defaultView();
    if (!view) {
      throw new MimesisError('missing_file', 'The avatar that comes with the product is not there.', {
        remedy: 'Install Mimesis Studio again.',
      });
    }
    return this.#opened(view, defaultFile(), DEFAULT_CONFIG);
  }

  async #opened(avatar: AvatarView, file: string, config: AvatarConfig): Promise<OpenedAvatar> {
    const { description, recognised } = await this.#know(file);
    const { meshes, joints, vertices, triangles, morphBytes, textureBytes } = description;
    const { profile, morphMappings, emotionPresets, qualitySettings } = config;
    const face =
      recognised.profile === profile ? recognised : recogniseFace(morphTargetsOf(description), profile);
    return {
      avatar,
      path: this.#options.offer(file),
      config: { profile, morphMappings, emotionPresets, qualitySettings },
      face: withMappings(face, morphMappings),
      skeleton: recogniseBones(joints),
      contents: { meshes, joints, vertices, triangles, morphBytes, textureBytes },
    };
  }

  async #know(file: string): Promise<KnownFile> {
    if (!existsSync(file)) {
      throw new MimesisError('missing_file', `The avatar’s file ${file} is not there.`, {
        remedy: 'Add the avatar again.',
      });
    }
    const known = this.#known.get(file) ?? knownFile(await readAvatarFile(file));
    this.#known.set(file, known);
    return known;
  }
}

function knownFile(description: AvatarDescription): KnownFile {
  return { description, recognised: recogniseFace(morphTargetsOf(description)) };
}

/** The names of all morph targets of all meshes. */
export function morphTargetsOf({ meshes }: AvatarDescription): string[] {
  return meshes.flatMap(({ morphTargets }) => morphTargets);
}

function requireName(name: string): void {
  const read = avatarNameSchema.safeParse(name);
  if (read.success) return;
  const problems = read.error.issues.map(({ message }) => message);
  throw new MimesisError('usage', `An avatar cannot have this name: ${problems.join('; ')}.`, {
    remedy: `Give it a name of one line, of at most ${MAX_AVATAR_NAME_LENGTH} characters.`,
  });
}

function viewOf({ id, name, profile, bytes, updatedAt }: AvatarRecord): AvatarView {
  return { id, name, builtIn: false, profile, bytes, updatedAt };
}

function defaultFile(): string {
  return resourcePath('avatars', 'default.glb');
}

/** The avatar that comes with the product; none where its file is not there. */
function defaultView(): AvatarView[] {
  const file = statSync(defaultFile(), { throwIfNoEntry: false });
  if (!file) return [];
  const { profile } = DEFAULT_CONFIG;
  const updatedAt = file.mtime.toISOString();
  return [
    { id: DEFAULT_AVATAR_ID, name: DEFAULT_AVATAR_NAME, builtIn: true, profile, bytes: file.size, updatedAt },
  ];
}
