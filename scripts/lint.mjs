// `npm run lint`: compiler, ESLint, Prettier, import rules, unused code. `npm run lint -- types` runs
// the checks with that word in their name.
import { ensureInstalled } from './lib/install.mjs';
import { explain } from './lib/explain.mjs';
import { lint } from './lib/lint.mjs';

await explain(async () => {
  await ensureInstalled();
  const failed = await lint(process.argv[2]);
  process.exitCode = failed.length === 0 ? 0 : 1;
});
