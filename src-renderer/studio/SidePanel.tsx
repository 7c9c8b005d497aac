import { AvatarsPanel } from '../avatars/index.ts';
import { CameraSection } from '../camera/index.ts';
import { FacePanel } from '../face/index.ts';
import { CapturePanel } from '../live/index.ts';
import { Inspector } from '../player/index.ts';
import { EditsPanel } from '../takeEdit/index.ts';
import { useTake } from '../takePlayer/index.ts';
import { TakesPanel } from '../takes/index.ts';
import { Tabs } from '../ui/index.ts';
import { openSide, usePaneSizes } from './paneStore.ts';
import { words } from './words.ts';

/** The right side of the window: the open clip or the edits of the open take, the face, the avatars, the takes, or how capture is set up. */
export function SidePanel() {
  const side = usePaneSizes((sizes) => sizes.side);
  const isTakeOpen = useTake(({ id }) => id !== undefined);
  return (
    <Tabs
      label={words.side}
      value={side}
      onChange={openSide}
      tabs={[
        isTakeOpen
          ? { value: 'inspector', label: words.sides.edits, content: <EditsPanel /> }
          : { value: 'inspector', label: words.sides.inspector, content: <Inspector /> },
        { value: 'face', label: words.sides.face, content: <FacePanel /> },
        { value: 'avatars', label: words.sides.avatars, content: <AvatarsPanel /> },
        {
          value: 'capture',
          label: words.sides.capture,
          content: (
            <CapturePanel>
              <CameraSection />
            </CapturePanel>
          ),
        },
        { value: 'takes', label: words.sides.takes, content: <TakesPanel /> },
      ]}
    />
  );
}
