import { type RefObject, useEffect, useRef } from 'react';
import { CAPTURE_CHANNELS, createCaptureFrame } from '#shared/capture/index.ts';
import { onGlanceAt } from '../../ui/index.ts';
import { writtenValue } from '../frames/spokenValues.ts';
import { createFrameReader } from '../frames/takeReader.ts';

/**
 * Writes the values at the playhead into a list's elements with `data-value`, past React.
 * @param listed changes when other channels are listed
 */
export function useLiveValues(listed: unknown): RefObject<HTMLUListElement | null> {
  const ref = useRef<HTMLUListElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has other elements
  useEffect(() => {
    const list = ref.current;
    if (!list) return;
    const frame = createCaptureFrame();
    const read = createFrameReader();
    const places = [...list.querySelectorAll<HTMLElement>('[data-value]')].flatMap((element) => {
      const channel = CAPTURE_CHANNELS.find((name) => name === element.dataset['value']);
      return channel ? [{ element, channel }] : [];
    });
    const write = (): void => {
      if (!read(frame)) return;
      for (const { element, channel } of places) element.textContent = writtenValue(frame, channel);
    };
    return onGlanceAt(list, write);
  }, [listed]);

  return ref;
}
