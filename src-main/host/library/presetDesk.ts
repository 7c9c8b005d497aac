import type { PresetView } from '#shared/contract/index.ts';
import type { PresetKind } from '#shared/face/index.ts';
import type { LibraryShelf } from './libraryShelf.ts';
import type { EditedPreset, PresetStore } from './presetStore.ts';

/** Lists and changes presets for the studio. Every call throws as the store does. */
export class PresetDesk {
  readonly #shelf: LibraryShelf;
  readonly #onChange: () => void;

  constructor(shelf: LibraryShelf, onChange: () => void) {
    this.#shelf = shelf;
    this.#onChange = onChange;
  }

  async list(kind: PresetKind | null): Promise<{ presets: PresetView[] }> {
    return { presets: this.#presets.list(kind) };
  }

  save(document: unknown, edited: EditedPreset | null): Promise<PresetView> {
    return this.#change((presets) => presets.save(document, edited));
  }

  duplicate(id: string): Promise<PresetView> {
    return this.#change((presets) => presets.duplicate(id));
  }

  importText(text: string): Promise<PresetView> {
    return this.#change((presets) => presets.importText(text));
  }

  async exportText(id: string): Promise<{ text: string }> {
    return { text: this.#presets.exportText(id) };
  }

  remove(id: string): Promise<Record<string, never>> {
    return this.#change((presets) => {
      presets.remove(id);
      return {};
    });
  }

  get #presets(): PresetStore {
    return this.#shelf.library.presets;
  }

  async #change<Result>(work: (presets: PresetStore) => Result): Promise<Result> {
    const result = work(this.#presets);
    this.#onChange();
    return result;
  }
}
