import { ArrowDownWideNarrow, ArrowUpNarrowWide, Trash2 } from 'lucide-react';
import { TAKE_ORDERS, type TakeQuery } from '#shared/contract/index.ts';
import { IconButton, type Option, SearchField, Select } from '../ui/index.ts';
import { ImportButton } from './ImportButton.tsx';
import { filterTakes, useTakes } from './takesStore.ts';
import { words } from './words.ts';

const MAX_SEARCH = 200;
const ANY = '';
const RATINGS = [0, 1, 2, 3, 4, 5] as const;

/** Limits the list by text, tag and rating, orders it, and goes to the trash and back. */
export function TakeFilters() {
  const { search, inTrash, descending } = useTakes((state) => state.filter);
  return (
    <search className="takes-filters">
      <div className="takes-filter-row">
        <SearchField
          label={words.search}
          value={search}
          maxLength={MAX_SEARCH}
          onChange={(text) => filterTakes({ search: text })}
        />
        <ImportButton />
        <IconButton
          label={inTrash ? words.trash.close : words.trash.open}
          icon={<Trash2 />}
          pressed={inTrash}
          onClick={() => filterTakes({ inTrash: !inTrash, tag: null })}
        />
      </div>
      <div className="takes-filter-row">
        <TagSelect />
        <RatingSelect />
        <OrderSelect />
        <IconButton
          label={descending ? words.filters.descending : words.filters.ascending}
          icon={descending ? <ArrowDownWideNarrow /> : <ArrowUpNarrowWide />}
          onClick={() => filterTakes({ descending: !descending })}
        />
      </div>
    </search>
  );
}

function TagSelect() {
  const tags = useTakes((state) => state.tags);
  const tag = useTakes((state) => state.filter.tag);
  // The chosen tag stays in sight, though no take has it any more.
  const known = tag === null || tags.some((each) => each.tag === tag) ? tags : [{ tag, takes: 0 }, ...tags];
  const options: Option<string>[] = [
    { value: ANY, label: words.filters.anyTag },
    ...known.map((each) => ({ value: each.tag, label: each.tag, count: each.takes })),
  ];
  return (
    <Select
      label={words.filters.tag}
      value={tag ?? ANY}
      options={options}
      onChange={(value) => filterTakes({ tag: value === ANY ? null : value })}
    />
  );
}

function RatingSelect() {
  const minRating = useTakes((state) => state.filter.minRating);
  return (
    <Select
      label={words.filters.rating}
      value={String(minRating)}
      options={RATINGS.map((stars) => ({
        value: String(stars),
        label: stars === 0 ? words.filters.anyRating : words.filters.from(stars),
      }))}
      onChange={(value) => filterTakes({ minRating: Number(value) })}
    />
  );
}

function OrderSelect() {
  const order = useTakes((state) => state.filter.order);
  return (
    <Select<TakeQuery['order']>
      label={words.filters.order}
      value={order}
      options={TAKE_ORDERS.map((value) => ({ value, label: words.filters.orders[value] }))}
      onChange={(value) => filterTakes({ order: value })}
    />
  );
}
