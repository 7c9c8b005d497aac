import { useRef } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** What is asked before something is lost. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
}

interface QuestionDialogProps {
  readonly question: Question;
  readonly onConfirm: () => void;
  /** Also called, before `onConfirm`, when the user agrees. */
  readonly onClose: () => void;
  /** What has the keyboard once the user has agreed, where the button that asked is then gone. */
  readonly agreedFocus?: () => HTMLElement | null;
}

/** Asks before something is lost. */
export function QuestionDialog({ question, onConfirm, onClose, agreedFocus }: QuestionDialogProps) {
  const hasAgreed = useRef(false);
  const nextFocus = agreedFocus && (() => (hasAgreed.current ? agreedFocus() : null));
  return (
    <Dialog title={question.title} open onClose={onClose} nextFocus={nextFocus}>
      <p>{question.text}</p>
      <div className="ui-dialog-buttons">
        <Button onClick={onClose}>{question.cancel}</Button>
        <Button
          variant="primary"
          onClick={() => {
            hasAgreed.current = true;
            onClose();
            onConfirm();
          }}
        >
          {question.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
