/** The name itself, or with the first number from 2 on under which it is not taken: `Anna`, `Anna 2`. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) {
    const numbered = `${name} ${number}`;
    if (!isTaken(numbered)) return numbered;
  }
}
