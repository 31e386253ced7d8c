// `npm run --silent warrant -- ARGUMENTS`: the command line from a checkout. Nothing but the command
// itself writes to standard output, and its exit code is this script's.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './lib/build.mjs';
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/repository.mjs';

const command = path.join(root, 'dist/cli.js');

await explain(async () => {
  await ensureBuilt(ensureInstalled);
  process.argv[1] = command;
  // In this process: starting another would cost more than checking a manuscript.
  await import(pathToFileURL(command).href);
});
