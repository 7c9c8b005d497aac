import { useState } from 'react';

const MAX_PORT = 65_535;

interface PortFieldProps {
  readonly label: string;
  readonly port: number;
  readonly onChange: (port: number) => void;
}

/** A UDP port. It counts once it is left, or Enter is pressed; what is no port is put back. */
export function PortField({ label, port, onChange }: PortFieldProps) {
  const [text, setText] = useState<string>();
  const settle = (): void => {
    const next = Number(text);
    setText(undefined);
    if (text !== undefined && Number.isInteger(next) && next >= 1 && next <= MAX_PORT && next !== port) {
      onChange(next);
    }
  };
  return (
    <input
      className="capture-field capture-port"
      aria-label={label}
      inputMode="numeric"
      maxLength={5}
      value={text ?? String(port)}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
