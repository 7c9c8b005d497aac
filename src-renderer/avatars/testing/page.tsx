import { createRoot } from 'react-dom/client';
import { Problems, UiProvider } from '../../ui/index.ts';
import { convertFbx } from '../convertFbx.ts';
import { AvatarDrops, AvatarsPanel } from '../index.ts';
import './page.css';
import { readBack } from './readBack.ts';

/** The avatars by themselves, on a page for tests that the host serves in place of the studio. */
document.documentElement.dataset['theme'] = 'dark';
createRoot(document.getElementById('studio') ?? document.body).render(
  <UiProvider>
    <div className="test-column">
      <AvatarsPanel />
    </div>
    <AvatarDrops />
    <div className="test-notices">
      <Problems />
    </div>
  </UiProvider>,
);

/** Converts a file of this page's server and tells what came of it, or the error. */
async function convert(address: string) {
  const fbx = await (await fetch(address)).arrayBuffer();
  const { glb, lost } = await convertFbx(fbx);
  return { bytes: glb.byteLength, lost, ...(await readBack(glb)) };
}

Object.assign(window, { convert });
