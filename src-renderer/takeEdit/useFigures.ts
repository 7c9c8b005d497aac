import { useEffect, useState } from 'react';
import type { EditLayer, TakeEdit } from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { evaluationOf } from './evaluations.ts';
import { figuresText } from './figuresText.ts';

/** What a layer does is reckoned once a drag rests, for all channels at once. */
const REST_MS = 120;

/** What a layer does, in words; undefined until it is reckoned. */
export function useFigures(take: RecordedTake, edit: TakeEdit, layer: EditLayer): string | undefined {
  const [text, setText] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => {
      const subject = take.subjects.find(({ description }) => description.number === layer.subject);
      setText(figuresText(layer, subject ? evaluationOf(subject).figures(edit, layer.id) : new Map()));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [take, edit, layer]);
  return text;
}
