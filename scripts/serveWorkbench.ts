/**
 * Serves VS Code with the packaged extension on a loopback port until it is interrupted, and prints
 * the address. Argument: the folder to open, relative to the root.
 */
import path from 'node:path';
import { packageExtension } from '../test/e2e/harness/package';
import { chooseRelease, prepareVscode } from '../test/e2e/harness/vscodeInstallation';
import { startVscodeServer } from '../test/e2e/harness/vscodeServer';

const repository = process.cwd();
const cache = path.join(repository, '.cache');
const folder = path.join(repository, process.argv[2] ?? '.');

const interrupted = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      resolve();
    });
});

try {
  const installation = await prepareVscode(chooseRelease(undefined), cache, (message) => {
    console.log(message);
  });
  const vsix = path.join(cache, 'start/warrant.vsix');
  await packageExtension(repository, vsix);
  const server = await startVscodeServer(installation, { extensions: [vsix] });
  console.log(`\n  ${server.address(folder)}\n\nOpen this address in a browser. Ctrl-C stops it.`);
  await interrupted;
  await server.stop();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`VS Code could not be started: ${reason}`);
  process.exitCode = 1;
}
