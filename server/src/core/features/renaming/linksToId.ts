import { parentUri, resolvePath, type Project } from '../../project';
import type { TextRange } from '../../text/range';
import { addressesIn } from '../addresses';
import { identifiersOf, type Name } from './names';

/**
 * The ids in the links of a file that lead to a name in a file of the project: `[there](other.md#c-trust)`,
 * `<a href="#c-trust">`.
 */
export function linksToId(project: Project, uri: string, name: Name): TextRange[] {
  const document = project.file(uri)?.facts.current;
  if (!document?.text.includes(`#${name.id}`)) return [];
  const files = new Set(identifiersOf(project, name).map((identifier) => identifier.uri));
  const folder = parentUri(uri);
  return addressesIn(
    document,
    ({ path, fragment }) =>
      fragment === name.id &&
      files.has(path === '' ? uri : manuscriptOf(resolvePath(folder, path, project.root), files)),
  ).map(({ fragmentRange }) => fragmentRange);
}

/** The manuscript of which a rendered page is made. */
function manuscriptOf(target: string, files: ReadonlySet<string>): string {
  if (files.has(target) || !/\.html?$/i.test(target)) return target;
  const stem = target.replace(/\.html?$/i, '');
  return [...files].find((file) => file.replace(/\.[^./]+$/, '') === stem) ?? target;
}

/**
 * The ids in the addresses of a `_quarto.yml` that lead to a name in a file of the project: `href: page.qmd#c-trust` (Quarto
 * guide, “Website navigation”).
 */
export function idsInQuarto(
  project: Project,
  { uri, text }: { readonly uri: string; readonly text: string },
  name: Name,
): TextRange[] {
  if (!text.includes(`#${name.id}`)) return [];
  const files = new Set(identifiersOf(project, name).map((identifier) => identifier.uri));
  const folder = parentUri(uri);
  return [...text.matchAll(PAGE_AND_ID)].flatMap(({ 0: whole, 1: path = '', 2: id, index }) => {
    const target = resolvePath(folder, path.replace(/^\//, ''), project.root);
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if (id !== name.id || COMMENT.test(line) || !files.has(manuscriptOf(target, files))) return [];
    const end = index + whole.length;
    return [{ start: end - id.length, end }];
  });
}

/** The beginning of a comment in YAML. */
const COMMENT = /(?:^|\s)#/;

/** A path and an id, with nothing between. */
const PAGE_AND_ID = /(?<![^\s"'#,[\]{}])([^\s"'#,[\]{}]+)#([\p{L}\p{N}_:.-]*[\p{L}\p{N}_-])/gu;
