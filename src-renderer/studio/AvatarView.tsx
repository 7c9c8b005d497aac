import { MimesisError } from '#shared/contract/index.ts';
import { noteDrawn, useFigures } from '../face/index.ts';
import { showSubject, useCapture } from '../live/index.ts';
import { performer } from '../performer/index.ts';
import { useTake } from '../takePlayer/index.ts';
import { Panel, Select, showProblem } from '../ui/index.ts';
import { Viewport } from '../viewport/index.ts';
import { PERFORMANCES, type PerformanceKind, perform, usePerformance } from './performanceStore.ts';
import { useAvatarFile } from './useAvatarFile.ts';
import { words } from './words.ts';

const note = (scriptMs: number, drawMs: number): void => {
  noteDrawn(scriptMs);
  // How often something new is there to draw says nothing of how fast this computer is.
  performer.rig.feedFrameTime(drawMs / 1000);
};

/** The avatar, and the choice of what it performs. */
export function AvatarView() {
  const { file, onShown, onFailed } = useAvatarFile();
  const kind = usePerformance((state) => state.kind);
  const phone = useCapture(
    ({ capture, shown }) => capture?.subjects.find((each) => each.id === shown.id)?.subject,
  );
  const label = words.avatarOf(phone === undefined ? words.performances[kind] : words.phone(phone));
  return (
    <Panel title={words.avatar} actions={<SourceSwitch />}>
      <Viewport
        source={performer}
        avatar={file}
        label={label}
        onAvatarShown={(cost) => {
          onShown();
          useFigures.setState({ cost });
        }}
        onAvatarFailed={(reason) => {
          onFailed();
          const { message, remedy } = words.avatarBroken;
          showProblem(new MimesisError('invalid_avatar', message(reason), { remedy }));
        }}
        onDrawn={note}
      />
    </Panel>
  );
}

const PHONE = 'phone ';

function SourceSwitch() {
  const subjects = useCapture((state) => state.capture?.subjects) ?? [];
  const phone = useCapture((state) => state.shown.id);
  const kind = usePerformance((state) => state.kind);
  const isTakeOpen = useTake(({ id }) => id !== undefined);
  return (
    <Select
      label={words.source}
      value={phone === undefined ? kind : `${PHONE}${phone}`}
      options={[
        ...PERFORMANCES.filter((value) => value !== 'take' || isTakeOpen).map((value) => ({
          value,
          label: words.performances[value],
        })),
        ...subjects.map(({ id, subject }) => ({ value: `${PHONE}${id}`, label: words.phone(subject) })),
      ]}
      onChange={(value) => {
        if (value.startsWith(PHONE)) {
          showSubject(Number(value.slice(PHONE.length)));
          return;
        }
        showSubject(undefined);
        perform(value as PerformanceKind);
      }}
    />
  );
}
