// `npm run docs`: makes docs/markup.md and docs/rules.md from the vocabulary and the rules.
import { explain } from './lib/explain.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runTypeScript } from './lib/typescript.mjs';

await explain(async () => {
  await ensureInstalled();
  process.exitCode = await runTypeScript('scripts/docs.ts', []);
});
