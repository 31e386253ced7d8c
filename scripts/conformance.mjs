// `npm run conformance`: whether the scanner reads Markdown as the real Pandoc does.
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await explain(async () => {
  await ensureInstalled();
  process.exitCode = await runTypeScript('test/conformance/run.ts', process.argv.slice(2));
});
