import { URI, Utils } from 'vscode-uri';

/** The one spelling of a URI by which files are compared (VS Code and Node encode drive letters differently). */
export function normalizeUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** The folder of a file or folder; the root is its own. */
export function parentUri(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The URI of a path that is written in a file of `folder`; a path that starts with `/` is relative to `root`. */
export function resolvePath(folder: string, path: string, root = folder): string {
  const normal = path.replaceAll('\\', '/');
  return normal.startsWith('/')
    ? Utils.joinPath(URI.parse(root), normal).toString()
    : Utils.joinPath(URI.parse(folder), normal).toString();
}

/** The URI of what a listing of `folder` names; unlike in a written path, a backslash is part of the name. */
export function childUri(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString();
}

/** The last part of a URI's path. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** A file's path relative to a folder, with `/`; its name where it stands elsewhere. */
export function relativePath(folder: string, uri: string): string {
  const base = URI.parse(folder).path.replace(/\/?$/, '/');
  const { path } = URI.parse(uri);
  return path.startsWith(base) ? path.slice(base.length) : nameOf(uri);
}

/** Whether a file by its name is a manuscript that Warrant reads. */
export function isManuscript(uri: string): boolean {
  return /\.(md|markdown|qmd|rmd|pandoc)$/i.test(URI.parse(uri).path);
}

/** Whether a file by its name is text on which a manuscript may rest: a bibliography, a transcript, codings, names. */
export function isSupportingFile(uri: string): boolean {
  return /\.(bib|bibtex|biblatex|json|ya?ml|csv|tsv|txt|text|vtt|srt|qdc)$/i.test(
    URI.parse(uri).path,
  );
}

/** Whether a file by its name is a `warrant.yaml` or a Quarto project. */
export function isConfigFile(uri: string): boolean {
  return /\/(warrant|_quarto)\.ya?ml$/.test(URI.parse(uri).path);
}
