import { useEffect, useEffectEvent, useState } from 'react';
import type { OpenedAvatar } from '#shared/contract/index.ts';
import { FACE_PROFILES } from '#shared/face/index.ts';
import { ask, onHostEvent } from '../link/index.ts';
import { Dialog, SegmentedControl, Select, showProblem } from '../ui/index.ts';
import { configureAvatar } from './avatarsStore.ts';
import { ImportReport } from './ImportReport.tsx';
import { MappingEditor } from './MappingEditor.tsx';
import { words } from './words.ts';

interface AvatarDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

type View = 'report' | 'mapping';
const VIEWS: readonly { value: View; label: string }[] = [
  { value: 'report', label: words.dialog.report },
  { value: 'mapping', label: words.dialog.mapping },
];

/** What an avatar's file holds, and its name, profile and mapping to change. */
export function AvatarDialog({ id, onClose }: AvatarDialogProps) {
  const opened = useOpenedAvatar(id, onClose);
  const [view, setView] = useState<View>('report');
  if (!opened) return null;
  const { avatar, config } = opened;
  return (
    <Dialog title={avatar.name} open onClose={onClose}>
      <div className="avatars-dialog">
        {!avatar.builtIn && (
          <>
            <Identity key={avatar.name} opened={opened} />
            <SegmentedControl label={words.dialog.views} value={view} options={VIEWS} onChange={setView} />
          </>
        )}
        {view === 'report' && <ImportReport opened={opened} />}
        {view === 'mapping' && <MappingEditor key={config.profile} opened={opened} />}
      </div>
    </Dialog>
  );
}

/** The avatar's name, taken when the field is left, and the profile its names are read by. */
function Identity({ opened: { avatar, face } }: { readonly opened: OpenedAvatar }) {
  const change = (what: Parameters<typeof configureAvatar>[0]): void => {
    configureAvatar(what).catch(showProblem);
  };
  return (
    <div className="avatars-identity">
      <label>
        {words.dialog.name}
        <input
          defaultValue={avatar.name}
          maxLength={255}
          autoComplete="off"
          onBlur={({ target }) => {
            const name = target.value.trim();
            if (name === '') target.value = avatar.name;
            else if (name !== avatar.name) change({ id: avatar.id, name });
          }}
        />
      </label>
      <div>
        <span aria-hidden="true">{words.dialog.profile}</span>
        <Select
          label={words.dialog.profile}
          value={face.profile}
          options={FACE_PROFILES.map((profile) => ({ value: profile, label: words.profiles[profile] }))}
          onChange={(profile) => change({ id: avatar.id, profile, morphMappings: {} })}
        />
      </div>
    </div>
  );
}

/** The avatar, read again whenever it may have changed. One that cannot be opened closes the dialog. */
function useOpenedAvatar(id: string, onFailed: () => void): OpenedAvatar | undefined {
  const [opened, setOpened] = useState<OpenedAvatar>();
  const fail = useEffectEvent(onFailed);
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      try {
        const avatar = await ask('avatar.open', { id });
        if (!isGone) setOpened(avatar);
      } catch (error) {
        if (isGone) return;
        showProblem(error);
        fail();
      }
    };
    void read();
    const stop = onHostEvent(({ event }) => {
      if (event === 'avatars_changed') void read();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [id]);
  return opened?.avatar.id === id ? opened : undefined;
}
