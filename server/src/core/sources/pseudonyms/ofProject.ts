import type { PathEntry } from '../../config';
import {
  informantKey,
  parentUri,
  perProject,
  resolvePath,
  type FileReader,
  type Project,
  type Reading,
} from '../../project';
import { decodeSource } from '../texts/decodeSource';
import { NameMatcher } from './matcher';
import { readPseudonyms, type WrittenPseudonyms } from './readPseudonyms';

/** A file of pseudonyms that a project names. */
export interface PseudonymFile {
  readonly uri: string;
  /** Where it is named. */
  readonly entry: PathEntry;
  readonly reading: Reading<WrittenPseudonyms>;
}

/** The files of pseudonyms of a project, and the names in them. */
export interface ProjectPseudonyms {
  readonly files: readonly PseudonymFile[];
  readonly names: NameMatcher;
}

/**
 * Reads a file of pseudonyms; what cannot be understood of it is listed in what it gives. Spreadsheets save in the encoding of
 * their system: read wrongly, a name with an umlaut would be found nowhere.
 */
const PSEUDONYMS: FileReader<WrittenPseudonyms> = {
  read: (bytes, uri) => readPseudonyms(decodeSource(bytes).text, /\.(?:csv|tsv|tab)$/i.test(uri)),
};

/** Whether a project names a file of pseudonyms at all. */
export function hasPseudonyms(project: Project): boolean {
  return entriesOf(project).length > 0;
}

/** A form in which informants are compared: who is named here by the real name, and there by the pseudonym, is one. */
export const personKeyOf: (project: Project) => (name: string) => string = perProject((project) => {
  if (!hasPseudonyms(project)) return informantKey;
  const pseudonyms = new Map(
    pseudonymsOf(project).files.flatMap(({ reading }) =>
      reading.state !== 'read'
        ? []
        : reading.value.people
            .filter(({ pseudonym }) => pseudonym !== '')
            .map(({ name, pseudonym }) => [informantKey(name), informantKey(pseudonym)]),
    ),
  );
  return (name) => pseudonyms.get(informantKey(name)) ?? informantKey(name);
});

/** The pseudonyms of a project, as far as their files have been read. */
export const pseudonymsOf: (project: Project) => ProjectPseudonyms = perProject((project) => {
  const files = entriesOf(project).map((entry): PseudonymFile => {
    const { uri: home } = entry.place;
    // In a warrant.yaml and in a front matter, paths start from the folder of the file.
    const uri = resolvePath(parentUri(home), entry.path, project.root);
    return { uri, entry, reading: project.external(uri, PSEUDONYMS) };
  });
  const people = files.flatMap(({ reading }) =>
    reading.state === 'read' ? reading.value.people : [],
  );
  return { files, names: new NameMatcher(people) };
});

/** The entries of a project, which never change, by project: every block asks for them. */
const entries = new WeakMap<Project, readonly PathEntry[]>();

function entriesOf(project: Project): readonly PathEntry[] {
  let known = entries.get(project);
  if (!known) {
    const { config, files } = project;
    known = [config, ...files.map(({ frontMatter }) => frontMatter)].flatMap(
      (place) => place?.pseudonyms ?? [],
    );
    entries.set(project, known);
  }
  return known;
}
