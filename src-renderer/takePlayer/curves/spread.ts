/**
 * Places for labels that want to be somewhere, without lying on each other as long as there is room.
 * @param wanted ascending
 * @param apart how far from each other
 */
export function spread(wanted: readonly number[], apart: number, low: number, high: number): number[] {
  const places: number[] = [];
  for (const place of wanted)
    places.push(Math.max(place, low, (places.at(-1) ?? Number.NEGATIVE_INFINITY) + apart));
  let ceiling = high;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i] ?? 0, ceiling);
    ceiling = (places[i] ?? 0) - apart;
  }
  return places;
}
