import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { argumentMap } from '../../server/src/core/features/map/argumentMap';
import type { ArgumentMap, MapOptions } from '../../server/src/core/figures';
import { Workspace } from '../../server/src/core/project';
import { nodeFileSystem } from '../../server/src/platform/nodeFileSystem';

const FILES = {
  partnership: '01-introduction.md',
  orchestration: 'index.qmd',
  motivation: 'paper.Rmd',
} as const;

/** The names of the examples. */
export const EXAMPLES = Object.keys(FILES) as (keyof typeof FILES)[];

/** The map of an example. */
export async function exampleMap(
  name: keyof typeof FILES,
  options: Partial<MapOptions> = {},
): Promise<ArgumentMap> {
  const file = path.join(process.cwd(), 'examples', name, FILES[name]);
  const workspace = new Workspace(nodeFileSystem, { isFinal: true });
  const project = await workspace.projectOf(pathToFileURL(file).toString());
  const all = { evidence: false, claims: false, tests: true, collapsed: new Set<string>() };
  return argumentMap(project, { ...all, ...options });
}
