import { attributesOf, type Element } from './element';
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

/** A level as written, in whatever case; what is left out is open, and what is no level is taken for the strictest. */
export function accessNamed(text: string | undefined): Access {
  const written = text?.trim().toLowerCase() ?? '';
  if (written === '') return 'open';
  return ACCESS_LEVELS.find((level) => level === written) ?? 'confidential';
}

/**
 * Who may see a piece of evidence, by its own `access=` and that of its sources: the strictest counts. Where sources cannot
 * be read that say who may see them, nobody may see what is from one that is not known.
 */
export function accessOf(project: Project, evidence: Element): Access {
  return [
    // One that is no such value has a problem, and counts all the same.
    ...attributesOf(evidence, 'access').map(({ text }) => text),
    ...project
      .linksFrom(evidence, 'source')
      .map(({ to }) => (to.type === 'source' ? project.source(to.id)?.access : undefined)),
  ].reduce(
    (level: Access, text) => stricter(level, accessNamed(text)),
    accessOfUnknown(project, evidence),
  );
}

function accessOfUnknown(project: Project, evidence: Element): Access {
  const names = attributesOf(evidence, 'source').flatMap(({ text }) => text.split(/[\s;,]+/));
  const isUnknown = names.some(
    (name) => name !== '' && !name.startsWith('@') && !project.source(name.replace(/^#/, '')),
  );
  return isUnknown ? accessOfUndeclared(project) : 'open';
}

/** Who may see what is from a source that is not declared: nobody where a faulty declaration may say so. */
export function accessOfUndeclared(project: Project): Access {
  if (project.problems.every(({ rule }) => rule !== 'invalid-project')) return 'open';
  const texts = [project.config?.text, ...project.files.map(({ frontMatter }) => frontMatter.text)];
  return texts.some((text) => /\baccess["']?\s*:/.test(text ?? '')) ? 'confidential' : 'open';
}
