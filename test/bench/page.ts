import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

/**
 * Replaces what stands between `<!-- figures: NAME -->` and `<!-- /figures -->` in a page, for every name that is given.
 * @throws where the page has no place for a name
 */
export async function writeFigures(
  page: string,
  figures: ReadonlyMap<string, string>,
): Promise<void> {
  let text = await readFile(page, 'utf8');
  for (const [name, markdown] of figures) {
    const open = `<!-- figures: ${name} -->`;
    const start = text.indexOf(open);
    const end = text.indexOf('<!-- /figures -->', start);
    if (start < 0 || end < 0) throw new Error(`${page} has no place for the figures of “${name}”`);
    text = `${text.slice(0, start + open.length)}\n\n${markdown}\n\n${text.slice(end)}`;
  }
  const options = await resolveConfig(page);
  await writeFile(page, await format(text, { ...options, filepath: page }));
}
