import type { PathEntry } from '../../config';
import {
  decodeText,
  parentUri,
  perProject,
  resolvePath,
  type FileReader,
  type Project,
  type Reading,
} from '../../project';
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

/** Reads a file of pseudonyms; what cannot be understood of it is listed in what it gives. */
const PSEUDONYMS: FileReader<WrittenPseudonyms> = {
  read: (bytes, uri) => readPseudonyms(decodeText(bytes).text, /\.(?:csv|tsv|tab)$/i.test(uri)),
};

/** Whether a project names a file of pseudonyms at all. */
export function hasPseudonyms(project: Project): boolean {
  return entriesOf(project).length > 0;
}

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

function entriesOf({ config, files }: Project): PathEntry[] {
  const entries = [
    ...(config?.pseudonyms ? [config.pseudonyms] : []),
    ...files.flatMap(({ frontMatter: { pseudonyms } }) => pseudonyms ?? []),
  ];
  return entries;
}
