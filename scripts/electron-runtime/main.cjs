/**
 * Start-up app of the test runtime: does for `electron [-r MODULE] [-v] [-a] PATH` what Electron's own default app does.
 * Packed as resources/default_app.asar.
 */
const { existsSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join, resolve } = require('node:path');
const { app } = require('electron');

const preloads = [];
let path;
const rest = process.argv.slice(1);
while (path === undefined && rest.length > 0) {
  const word = rest.shift();
  if (word === '-v' || word === '--version') printAndExit(`v${process.versions.electron}`);
  else if (word === '-a' || word === '--abi') printAndExit(process.versions.modules);
  else if (word === '-r' || word === '--require') preloads.push(rest.shift());
  else if (!word.startsWith('-')) path = resolve(word);
}

if (path === undefined) printAndExit('Usage: electron [-r MODULE] PATH');
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
for (const module of preloads) createRequire(join(process.cwd(), '/'))(module);
const manifest = join(path, 'package.json');
if (existsSync(manifest)) {
  const { name, productName, version } = require(manifest);
  app.setName(productName ?? name ?? app.name);
  if (version) app.setVersion(version);
}
app.setAppPath(existsSync(manifest) ? path : dirname(require.resolve(path)));
require(path);

function printAndExit(line) {
  process.stdout.write(`${line}\n`);
  process.exit(0);
}
