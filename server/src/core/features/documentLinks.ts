import type { Attribute, Place } from '../model';
import type { Project } from '../project';
import { libraryOf } from '../sources/bibliography';
import type { TextRange } from '../text/range';
import { includesOf, pathsOfConfig, targetOf, type WrittenPath } from './writtenPaths';

/** Words that lead somewhere when they are clicked. */
export interface DocumentLink {
  readonly range: TextRange;
  readonly target: LinkTarget;
}

/** Where a link leads: to a file, or to the place where a name or a work is introduced, which is looked up later. */
export type LinkTarget =
  | { readonly type: 'file'; readonly uri: string }
  | { readonly type: 'element' | 'source' | 'id' | 'work'; readonly name: string };

/**
 * The words of a manuscript or a `warrant.yaml` that lead somewhere else (LSP 3.17 §textDocument/documentLink): references
 * in attributes, citations, paths in YAML, includes. What leads nowhere is no link; ordinary links are left to editors.
 * @param isKnownWork whether the bibliography has a key
 */
export function documentLinks(
  project: Project,
  uri: string,
  isKnownWork: (key: string) => boolean,
): DocumentLink[] {
  const file = project.file(uri);
  if (file ? !file.participates : project.config?.uri !== uri) return [];
  const links = new Map<number, DocumentLink>();
  const add = (range: TextRange, target: LinkTarget | undefined): void => {
    if (!target || (target.type === 'work' && !isKnownWork(target.name))) return;
    const { start, end } = range;
    links.set(start, { range: { start, end }, target });
  };
  const config = file?.frontMatter ?? project.config;
  for (const path of config ? pathsOfConfig(config) : []) add(path.range, toFile(path, project));
  for (const path of file ? includesOf(file) : []) add(path.range, toFile(path, project));
  for (const attribute of attributesIn(project, uri)) {
    for (const { kind, target, range } of attribute.references) {
      const to = kind === 'citation' ? work(target) : named(project, target, attribute);
      add(range, to);
    }
  }
  for (const { citations } of file?.facts.current.blocks ?? []) {
    for (const { key, range } of citations) add(range, named(project, key) ?? work(key));
  }
  return [...links.values()].sort((a, b) => a.range.start - b.range.start);
}

/** The place to which a link to a name leads. */
export function placeOfTarget(project: Project, target: LinkTarget): Place | undefined {
  switch (target.type) {
    case 'file':
      return { uri: target.uri, range: { start: 0, end: 0 } };
    case 'element': {
      const element = project.element(target.name);
      const id = element?.tag?.id;
      return element && (id ? { uri: element.place.uri, range: id.range } : element.place);
    }
    case 'source': {
      const source = project.source(target.name);
      return source?.idPlace ?? source?.place;
    }
    case 'id': {
      const [first] = project.knownIds(target.name);
      return first && { uri: first.uri, range: first.known.range };
    }
    case 'work': {
      const found = libraryOf(project).find(target.name);
      return found && { uri: found.uri, range: found.entry.keyRange };
    }
  }
}

function* attributesIn(project: Project, uri: string): Iterable<Attribute> {
  for (const tag of project.file(uri)?.facts.currentTags ?? []) yield* tag.attributes;
  for (const { entry, attributes } of project.elements) {
    if (!entry) continue;
    for (const attribute of attributes) {
      if (attribute.origin === 'registry' && attribute.place.uri === uri) yield attribute;
    }
  }
}

function toFile(path: WrittenPath, { root }: Project): LinkTarget {
  return { type: 'file', uri: targetOf(path, root) };
}

function work(name: string): LinkTarget {
  return { type: 'work', name };
}

/** What a name leads to; in some attributes a source comes first. */
function named(project: Project, name: string, attribute?: Attribute): LinkTarget | undefined {
  const isSource = project.source(name) !== undefined;
  if (isSource && attribute?.definition.targets?.includes('source'))
    return { type: 'source', name };
  if (project.element(name)) return { type: 'element', name };
  if (isSource && attribute) return { type: 'source', name };
  return project.knownIds(name).length > 0 ? { type: 'id', name } : undefined;
}
