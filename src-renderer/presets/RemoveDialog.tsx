import type { PresetView } from '#shared/contract/index.ts';
import { Button, Dialog, showProblem } from '../ui/index.ts';
import { removePreset } from './presetsStore.ts';
import { words } from './words.ts';

interface RemoveDialogProps {
  readonly preset: PresetView;
  readonly onClose: () => void;
}

/** Asks before a preset is gone. */
export function RemoveDialog({ preset, onClose }: RemoveDialogProps) {
  return (
    <Dialog title={words.removeTitle} open onClose={onClose}>
      <p>{words.removeText(preset.name)}</p>
      <div className="presets-actions">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          variant="primary"
          onClick={() => {
            onClose();
            removePreset(preset).catch(showProblem);
          }}
        >
          {words.removeNow}
        </Button>
      </div>
    </Dialog>
  );
}
