import type { ReactNode } from 'react';
import './button.css';

interface ButtonProps {
  readonly variant?: 'primary' | 'plain';
  readonly disabled?: boolean;
  /** Left out for a button that sends the form it stands in. */
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** A button with a text. */
export function Button({ variant = 'plain', disabled = false, onClick, children }: ButtonProps) {
  return (
    <button
      type={onClick ? 'button' : 'submit'}
      className="ui-button"
      data-variant={variant}
      disabled={disabled}
      onClick={() => onClick?.()}
    >
      {children}
    </button>
  );
}
