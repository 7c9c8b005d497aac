import { EditedText } from './EditedText.tsx';

const MAX_PORT = 65_535;

interface PortFieldProps {
  /** Its name for screen readers. */
  readonly label: string;
  readonly port: number;
  readonly onChange: (port: number) => void;
}

/** A port of a network, kept when the keyboard leaves it or by Enter; what is no port is put back. */
export function PortField({ label, port, onChange }: PortFieldProps) {
  return (
    <EditedText
      label={label}
      value={String(port)}
      maxLength={5}
      inputMode="numeric"
      read={readPort}
      onChange={(text) => onChange(Number(text))}
    />
  );
}

function readPort(text: string): string | undefined {
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= MAX_PORT ? String(port) : undefined;
}
