import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button, Dialog, problemText, showProblem, TextField } from '../ui/index.ts';
import './addDialog.css';
import { addAndTrack } from './tracking.ts';
import { words } from './words.ts';

/** Asks for a path: for the keyboard, and for browsers, which do not say where dropped files lie. */
export function AddDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title={words.add.title} open={open} onClose={onClose}>
      <AddForm onDone={onClose} />
    </Dialog>
  );
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const [path, setPath] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const input = path.trim();
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
    };
  }, []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await addAndTrack(input);
      if (!isClosed.current) onDone();
    } catch (error) {
      if (isClosed.current) {
        showProblem(error);
        return;
      }
      setProblem(problemText(error));
      setBusy(false);
    }
  };
  return (
    <form className="batch-add" onSubmit={(event) => void submit(event)}>
      <label htmlFor="batch-add-path">{words.add.path}</label>
      <TextField
        id="batch-add-path"
        label={words.add.path}
        value={path}
        maxLength={4096}
        spellCheck={false}
        aria-describedby="batch-add-hint"
        onChange={setPath}
      />
      <p id="batch-add-hint" className="batch-add-hint" role="status" data-bad={problem !== '' || undefined}>
        {isBusy ? words.add.busy : problem || words.add.hint}
      </p>
      <Button variant="primary" disabled={isBusy || input === ''}>
        {words.add.confirm}
      </Button>
    </form>
  );
}
