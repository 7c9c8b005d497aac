import { Search } from 'lucide-react';
import './searchField.css';
import './textField.css';

interface SearchFieldProps {
  readonly maxLength: number;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field to search a list with. */
export function SearchField({ label, value, maxLength, onChange }: SearchFieldProps) {
  return (
    <div className="ui-search">
      <Search />
      <input
        type="search"
        className="ui-field"
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
