import { X } from 'lucide-react';
import { Button, IconButton } from '../ui/index.ts';
import { showNotice, useTakeNotice } from './noticeStore.ts';
import { words } from './words.ts';

/** What was done with a take last, and taking it back. */
export function NoticeBar() {
  const notice = useTakeNotice((state) => state.notice);
  return (
    <div className="takes-bar" role="status" hidden={!notice}>
      {notice && (
        <>
          <span>{notice.text}</span>
          {notice.undo && <Button onClick={notice.undo}>{words.undo}</Button>}
          <IconButton label={words.closeNotice} icon={<X />} onClick={() => showNotice(undefined)} />
        </>
      )}
    </div>
  );
}
