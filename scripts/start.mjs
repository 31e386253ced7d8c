// `npm start [-- --no-editor]`: checks the first example and opens it in VS Code with the extension.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { isCi, root } from './lib/repository.mjs';
import { run } from './lib/run.mjs';
import { runTypeScript } from './lib/typescript.mjs';

const example = 'examples/partnership';

await explain(async () => {
  await ensureInstalled();
  await ensureBuilt();
  console.log(`warrant check ${example}\n`);
  // Its findings are what a newcomer is to see; they are no failure of this script.
  await run(process.execPath, [path.join('dist', 'cli.js'), 'check', example]);
  if (isCi || process.argv.includes('--no-editor')) return;

  if (isOnPath('code')) {
    console.log('\nOpening the example in VS Code, with the extension of this folder…');
    const args = [`--extensionDevelopmentPath=${root}`, path.join(root, example)];
    const { code } = await run('code', args);
    process.exitCode = code;
  } else {
    console.log('\nThere is no `code` on the PATH; the example opens in a VS Code in the browser.');
    process.exitCode = await runTypeScript('scripts/serveWorkbench.ts', [example]);
  }
});

/**
 * Whether the shell would find a program.
 * @param {string} name
 */
function isOnPath(name) {
  const file = process.platform === 'win32' ? `${name}.cmd` : name;
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, file), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}
