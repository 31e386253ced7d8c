// `npm run test:electron -- [VERSION]`: the tests inside the extension host, in a downloaded VS Code.
import { ensureBuilt } from './lib/build.mjs';
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await explain(async () => {
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await runTypeScript('test/e2e/electron.ts', process.argv.slice(2));
});
