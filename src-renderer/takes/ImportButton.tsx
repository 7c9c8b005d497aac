import { FileInput, FolderInput, Import } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isWindow, pathsOf } from '../link/index.ts';
import { Button, Dialog, IconButton } from '../ui/index.ts';
import { foldersOf } from './foundFiles.ts';
import { importFiles, importPaths } from './importTakes.ts';
import { words } from './words.ts';

/** Asks what to import: a phone's folder, or files. */
export function ImportButton() {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <IconButton label={words.import.open} icon={<Import />} onClick={() => setOpen(true)} />
      <Dialog title={words.import.open} open={isOpen} onClose={close}>
        <p>{words.import.hint}</p>
        <div className="ui-dialog-buttons">
          <FolderChoice onDone={close} />
          <FileChoice onDone={close} />
        </div>
      </Dialog>
    </>
  );
}

function FolderChoice({ onDone }: { readonly onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // React knows no such property.
    if (input.current) input.current.webkitdirectory = true;
  }, []);
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <FolderInput />
        {words.import.folder}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.import.folder}
        onChange={({ target }) => {
          const found = [...(target.files ?? [])].map((file) => ({ path: file.webkitRelativePath, file }));
          onDone();
          if (isWindow())
            importPaths(foldersOf(found.map(({ path, file }) => ({ path, full: pathsOf([file])[0] }))));
          else importFiles(found);
        }}
      />
    </>
  );
}

function FileChoice({ onDone }: { readonly onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="primary" onClick={() => input.current?.click()}>
        <FileInput />
        {words.import.files}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".csv,.jsonl"
        aria-label={words.import.files}
        onChange={({ target }) => {
          const found = [...(target.files ?? [])].map((file) => ({ path: file.name, file }));
          onDone();
          importFiles(found);
        }}
      />
    </>
  );
}
