import { type RefObject, useEffect, useState } from 'react';
import { type RowRange, visibleRows } from './visibleRows.ts';

/**
 * The rows to draw of a list of `total` rows, each `rowHeight` CSS pixels high, that scrolls in `scroller`. Renders anew
 * only when they change.
 */
export function useVisibleRows(
  scroller: RefObject<HTMLElement | null>,
  total: number,
  rowHeight: number,
): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, end: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      const { scrollTop, clientHeight: height } = element;
      const next = visibleRows({ scrollTop, height, rowHeight }, total);
      setRange((shown) => (shown.first === next.first && shown.end === next.end ? shown : next));
    };
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, total, rowHeight]);
  return range;
}
