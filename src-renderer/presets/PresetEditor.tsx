import { useState } from 'react';
import type { PresetView } from '#shared/contract/index.ts';
import { Button, Dialog, problemText, QuestionDialog } from '../ui/index.ts';
import { savePreset } from './presetsStore.ts';
import { words } from './words.ts';

interface PresetEditorProps {
  readonly preset: PresetView;
  readonly onClose: () => void;
}

/** A preset's document as text. What is wrong with it is said, and nothing of it is stored then. */
export function PresetEditor({ preset, onClose }: PresetEditorProps) {
  const [stored] = useState(() => JSON.stringify(preset.document, null, 2));
  const [text, setText] = useState(stored);
  const [isLeaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const close = (): void => (text === stored ? onClose() : setLeaving(true));
  const save = async (): Promise<void> => {
    const document = parse(text);
    if (document === undefined) {
      setProblem(words.notJson);
      return;
    }
    try {
      await savePreset(document, preset);
      onClose();
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <Dialog title={preset.name} open onClose={close}>
      <textarea
        className="presets-text"
        aria-label={words.document}
        spellCheck={false}
        readOnly={preset.builtIn}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="presets-problem" role="status">
        {preset.builtIn ? words.readOnly : problem}
      </p>
      <div className="presets-actions">
        <Button onClick={close}>{words.cancel}</Button>
        {!preset.builtIn && (
          <Button variant="primary" onClick={() => void save()}>
            {words.save}
          </Button>
        )}
      </div>
      {isLeaving && (
        <QuestionDialog question={words.leave} onConfirm={onClose} onClose={() => setLeaving(false)} />
      )}
    </Dialog>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The user is told in plain words.
    return undefined;
  }
}
