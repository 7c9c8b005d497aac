import { LoaderCircle } from 'lucide-react';
import './spinner.css';

/** Shows that something is on its way, and says what. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <div className="ui-spinner" role="status">
      <LoaderCircle />
      {label}
    </div>
  );
}
