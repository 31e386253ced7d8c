import type { Project, ReferenceUse, Resolution } from '../project';
import { crossReference } from '../rules/shared/crossReferences';

/** What a reference names. `@fig-rate` is written like a citation, but to Quarto it names a figure of the manuscript. */
export function resolutionOf(project: Project, use: ReferenceUse): Resolution | undefined {
  const { resolution, target } = use;
  if (resolution?.type !== 'citation' || !crossReference(target)) return resolution;
  const element = project.element(target);
  if (element) return { type: 'element', element };
  const [known] = project.knownIds(target);
  return known ? { type: 'id', ...known } : resolution;
}
