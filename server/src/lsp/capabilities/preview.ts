import { VOCABULARY } from '../../core/model';
import { normalizeUri } from '../../core/project';
import type { PreviewProject } from '../../shared/protocol';
import type { Context } from '../context';

/** What the project of a file says that the file itself does not: whether it takes part, and which kinds there are. */
export async function previewOf({ workspace }: Context, uri: string): Promise<PreviewProject> {
  const known = normalizeUri(uri);
  const project = await workspace.projectOf(known);
  const own = [...project.vocabulary.classes].filter(([name]) => !VOCABULARY.classes.has(name));
  return {
    takesPart: project.file(known)?.participates ?? false,
    kinds: Object.fromEntries(
      own.map(([name, { kind, defaults }]) => [name, { is: kind, defaults }]),
    ),
  };
}
