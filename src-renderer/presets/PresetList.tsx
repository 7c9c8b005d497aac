import { Copy, Download, FileText, Pencil, Play, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { PresetView } from '#shared/contract/index.ts';
import { Badge, IconButton, QuestionDialog, rowBeside, showProblem } from '../ui/index.ts';
import { PresetEditor } from './PresetEditor.tsx';
import { duplicatePreset, exportPreset, removePreset } from './presetsStore.ts';
import { words } from './words.ts';

interface PresetListProps {
  readonly presets: readonly PresetView[];
  readonly isUsed: (preset: PresetView) => boolean;
  /** What using a preset does; nothing for those that cannot be used here. */
  readonly actionOf: (preset: PresetView) => (() => void) | undefined;
}

const attempt = (action: Promise<unknown>): void => void action.catch(showProblem);

/** Presets of one kind, and what can be done with each. */
export function PresetList({ presets, isUsed, actionOf }: PresetListProps) {
  const [editing, setEditing] = useState<PresetView>();
  const list = useRef<HTMLUListElement>(null);
  const [removing, setRemoving] = useState<PresetView>();
  return (
    <>
      <ul ref={list} className="presets-list" aria-label={words.list(words.kinds[presets[0]?.kind ?? 'rig'])}>
        {presets.map((preset) => {
          const { id, name, builtIn, version } = preset;
          const use = actionOf(preset);
          return (
            <li key={id} className="presets-row">
              <span className="presets-name" title={name}>
                {name}
              </span>
              {isUsed(preset) && <Badge tone="good">{words.used}</Badge>}
              <span className="presets-fact">{builtIn ? words.builtIn : words.version(version)}</span>
              {use && <IconButton label={words.use(name)} icon={<Play />} onClick={use} />}
              <IconButton
                label={builtIn ? words.look(name) : words.edit(name)}
                icon={builtIn ? <FileText /> : <Pencil />}
                onClick={() => setEditing(preset)}
              />
              <IconButton
                label={words.duplicate(name)}
                icon={<Copy />}
                onClick={() => attempt(duplicatePreset(preset))}
              />
              <IconButton
                label={words.export(name)}
                icon={<Download />}
                onClick={() => attempt(exportPreset(preset))}
              />
              {!builtIn && (
                <IconButton
                  label={words.remove(name)}
                  icon={<Trash2 />}
                  onClick={() => setRemoving(preset)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {editing && <PresetEditor preset={editing} onClose={() => setEditing(undefined)} />}
      {removing && (
        <QuestionDialog
          question={words.removal(removing.name)}
          onConfirm={() => attempt(removePreset(removing))}
          onClose={() => setRemoving(undefined)}
          agreedFocus={() =>
            rowBeside(
              list.current,
              presets.findIndex(({ id }) => id === removing.id),
            )
          }
        />
      )}
    </>
  );
}
