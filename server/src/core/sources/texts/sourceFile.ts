import type { Source } from '../../config';
import { parentUri, resolvePath, type Project, type Reading } from '../../project';
import { SOURCE_TEXT } from './reader';
import type { SourceText } from './sourceText';

/** The URI of the file that a source names; undefined where it names none, or an address of the web. */
export function sourceFileUri({ root }: Project, { file, place }: Source): string | undefined {
  if (file === undefined || file.trim() === '' || /^[a-z][a-z0-9+.-]+:\/\//i.test(file)) {
    return undefined;
  }
  return resolvePath(parentUri(place.uri), file, root);
}

/** The text of a source, as far as it is read; undefined where the source names no file. */
export function textOfSource(project: Project, source: Source): Reading<SourceText> | undefined {
  const uri = sourceFileUri(project, source);
  return uri === undefined ? undefined : project.external(uri, SOURCE_TEXT);
}
