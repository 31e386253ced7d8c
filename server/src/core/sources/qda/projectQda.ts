import type { PathEntry, Source } from '../../config';
import {
  keysOfText,
  parentUri,
  perProject,
  resolvePath,
  type FileReader,
  type Project,
  type Reading,
} from '../../project';
import type { QdaCode, QdaProject, QdaSelection, QdaSource } from './qdaProject';
import { guidDigits } from './guids';
import { inSlices } from '../../steps';
import { readingQda } from './readQda';
import { SelectionIndex } from './selectionIndex';

const QDA_FILE: FileReader<QdaProject> = {
  read: (bytes, uri, pace) => inSlices(readingQda(bytes, uri), pace),
};

/** What a QDA file holds, whether it stands under `qda:` or is the file of a source. */
export function readingOfQda(project: Project, uri: string): Reading<QdaProject> {
  return project.external(uri, QDA_FILE);
}

/** A file that stands under `qda:`. */
export interface QdaFile {
  readonly entry: PathEntry;
  readonly uri: string;
  readonly reading: Reading<QdaProject>;
}

/** What the QDA files of a manuscript hold together. */
export interface ManuscriptQda {
  readonly files: readonly QdaFile[];
  readonly projects: readonly QdaProject[];
  /** Whether all files have been read, so that what is not found is nowhere. */
  readonly isComplete: boolean;
  readonly selections: readonly QdaSelection[];
  /** Each once, though it stands in several files. */
  readonly codes: readonly QdaCode[];
  readonly index: SelectionIndex;
}

/** The files under `qda:` in `warrant.yaml` and the front matter, each once. */
const entriesOf = perProject((project) => {
  const configs = [
    ...(project.config ? [project.config] : []),
    ...project.files.map(({ frontMatter }) => frontMatter),
  ];
  const entries = new Map<string, PathEntry>();
  for (const entry of configs.flatMap(({ qda }) => qda)) {
    const uri = resolvePath(parentUri(entry.place.uri), entry.path, project.root);
    if (!entries.has(uri)) entries.set(uri, entry);
  }
  return entries;
});

/** The QDA projects, codebooks and codings of a manuscript, as far as they are read. */
export const qdaOf = perProject((project): ManuscriptQda => {
  const files = [...entriesOf(project)].map(([uri, entry]) => ({
    entry,
    uri,
    reading: readingOfQda(project, uri),
  }));
  const projects = files.flatMap(({ reading }) =>
    reading.state === 'read' ? [reading.value] : [],
  );
  return {
    files,
    projects,
    isComplete: projects.length === files.length && projects.every(({ isCut }) => isCut !== true),
    selections: projects.flatMap(({ selections }) => selections),
    codes: distinct(projects.flatMap(({ codes }) => codes)),
    index: new SelectionIndex(projects),
  };
});

/** The only selection that has the words of a text. */
export function selectionWithWords(project: Project, text: string): QdaSelection | undefined {
  return selectionsByWords(project).get(keysOfText(text)) ?? undefined;
}

/** Null where several have the same words. */
const selectionsByWords = perProject((project): ReadonlyMap<string, QdaSelection | null> => {
  const words = new Map<string, QdaSelection | null>();
  for (const selection of qdaOf(project).selections) {
    const keys = keysOfText(selection.text);
    if (keys !== '') words.set(keys, words.has(keys) ? null : selection);
  }
  return words;
});

/** The declared source that a source of a QDA project is, by what their names have in common; see docs/qda.md. */
export function declaredSource(project: Project, source: QdaSource): Source | undefined {
  return sourcesByName(project).get(simplified(source.name));
}

const sourcesByName = perProject((project): ReadonlyMap<string, Source> => {
  const names = new Map<string, Source>();
  // What is said on purpose comes before what happens to be alike.
  for (const key of ['qda', 'file', 'id', 'title'] as const) {
    for (const source of project.sources) {
      const name = source[key];
      // A project has many sources, none of which it is.
      if (name === undefined || (key === 'file' && /\.qd(?:px|e)$/i.test(name))) continue;
      const simple = simplified(name);
      if (simple !== '' && !names.has(simple)) names.set(simple, source);
    }
  }
  return names;
});

/**
 * The text that a QDA project has of a declared source whose `file:` it is: the one called as its `qda:` says, else as its id
 * or title; else the only one. Several where different ones are called so; none where there is none.
 */
export function textsCalled(
  { sources }: QdaProject,
  { qda, id, title, idPlace }: Source,
): readonly QdaSource[] {
  const texts = sources.filter(({ text }) => text !== undefined);
  const names = qda === undefined ? [id, title] : [qda];
  for (const name of names) {
    const simple = simplified(name ?? '');
    const found = texts.filter((text) => simple !== '' && simplified(text.name) === simple);
    if (found.length > 0) return differing(found);
  }
  // Of a range of sources, it can be one alone.
  const isOnly = texts.length === 1 && qda === undefined && idPlace !== undefined;
  return isOnly ? texts : [];
}

/** Those of several sources whose texts differ: the same one may be in a project twice. */
export function differing(sources: readonly QdaSource[]): readonly QdaSource[] {
  return [...new Map(sources.map((source) => [source.text, source])).values()];
}

/** The last part of a path, without extension, case, and what sets words apart. */
function simplified(name: string): string {
  return (
    name
      .normalize('NFC')
      .replace(/^.*[/\\]/, '')
      // `Interview 1.2` has no extension.
      .replace(/\.(?:[a-z][a-z\d]{0,9}|3gpp?|3g2)$/i, '')
      .replace(/[\s_-]+/g, ' ')
      .trim()
      .toLowerCase()
  );
}

/**
 * The codes that `code=` names: by GUID (or its first eight digits), by path (`Trust > Calculative`, `Trust::Calculative`)
 * or by name. More than one means that it is ambiguous.
 */
export function codesNamed({ codes }: ManuscriptQda, written: string): readonly QdaCode[] {
  const digits = guidDigits(written);
  if (/^[\da-f]{8,32}$/.test(digits)) {
    const found = codes.filter(({ guid }) => guid && guidDigits(guid).startsWith(digits));
    if (found.length > 0) return found;
  }
  const path = written.split(/\s*(?:::|>)\s*/).map(simplifiedCode);
  return codes.filter((code) => {
    const names = code.path.map(simplifiedCode);
    return (
      path.length <= names.length && path.every((name, at) => names.at(at - path.length) === name)
    );
  });
}

/** The same code may stand in the project and in a codebook beside it; the one that is described is taken. */
function distinct(codes: readonly QdaCode[]): readonly QdaCode[] {
  const known = new Map<string, QdaCode>();
  for (const code of codes) {
    if (known.get(code.id)?.description === undefined) known.set(code.id, code);
  }
  return [...known.values()];
}

function simplifiedCode(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
