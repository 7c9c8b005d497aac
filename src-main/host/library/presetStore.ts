import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { MAX_PRESET_BYTES, MimesisError, type PresetView } from '#shared/contract/index.ts';
import {
  allBuiltInPresets,
  duplicatePreset,
  MAX_PRESET_NAME_LENGTH,
  PRESET_KINDS,
  type Preset,
  type PresetKind,
  presetSchema,
  readPreset,
} from '#shared/face/index.ts';
import { jsonColumn, type SqliteDatabase } from '../sqlite/index.ts';
import { freeName } from './freeName.ts';
import { Table } from './table.ts';

const presetRowSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(PRESET_KINDS),
    name: z.string(),
    version: z.int(),
    document: jsonColumn(presetSchema),
    updatedAt: z.string(),
  })
  .transform((row): PresetView => ({ ...row, builtIn: false }));

const CANNOT_STORE = 'The preset cannot be stored';

const SELECT = 'SELECT id, kind, name, version, document, updated_at AS updatedAt FROM presets';

const builtIn = (): PresetView[] =>
  allBuiltInPresets().map((document) => ({
    id: `${document.kind}:${document.name}`,
    kind: document.kind,
    name: document.name,
    builtIn: true,
    version: 1,
    document,
    updatedAt: null,
  }));

/** Which state of a preset was edited. */
export interface EditedPreset {
  readonly id: string;
  readonly version: number;
}

/** Presets: those that come with the product, and the user's own. A name is there once among those of a kind. */
export class PresetStore {
  readonly #table: Table<PresetView>;

  constructor(database: SqliteDatabase) {
    this.#table = new Table(database, presetRowSchema);
  }

  /** Of one kind, or all; the built-in ones first, the user's by their names. */
  list(kind: PresetKind | null): PresetView[] {
    const own = this.#table.all(
      `${SELECT} WHERE :kind IS NULL OR kind = :kind ORDER BY name COLLATE NOCASE`,
      {
        kind,
      },
    );
    return [...builtIn().filter((preset) => kind === null || preset.kind === kind), ...own];
  }

  /** How many there are that this version cannot read. */
  get unreadable(): number {
    return this.#table.unreadable(SELECT);
  }

  /** Throws `usage` for a preset that is not there. */
  get(id: string): PresetView {
    const preset =
      builtIn().find((each) => each.id === id) ?? this.#table.first(`${SELECT} WHERE id = :id`, { id });
    if (!preset) throw new MimesisError('usage', 'This preset is no longer in the library.');
    return preset;
  }

  /**
   * Stores a document, as a new preset or in place of the one that was edited. The document's name is the preset's.
   *
   * @throws `invalid_preset`; `conflict` for a name that is taken and for an edit of a state that is no longer the last
   *   one; `usage` for a preset that is gone; `io` or `disk_full`
   */
  save(document: unknown, edited: EditedPreset | null): PresetView {
    const preset = requirePreset(document);
    return this.#table.write(CANNOT_STORE, () => {
      if (!edited) return this.#insert(preset);
      const { version, kind } = this.get(edited.id);
      if (version !== edited.version) {
        throw new MimesisError('conflict', `“${preset.name}” has been changed elsewhere meanwhile.`, {
          remedy: 'Look at the newer state, or save yours under another name.',
        });
      }
      if (kind !== preset.kind) throw new MimesisError('usage', 'A preset keeps its kind.');
      this.#requireFreeName(preset, edited.id);
      this.#table.run(
        `UPDATE presets SET name = :name, document = :document, version = version + 1,
           updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = :id`,
        { id: edited.id, name: preset.name, document: JSON.stringify(preset) },
      );
      return this.get(edited.id);
    });
  }

  /** Stores a copy, of a built-in preset or of one of the user's, under a name that is free. */
  duplicate(id: string): PresetView {
    return this.#table.write(CANNOT_STORE, () => this.#insertUnderFreeName(this.get(id).document));
  }

  /** Stores what a JSON text holds; a name that is taken gets a number. Throws `invalid_preset`, `io` or `disk_full`. */
  importText(text: string): PresetView {
    const preset = requirePreset(parseJson(text));
    return this.#table.write(CANNOT_STORE, () => this.#insertUnderFreeName(preset));
  }

  /** The document as a JSON text for a file. */
  exportText(id: string): string {
    return `${JSON.stringify(this.get(id).document, undefined, 2)}\n`;
  }

  /** Throws `usage` for a preset that is not there or comes with the product. */
  remove(id: string): void {
    this.#table.write('The preset cannot be removed', () => {
      if (this.get(id).builtIn) throw new MimesisError('usage', 'This preset comes with the product.');
      this.#table.run('DELETE FROM presets WHERE id = :id', { id });
    });
  }

  #insert(preset: Preset): PresetView {
    const id = randomUUID();
    this.#requireFreeName(preset, id);
    this.#table.run('INSERT INTO presets (id, kind, name, document) VALUES (:id, :kind, :name, :document)', {
      id,
      kind: preset.kind,
      name: preset.name,
      document: JSON.stringify(preset),
    });
    return this.get(id);
  }

  #insertUnderFreeName(preset: Preset): PresetView {
    const name = freeName(preset.name, MAX_PRESET_NAME_LENGTH, (each) =>
      this.#isTaken(preset.kind, each, ''),
    );
    return this.#insert(requirePreset(duplicatePreset(preset, name)));
  }

  #requireFreeName({ kind, name }: Preset, ownId: string): void {
    if (!this.#isTaken(kind, name, ownId)) return;
    throw new MimesisError('conflict', `Another preset of this kind is called “${name}”.`, {
      remedy: 'Choose another name.',
    });
  }

  /** Whether a preset other than `ownId` has a name among those of its kind. */
  #isTaken(kind: PresetKind, name: string, ownId: string): boolean {
    return (
      builtIn().some((preset) => preset.kind === kind && preset.name === name) ||
      this.#table.has('SELECT 1 FROM presets WHERE kind = :kind AND name = :name AND id <> :ownId', {
        kind,
        name,
        ownId,
      })
    );
  }
}

function requirePreset(document: unknown): Preset {
  const reading = readPreset(document);
  if (!reading.ok) {
    throw new MimesisError('invalid_preset', `This is no preset: ${reading.problems.join('; ')}.`, {
      remedy: 'Correct these places of the document.',
    });
  }
  const bytes = Buffer.byteLength(JSON.stringify(reading.preset));
  if (bytes > MAX_PRESET_BYTES) {
    throw new MimesisError(
      'invalid_preset',
      `The preset is ${Math.ceil(bytes / 1024)} KB long; at most ${MAX_PRESET_BYTES / 1024} KB are kept.`,
      { remedy: 'Divide it, or leave out targets that do nothing.' },
    );
  }
  return reading.preset;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MimesisError('invalid_preset', 'This is no preset: the file is no JSON.', {
      remedy: 'Choose a file that Mimesis Studio has exported.',
      cause,
    });
  }
}
