import { noteDrawn, useFigures } from '../face/index.ts';
import { showSubject, useCapture } from '../live/index.ts';
import { performer } from '../performer/index.ts';
import { Panel, Select, showProblem } from '../ui/index.ts';
import { type AvatarCost, Viewport } from '../viewport/index.ts';
import { PERFORMANCES, type PerformanceKind, perform, usePerformance } from './performanceStore.ts';
import { useAvatarFile } from './useAvatarFile.ts';
import { words } from './words.ts';

const noteCost = (cost: AvatarCost): void => useFigures.setState({ cost });
const note = (scriptMs: number): void => {
  noteDrawn(scriptMs);
  performer.noteDrawn(performance.now() / 1000);
};
const tellFailure = (message: string): void => showProblem(new Error(words.avatarBroken(message)));

/** The avatar, and the choice of what it performs. */
export function AvatarView() {
  const avatar = useAvatarFile();
  const kind = usePerformance((state) => state.kind);
  const phone = useCapture(
    ({ capture, shown }) => capture?.subjects.find((each) => each.id === shown.id)?.subject,
  );
  const label = words.avatarOf(phone === undefined ? words.performances[kind] : words.phone(phone));
  return (
    <Panel title={words.avatar} actions={<SourceSwitch />}>
      <Viewport
        source={performer}
        avatar={avatar}
        quality="auto"
        label={label}
        onAvatarShown={noteCost}
        onAvatarFailed={tellFailure}
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
  return (
    <Select
      label={words.source}
      value={phone === undefined ? kind : `${PHONE}${phone}`}
      options={[
        ...PERFORMANCES.map((value) => ({ value, label: words.performances[value] })),
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
