import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random';

const folders = ['test/conformance/manuscripts', 'test/fixtures/untagged', 'examples'];
const longest = 3000;

/** Realistic texts of the repository at `root`, in the order of their paths. */
export function readManuscripts(root: string): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:md|qmd|Rmd)$/.test(file))
      .sort()
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
}

/** A piece of a manuscript that begins and ends with a block, short enough for Pandoc to read it fast. */
export function excerpt(text: string, random: Random): string {
  const breaks = [
    0,
    ...[...text.matchAll(/\n[ \t]*\n(?=\S)/g)].map((found) => found.index + found[0].length),
  ];
  const start = text.length <= longest ? 0 : (breaks[random.below(breaks.length)] ?? 0);
  const size = longest / 3 + random.below((longest * 2) / 3);
  const end = breaks.findLast((at) => at > start && at - start <= size) ?? start + size;
  return text.length <= longest && random.happens(0.5) ? text : text.slice(start, end);
}
