import type { Config, RegistryEntry, Source } from '../../config';
import type { Attribute, KnownId, Reference } from '../../model';
import type { Project } from '../../project';

/** What may be renamed: an id of the manuscript, or that of a declared source, which is another name. */
export interface Name {
  readonly of: 'id' | 'source';
  readonly id: string;
  /** The file to which it is confined: parts of several files that nobody tags may have the same id. */
  readonly only?: string;
}

/** Whether a reference in an attribute names something; a source may have the name of an element. */
export function namesIt(
  project: Project,
  { definition }: Attribute,
  { kind, target }: Reference,
  name: Name,
): boolean {
  if (kind !== 'id' || target !== name.id) return false;
  const isSource = project.source(target) !== undefined;
  if (!isSource) return name.of === 'id';
  const wantsSource = definition.targets?.includes('source') ?? false;
  const of = wantsSource || !isId(project, target) ? 'source' : 'id';
  return of === name.of;
}

/** Whether an id of the manuscript has a name. */
export function isId(project: Project, id: string): boolean {
  return project.element(id) !== undefined || project.knownIds(id).length > 0;
}

/** Whether an element has a name, so that it means this first of all. */
export function isTagged(project: Project, { id }: Name): boolean {
  return project.element(id) !== undefined;
}

/** The meanings of a name, as it may be written at a place of a file. */
export function meaningsOf(project: Project, uri: string, id: string): Name[] {
  const names: Name[] = [];
  if (isId(project, id)) names.push({ of: 'id', id, ...confinement(project, uri, id) });
  if (project.source(id)) names.push({ of: 'source', id });
  return names;
}

/** An id that only plain parts of several files have means the one of its own file. */
function confinement(project: Project, uri: string, id: string): Pick<Name, 'only'> {
  if (isTagged(project, { of: 'id', id })) return {};
  const files = new Set(project.knownIds(id).map((known) => known.uri));
  return files.size > 1 && files.has(uri) ? { only: uri } : {};
}

/** The configuration of a project: its `warrant.yaml`, then the front matter of its manuscripts. */
export function configsOf({ config, files }: Project): Config[] {
  return [...(config ? [config] : []), ...files.map(({ frontMatter }) => frontMatter)];
}

/** The entries of `elements:` with a name, in `warrant.yaml` and in front matter. */
export function entriesOf(project: Project, { of, id, only }: Name): RegistryEntry[] {
  if (of === 'source' || only !== undefined) return [];
  return configsOf(project).flatMap(({ elements }) => elements.filter((entry) => entry.id === id));
}

/** The declarations of a source. */
export function declarationsOf(project: Project, { of, id }: Name): Source[] {
  return of === 'source' ? project.sources.filter((source) => source.id === id) : [];
}

/** The identifiers with a name that stand in manuscripts. */
export function identifiersOf(
  project: Project,
  { of, id, only }: Name,
): { readonly known: KnownId; readonly uri: string }[] {
  if (of === 'source') return [];
  return project.knownIds(id).filter(({ uri }) => only === undefined || uri === only);
}

/** Whether other projects may know a name too, since it is declared in a `warrant.yaml` that they share. */
export function isShared({ config }: Project, { of, id }: Name): boolean {
  if (!config) return false;
  return (of === 'source' ? config.sources : config.elements).some((entry) => entry.id === id);
}
