import { AvatarsPanel } from '../avatars/index.ts';
import { FacePanel } from '../face/index.ts';
import { Inspector } from '../player/index.ts';
import { Tabs } from '../ui/index.ts';
import { openSide, usePaneSizes } from './paneStore.ts';
import { words } from './words.ts';

/** The right side of the window: the open clip, the face, or the avatars. */
export function SidePanel() {
  const side = usePaneSizes((sizes) => sizes.side);
  return (
    <Tabs
      label={words.side}
      value={side}
      onChange={openSide}
      tabs={[
        { value: 'inspector', label: words.sides.inspector, content: <Inspector /> },
        { value: 'face', label: words.sides.face, content: <FacePanel /> },
        { value: 'avatars', label: words.sides.avatars, content: <AvatarsPanel /> },
      ]}
    />
  );
}
