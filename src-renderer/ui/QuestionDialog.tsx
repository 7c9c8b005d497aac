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
}

/** Asks before something is lost. */
export function QuestionDialog({ question, onConfirm, onClose }: QuestionDialogProps) {
  return (
    <Dialog title={question.title} open onClose={onClose}>
      <p>{question.text}</p>
      <div className="ui-dialog-buttons">
        <Button onClick={onClose}>{question.cancel}</Button>
        <Button
          variant="primary"
          onClick={() => {
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
