import { FilePlus2, FolderInput } from 'lucide-react';
import { useRef, useState } from 'react';
import type { PresetView } from '#shared/contract/index.ts';
import { PRESET_KINDS, type Preset, type PresetKind, samePreset } from '#shared/face/index.ts';
import { IconButton, Select, showProblem } from '../ui/index.ts';
import { PresetList } from './PresetList.tsx';
import './presets.css';
import { importPreset, savePreset, usePresets } from './presetsStore.ts';
import { words } from './words.ts';

interface PresetsProps {
  /** What is set now, as a document of a kind that shall have this name; undefined where that cannot be. */
  readonly documentOf: (kind: PresetKind, name: string) => Preset | undefined;
  /** Whether a preset is in use in another way than by being what is set now. */
  readonly isUsed: (preset: PresetView) => boolean;
  /** What using a preset does; nothing for those that cannot be used here. */
  readonly actionOf: (preset: PresetView) => (() => void) | undefined;
}

const KINDS = PRESET_KINDS.map((value) => ({ value, label: words.kinds[value] }));

/** The user's presets: chosen, kept, copied, changed, and taken in and out as files. */
export function Presets({ documentOf, isUsed, actionOf }: PresetsProps) {
  const [kind, setKind] = useState<PresetKind>('emotion');
  const all = usePresets((state) => state.presets);
  const input = useRef<HTMLInputElement>(null);
  const name = (): string => words.newName(words.kinds[kind], new Date().toLocaleTimeString());
  const now = documentOf(kind, words.kinds[kind]);
  return (
    <>
      <div className="presets-bar">
        <Select label={words.kind} value={kind} options={KINDS} onChange={setKind} />
        <IconButton
          label={words.keep}
          icon={<FilePlus2 />}
          disabled={now === undefined}
          onClick={() => void savePreset(documentOf(kind, name())).catch(showProblem)}
        />
        <IconButton label={words.add} icon={<FolderInput />} onClick={() => input.current?.click()} />
        <input
          ref={input}
          type="file"
          hidden
          accept=".json"
          aria-label={words.add}
          onChange={({ target }) => {
            const file = target.files?.[0];
            // The same file may be chosen again.
            target.value = '';
            if (file) importPreset(file).then((added) => setKind(added.kind), showProblem);
          }}
        />
      </div>
      <PresetList
        presets={all.filter((preset) => preset.kind === kind)}
        isUsed={(preset) => isUsed(preset) || (now !== undefined && samePreset(preset.document, now))}
        actionOf={actionOf}
      />
    </>
  );
}
