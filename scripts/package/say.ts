/** One line for the person who builds the package. */
export function say(line: string): void {
  process.stdout.write(`package: ${line}\n`);
}
