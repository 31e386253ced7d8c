import { parentUri, resolvePath, type Project } from '../../project';
import type { TextRange } from '../../text/range';
import { addressesIn } from '../addresses';
import { identifiersOf, type Name } from './names';

/** The ids in the links of a file that lead to a name in a file of the project: `[there](other.md#c-trust)`. */
export function linksToId(project: Project, uri: string, name: Name): TextRange[] {
  const document = project.file(uri)?.facts.current;
  if (!document?.text.includes(`#${name.id}`)) return [];
  const files = new Set(identifiersOf(project, name).map((identifier) => identifier.uri));
  const folder = parentUri(uri);
  return addressesIn(
    document,
    ({ path, fragment }) =>
      fragment === name.id && files.has(resolvePath(folder, path, project.root)),
  ).map(({ fragmentRange }) => fragmentRange);
}
