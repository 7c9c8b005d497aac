import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { movedRow, scrolledTo } from './rowMoves.ts';
import './rowGrid.css';
import { useVisibleRows } from './useVisibleRows.ts';

interface RowGridProps<Row> {
  readonly label: string;
  /** Of the element's ids, and of the rows' class. */
  readonly name: string;
  readonly total: number;
  /** In CSS pixels. */
  readonly rowHeight: number;
  /** The row at a place; undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly selectedId: string | undefined;
  /** The cells of a row, `td` elements. */
  readonly cells: (row: Row | undefined) => ReactNode;
  /** Called with the places in sight, the last one included. */
  readonly onVisible: (first: number, last: number) => void;
  /** Called as the selection moves, with every step of the keyboard. */
  readonly onSelect: (row: Row) => void;
  /** Called for a row that is to be looked at now: by Enter or a double click. */
  readonly onOpen: (row: Row) => void;
  /** Called with other keys, for the row where the keyboard is. */
  readonly onKey?: (event: KeyboardEvent, row: Row) => void;
}

/** The rows of a long list; however many there are, only those in sight are in the page. */
export function RowGrid<Row extends { readonly id: string }>(props: RowGridProps<Row>) {
  const { label, name, total, rowHeight, rowAt, selectedId, cells } = props;
  const { onVisible, onSelect, onOpen, onKey } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end } = useVisibleRows(scroller, total, rowHeight);
  /** Where the keyboard is. */
  const [active, setActive] = useState(-1);
  /** A row that was gone to before it was there. */
  const wanted = useRef(-1);
  const activeRow = rowAt(active);

  useEffect(() => onVisible(first, end - 1), [onVisible, first, end]);
  useEffect(() => {
    if (wanted.current !== active || !activeRow) return;
    wanted.current = -1;
    onSelect(activeRow);
  }, [active, activeRow, onSelect]);

  const goTo = (place: number): void => {
    const element = scroller.current;
    element?.scrollTo(0, scrolledTo(place, rowHeight, element.scrollTop, element.clientHeight));
    const row = rowAt(place);
    wanted.current = row ? -1 : place;
    setActive(place);
    if (row) onSelect(row);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && activeRow) onOpen(activeRow);
    const rowsInSight = (scroller.current?.clientHeight ?? 0) / rowHeight;
    const place = movedRow(event.key, active, total, rowsInSight);
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (place === undefined) {
      if (activeRow) onKey?.(event, activeRow);
      return;
    }
    event.preventDefault();
    goTo(place);
  };
  const placeUnder = (event: MouseEvent): number => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    return Number(row?.dataset['index'] ?? -1);
  };
  const rowId = (index: number): string => `${name}-row-${index}`;
  const places = Array.from({ length: Math.max(0, Math.min(end, total) - first) }, (_, i) => first + i);
  return (
    <div ref={scroller} className="ui-grid-scroller">
      {/* The grid keeps the focus and names its active row: rows come and go as it scrolls. */}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: in HTML a grid is a table with this role
        role="grid"
        tabIndex={0}
        className="ui-grid"
        data-pane-target
        aria-label={label}
        aria-rowcount={total}
        aria-activedescendant={active >= first && active < end ? rowId(active) : undefined}
        style={{ height: total * rowHeight }}
        onKeyDown={press}
        onClick={(event) => {
          const place = placeUnder(event);
          if (place >= 0) goTo(place);
        }}
        onDoubleClick={(event) => {
          const row = rowAt(placeUnder(event));
          if (row) onOpen(row);
        }}
      >
        <tbody>
          {places.map((index) => {
            const row = rowAt(index);
            return (
              <tr
                key={index}
                id={rowId(index)}
                className={`ui-grid-row ${name}-row`}
                data-index={index}
                data-active={index === active || undefined}
                aria-rowindex={index + 1}
                aria-selected={row !== undefined && row.id === selectedId}
                aria-busy={row === undefined}
                style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
              >
                {cells(row)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
