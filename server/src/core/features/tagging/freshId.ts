import { ID_PREFIXES, slugOf, type Kind } from '../../model';
import { perProject, type Project } from '../../project';

/** The ids that are out of the question for a new element: those that exist, and those that something refers to. */
export const takenIds: (project: Project) => ReadonlySet<string> = perProject((project) => {
  const taken = new Set(project.allIds());
  for (const { target } of project.references) taken.add(target);
  for (const { id } of project.sources) taken.add(id);
  return taken;
});

/** Tells which ids are out of the question. */
export type Taken = Pick<ReadonlySet<string>, 'has'>;

/** An id that is not taken, made of the first significant words of a text. */
export function freshId(taken: Taken, kind: Kind, text: string): string {
  return freshWith(taken, kind, slugOf(text));
}

/**
 * An id that is not taken, made of words that are joined already.
 * @param slug what follows the prefix of the kind; '' for a number alone
 */
export function freshWith(taken: Taken, kind: Kind, slug: string): string {
  const base = `${ID_PREFIXES[kind]}${slug === '' ? '1' : slug}`;
  if (!taken.has(base)) return base;
  const stem = slug === '' ? ID_PREFIXES[kind] : `${base}-`;
  let number = 2;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}
