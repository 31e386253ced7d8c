import type { Tag } from '../../model';
import type { Project } from '../../project';

/** So many are kept. */
const KEPT = 20;

/** An edit that touches more tags than these is none of an author who refers to something. */
const MANY_TAGS = 8;

/** The ids that authors have referred to since a project was first asked about, the latest first. */
export class RecentReferences {
  readonly #recent = new WeakMap<Project, string[]>();

  /** The ids of a project; from the first question on, its edits are followed. */
  of(project: Project): readonly string[] {
    const known = this.#recent.get(project);
    if (known) return known;
    const recent: string[] = [];
    this.#recent.set(project, recent);
    project.listen({
      tagsChanged: (_file, added, removed) => note(recent, added, removed),
      elementsChanged: () => undefined,
      blocksChanged: () => undefined,
      openChanged: () => undefined,
      closed: () => undefined,
    });
    return recent;
  }
}

function note(recent: string[], added: readonly Tag[], removed: readonly Tag[]): void {
  if (added.length > MANY_TAGS) return;
  const before = new Set(removed.flatMap(targetsOf));
  for (const target of added.flatMap(targetsOf)) {
    if (before.has(target)) continue;
    const known = recent.indexOf(target);
    if (known >= 0) recent.splice(known, 1);
    recent.unshift(target);
  }
  recent.splice(KEPT);
}

function targetsOf({ attributes }: Tag): string[] {
  return attributes.flatMap(({ references }) => references.map(({ target }) => target));
}
