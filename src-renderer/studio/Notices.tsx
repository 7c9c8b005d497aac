import { Unplug } from 'lucide-react';
import { useLink } from '../link/index.ts';
import { Banner, Problems } from '../ui/index.ts';
import './notices.css';
import { words } from './words.ts';

/** What the user must know, over the window so that nothing in it moves. */
export function Notices() {
  const isLost = useLink((state) => state.state === 'reconnecting');
  return (
    <div className="studio-notices">
      {isLost && <Banner icon={<Unplug />}>{words.reconnecting}</Banner>}
      <Problems />
    </div>
  );
}
