import { useState } from 'react';
import { MAX_AVATAR_NAME_LENGTH, type OpenedAvatar } from '#shared/contract/index.ts';
import { FACE_PROFILES, type FaceProfile, type MorphMappings } from '#shared/face/index.ts';
import {
  Dialog,
  EditedText,
  QuestionDialog,
  readName,
  SegmentedControl,
  Select,
  showProblem,
} from '../ui/index.ts';
import { AvatarEmotions } from './AvatarEmotions.tsx';
import { configureAvatar } from './avatarsStore.ts';
import { ImportReport } from './ImportReport.tsx';
import type { LostPictures } from './lostPictures.ts';
import { MappingEditor } from './MappingEditor.tsx';
import { useOpenedAvatar } from './useOpenedAvatar.ts';
import { words } from './words.ts';

interface AvatarDialogProps {
  readonly id: string;
  /** Textures that were left out when its file was converted. */
  readonly lost?: LostPictures | undefined;
  readonly onClose: () => void;
}

type View = 'report' | 'mapping' | 'emotions';
const VIEWS: readonly { value: View; label: string }[] = [
  { value: 'report', label: words.dialog.report },
  { value: 'mapping', label: words.dialog.mapping },
  { value: 'emotions', label: words.dialog.emotions },
];

const QUESTIONS = { draft: words.dialog.leave, mapping: words.dialog.reprofile };

/** What an avatar's file holds, and its name, profile and mapping to change. */
export function AvatarDialog({ id, lost, onClose }: AvatarDialogProps) {
  const opened = useOpenedAvatar(id, onClose);
  const [view, setView] = useState<View>('report');
  const [draft, setDraft] = useState<MorphMappings>();
  const [asked, setAsked] = useState<{ readonly lost: keyof typeof QUESTIONS; readonly go: () => void }>();
  if (!opened) return null;
  const { avatar, config } = opened;
  const mappings = draft ?? config.morphMappings;
  const isChanged = JSON.stringify(mappings) !== JSON.stringify(config.morphMappings);
  const close = (): void => (isChanged ? setAsked({ lost: 'draft', go: onClose }) : onClose());
  const changeProfile = (profile: FaceProfile): void => {
    const go = (): void => {
      setDraft(undefined);
      configureAvatar({ id, profile, morphMappings: {} }).catch(showProblem);
    };
    const isMapped = isChanged || Object.keys(config.morphMappings).length > 0;
    if (isMapped && profile !== config.profile) setAsked({ lost: 'mapping', go });
    else go();
  };
  return (
    <Dialog title={avatar.name} open onClose={close}>
      <div className="avatars-dialog">
        {!avatar.builtIn && (
          <>
            <Identity key={avatar.name} opened={opened} onProfile={changeProfile} />
            <SegmentedControl label={words.dialog.views} value={view} options={VIEWS} onChange={setView} />
          </>
        )}
        {view === 'report' && <ImportReport opened={opened} lost={lost} />}
        {view === 'emotions' && <AvatarEmotions opened={opened} />}
        {view === 'mapping' && (
          <MappingEditor
            key={config.profile}
            opened={opened}
            mappings={mappings}
            isChanged={isChanged}
            onEdit={setDraft}
          />
        )}
      </div>
      {asked && (
        <QuestionDialog
          question={QUESTIONS[asked.lost]}
          onConfirm={asked.go}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Dialog>
  );
}

interface IdentityProps {
  readonly opened: OpenedAvatar;
  readonly onProfile: (profile: FaceProfile) => void;
}

/** The avatar's name, taken when the field is left, and the profile its names are read by. */
function Identity({ opened: { avatar, face }, onProfile }: IdentityProps) {
  return (
    <div className="avatars-identity">
      <div>
        <span aria-hidden="true">{words.dialog.name}</span>
        <EditedText
          label={words.dialog.name}
          value={avatar.name}
          maxLength={MAX_AVATAR_NAME_LENGTH}
          read={readName}
          onChange={(name) => void configureAvatar({ id: avatar.id, name }).catch(showProblem)}
        />
      </div>
      <div>
        <span aria-hidden="true">{words.dialog.profile}</span>
        <Select
          label={words.dialog.profile}
          value={face.profile}
          options={FACE_PROFILES.map((profile) => ({ value: profile, label: words.profiles[profile] }))}
          onChange={onProfile}
        />
      </div>
    </div>
  );
}
