/**
 * The name itself, or with the first number from 2 on under which it is not taken: `Anna`, `Anna 2`. A name that would
 * become longer than `maxLength` characters loses its end.
 */
export function freeName(name: string, maxLength: number, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) {
    const ending = ` ${number}`;
    const numbered = name.slice(0, maxLength - ending.length).trimEnd() + ending;
    if (!isTaken(numbered)) return numbered;
  }
}
