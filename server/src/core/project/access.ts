import { valueOf, type Element } from './element';
import type { Project } from './project';

/** Who may see evidence and what it is taken from, from everybody to nobody but the authors. */
export const ACCESS_LEVELS = ['open', 'restricted', 'confidential'] as const;

/** One of the levels. */
export type Access = (typeof ACCESS_LEVELS)[number];

/** A level at which something is held back from what leaves the authors' hands. */
export type HeldBackAccess = Exclude<Access, 'open'>;

/** The stricter of two levels. */
export function stricter(a: Access, b: Access): Access {
  return ACCESS_LEVELS.indexOf(a) < ACCESS_LEVELS.indexOf(b) ? b : a;
}

/** A level as written; what is no level, and what is left out, is open. */
export function accessNamed(text: string | undefined): Access {
  return ACCESS_LEVELS.find((level) => level === text) ?? 'open';
}

/** Who may see a piece of evidence, by its own `access=` and that of its sources: the strictest counts. */
export function accessOf(project: Project, evidence: Element): Access {
  return project
    .linksFrom(evidence, 'source')
    .flatMap(({ to }) => (to.type === 'source' ? (project.source(to.id)?.access ?? []) : []))
    .reduce(
      (level: Access, text) => stricter(level, accessNamed(text)),
      accessNamed(valueOf(evidence, 'access')),
    );
}
