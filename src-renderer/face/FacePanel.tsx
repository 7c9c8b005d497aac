import { Redo2, Undo2 } from 'lucide-react';
import { IconButton, Section, useUndoKeys } from '../ui/index.ts';
import { Detail } from './Detail.tsx';
import { Emotions } from './Emotions.tsx';
import { Everywhere } from './Everywhere.tsx';
import './face.css';
import { FacePresets } from './FacePresets.tsx';
import { Figures } from './Figures.tsx';
import { redo, undo, useFace } from './faceStore.ts';
import { Layers } from './Layers.tsx';
import { MicroExpressions } from './MicroExpressions.tsx';
import { Owners } from './Owners.tsx';
import { Smoothing } from './Smoothing.tsx';
import { Speech } from './Speech.tsx';
import { Targets } from './Targets.tsx';
import { words } from './words.ts';

/** Everything that the avatar's face can be set to. */
export function FacePanel() {
  const canUndo = useFace((state) => state.history.past.length > 0);
  const canRedo = useFace((state) => state.history.future.length > 0);
  useUndoKeys(undo, redo);
  return (
    <div className="face-panel">
      <div className="face-bar">
        <IconButton
          label={words.undo}
          icon={<Undo2 />}
          shortcut="Control+Z"
          disabled={!canUndo}
          onClick={undo}
        />
        <IconButton
          label={words.redo}
          icon={<Redo2 />}
          shortcut="Control+Shift+Z"
          disabled={!canRedo}
          onClick={redo}
        />
      </div>
      <div className="face-scroll">
        <Section title={words.emotions}>
          <Emotions />
        </Section>
        <Section title={words.micro}>
          <MicroExpressions />
        </Section>
        <Section title={words.speech}>
          <Speech />
        </Section>
        <Section title={words.layers}>
          <Layers />
          <Owners />
        </Section>
        <Section title={words.targets}>
          <Targets />
        </Section>
        <Section title={words.smoothing}>
          <Smoothing />
        </Section>
        <Section title={words.presets} folded>
          <FacePresets />
        </Section>
        <Section title={words.detail}>
          <Detail />
          <Figures />
        </Section>
        <Section title={words.everywhere} folded>
          <Everywhere />
        </Section>
      </div>
    </div>
  );
}
