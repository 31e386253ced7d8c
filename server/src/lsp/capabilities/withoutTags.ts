import { withoutTags } from '../../core/features/reading/withoutTags';
import { normalizeUri } from '../../core/project';
import type { PartsParams } from '../../shared/protocol';
import { projectSoon, type Context } from '../context';

/** Parts of a document without tags, in the order asked for; null for what is no manuscript. */
export async function textWithoutTags(
  { workspace }: Context,
  { uri, ranges }: PartsParams,
): Promise<string[] | null> {
  const known = normalizeUri(uri);
  const { project } = await projectSoon(workspace, known);
  const lines = project.file(known)?.facts.current.lines;
  if (!lines) return null;
  return ranges.map(({ start, end }) => {
    const range = { start: lines.offsetAt(start), end: lines.offsetAt(end) };
    return withoutTags(project, known, range) ?? '';
  });
}
