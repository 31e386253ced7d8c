import picomatch from 'picomatch';
import type { Config, PathEntry, QuartoProject } from '../config';
import { parentUri, resolvePath, type ProjectFile } from '../project';
import type { TextRange } from '../text/range';
import { addressesIn, type Address } from './addresses';

/** A path that is written in a file of a project. */
export interface WrittenPath {
  readonly path: string;
  /** The file in which it stands, and where: the path without quotes or brackets. */
  readonly uri: string;
  readonly range: TextRange;
  /** What it is part of, which decides how it is to be quoted. */
  readonly notation: 'yaml' | 'address' | 'angled' | 'include';
}

/** What a path leads to: it is relative to the folder of its file, or with `/` at its start to the root of the project. */
export function targetOf({ path, uri }: WrittenPath, root: string): string {
  return resolvePath(parentUri(uri), path, root);
}

/** The paths in a `warrant.yaml` or a front matter; patterns name no one file. */
export function pathsOfConfig(config: Config): WrittenPath[] {
  const { manuscript = [], bibliography, qda, pseudonyms, sources, elements } = config;
  const entries: PathEntry[] = [
    ...manuscript.filter(({ path }) => !path.startsWith('!') && !picomatch.scan(path).isGlob),
    ...bibliography,
    ...qda,
    ...(pseudonyms ? [pseudonyms] : []),
    ...sources.flatMap(({ file, filePlace }) =>
      file !== undefined && filePlace ? [{ path: file, place: filePlace }] : [],
    ),
    ...elements.flatMap(({ file }) => (file ? [{ path: file.text, place: file.place }] : [])),
  ];
  return entries.map(inYaml);
}

/** The paths in a `_quarto.yml` that Warrant reads: the chapters, or the article, and the bibliography. */
export function pathsOfQuarto({ files, bibliography }: QuartoProject): WrittenPath[] {
  return [...files, ...bibliography].map(inYaml);
}

/** The files that a manuscript reads in at some place. */
export function includesOf({ uri, facts }: ProjectFile): WrittenPath[] {
  return facts.current.includes.map(({ path, pathRange }) => ({
    path,
    uri,
    range: pathRange,
    notation: 'include',
  }));
}

/** The paths in links and images of a manuscript that satisfy a condition. */
export function linkedPathsOf(
  { uri, facts }: ProjectFile,
  isWanted: (path: WrittenPath) => boolean,
): WrittenPath[] {
  return addressesIn(
    facts.current,
    (address) => address.path !== '' && isWanted(ofAddress(uri, address)),
  ).map((address) => ofAddress(uri, address));
}

function ofAddress(uri: string, { path, pathRange, isAngled }: Address): WrittenPath {
  return { path, uri, range: pathRange, notation: isAngled ? 'angled' : 'address' };
}

function inYaml({ path, place: { uri, range } }: PathEntry): WrittenPath {
  return { path, uri, range, notation: 'yaml' };
}
