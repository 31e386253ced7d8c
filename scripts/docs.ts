import { readFile, writeFile } from 'node:fs/promises';
import { markupPage } from '../server/src/core/documentation/markupPage';
import { rulesPage } from '../server/src/core/documentation/rulesPage';
import { RULES } from '../server/src/core/rules';

// Writes the pages that are made from the vocabulary and the rules. A unit test holds the committed ones against it.
await writeFile('docs/rules.md', rulesPage(RULES));
const template = await readFile('docs/markup.template.md', 'utf8');
await writeFile('docs/markup.md', markupPage(template));
