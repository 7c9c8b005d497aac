import { useEffect, useState } from 'react';
import type { TakeView } from '#shared/contract/index.ts';
import { Button, TextField } from '../../ui/index.ts';
import { changeTake } from '../takeActions.ts';
import { words } from '../words.ts';
import { trimOf } from './trimOf.ts';

/** What of a take is played and exported; the recording keeps all of it. */
export function Trim({ take }: { readonly take: TakeView }) {
  const { id, durationSeconds, trimStartSeconds, trimEndSeconds } = take;
  const start = shown(trimStartSeconds ?? 0);
  const end = shown(trimEndSeconds ?? durationSeconds);
  const [text, setText] = useState({ start, end });
  useEffect(() => setText({ start, end }), [start, end]);
  const keep = (): void => {
    if (text.start === start && text.end === end) return;
    const trim = trimOf(secondsIn(text.start), secondsIn(text.end), durationSeconds);
    setText({ start, end });
    if (trim !== undefined) void changeTake(id, { trim });
  };
  const field = (name: 'start' | 'end', label: string) => (
    <TextField
      label={label}
      inputMode="decimal"
      value={text[name]}
      maxLength={10}
      onBlur={keep}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      onChange={(typed) => setText({ ...text, [name]: typed })}
    />
  );
  return (
    <div className="takes-trim">
      <span>{words.details.trim}</span>
      {field('start', words.details.trimStart)}
      <span>{words.details.trimTo}</span>
      {field('end', words.details.trimEnd)}
      {trimStartSeconds !== null && (
        <Button onClick={() => void changeTake(id, { trim: null })}>{words.details.trimAll}</Button>
      )}
    </div>
  );
}

const secondsIn = (text: string): number => Number(text.replace(',', '.'));

/** Hundredths of a second: at 60 frames a second, finer than a frame. */
const shown = (seconds: number): string => seconds.toFixed(2);
