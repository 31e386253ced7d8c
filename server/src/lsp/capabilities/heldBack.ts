import { accessOf, normalizeUri } from '../../core/project';
import type { HeldBackParams, HeldBackResult } from '../../shared/exports';
import type { Context } from '../context';
import type { TrackedProjects } from '../tracked';

/** How many pieces of evidence of a file's project others may not read; without a file, of all projects. */
export async function heldBackOf(
  { workspace }: Context,
  tracked: TrackedProjects,
  { uri }: HeldBackParams,
): Promise<HeldBackResult> {
  const projects =
    uri === undefined ? await tracked.all() : [await workspace.projectOf(normalizeUri(uri))];
  const levels = projects.flatMap((project) =>
    project.elementsOfKind('evidence').map((evidence) => accessOf(project, evidence)),
  );
  const having = (level: string) => levels.filter((other) => other === level).length;
  return { restricted: having('restricted'), confidential: having('confidential') };
}
