import type { IdToken } from '../syntax';
import type { Place, Tag } from '../model';
import type { Project, ProjectFile } from '../project';
import type { Finding, Fix, Problem, Rule } from './rule';
import { freshId, idSyntaxRange } from './shared/ids';
import { editFix } from './shared/suggestions';

/** Reports ids that a tag shares with one before it. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  scope: 'project',
  documentation: {
    summary:
      'Two tags have the same id, so that a reference to it may mean either; the first one counts. Rename the second, or, where it is the same claim or the same concept once more (a restatement in the conclusion, a further use), refer to the first with `ref=` instead.',
    bad: `---
warrant: true
---

[Trust outlived the incentives]{.claim #c-trust evidence="@crew2012"}.

# Conclusion

[The trust that the incentives had built survived them]{.claim #c-trust}.
`,
    good: `---
warrant: true
---

[Trust outlived the incentives]{.claim #c-trust evidence="@crew2012"}.

# Conclusion

[The trust that the incentives had built survived them]{.claim ref=c-trust}.
`,
  },
  *check(project) {
    const first = new Map<string, Owner>();
    const untagged = untaggedIds(project);
    for (const owner of owners(project)) {
      const earlier = first.get(owner.id.value);
      if (!earlier) first.set(owner.id.value, owner);
      const taken = earlier ? takenBy(earlier) : untagged.get(owner.file)?.get(owner.id.value);
      if (!taken) continue;
      const element = project.elementOf(owner.tag);
      yield { ...problem(owner, taken), ...(element ? { element } : {}) };
    }
  },
  fix(finding, project) {
    const owner = owners(project).find(
      ({ id, file }) =>
        file.uri === finding.place.uri && id.range.start === finding.place.range.start,
    );
    return owner ? fixes(finding, owner, project) : [];
  },
};

/** A tag with an id. */
interface Owner {
  readonly tag: Tag;
  readonly id: IdToken;
  readonly file: ProjectFile;
}

/** What has an id already. */
interface Taken {
  readonly file: ProjectFile;
  readonly place: Place;
  readonly what: string;
}

function owners(project: Project): Owner[] {
  return project.files
    .filter(({ participates }) => participates)
    .flatMap((file) =>
      file.facts.tags.flatMap((tag) => (tag.id ? [{ tag, id: tag.id, file }] : [])),
    );
}

function takenBy({ tag, id, file }: Owner): Taken {
  return { file, place: { uri: file.uri, range: id.range }, what: tag.kind };
}

/** Parts of the same file that are no tags; between files, such ids may well be equal (every page may have `#refs`). */
function untaggedIds(project: Project): Map<ProjectFile, Map<string, Taken>> {
  return new Map(
    project.files.map((file) => {
      const tagged = new Set(file.facts.tags.map(({ source }) => source));
      const untagged = file.facts.document.elements.filter((source) => !tagged.has(source));
      return [
        file,
        new Map(
          untagged.flatMap(({ id, carrier }): [string, Taken][] =>
            id
              ? [[id.value, { file, place: { uri: file.uri, range: id.range }, what: carrier }]]
              : [],
          ),
        ),
      ];
    }),
  );
}

function problem({ id, file }: Owner, taken: Taken): Problem {
  const line = taken.file.facts.lines.positionAt(taken.place.range.start).line + 1;
  const where = taken.file === file ? `line ${line}` : `${taken.file.path}, line ${line}`;
  return {
    message: `The id ${id.value} is taken by ${article(taken.what)} (${where}); ids are unique in a manuscript`,
    place: { uri: file.uri, range: id.range },
    related: [{ message: `${id.value} stands here first`, place: taken.place }],
  };
}

function article(noun: string): string {
  if (noun === 'evidence') return 'a piece of evidence';
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function fixes({ place }: Finding, { tag, id, file }: Owner, project: Project): Fix[] {
  const { text } = file.facts.document;
  const fresh = freshId(project, id.value);
  const rename = editFix(`Rename to ${fresh}`, place, [{ range: id.range, newText: fresh }]);
  const syntax = idSyntaxRange(text, tag.source);
  const isOccurrence = tag.attributes.some(({ name }) => name === 'ref');
  if (!syntax || isOccurrence || project.element(id.value)?.kind !== tag.kind) return [rename];
  const value = tag.source.form === 'html' ? `data-ref="${id.value}"` : `ref=${id.value}`;
  const occurrence = editFix(`Make it another occurrence of ${id.value}`, place, [
    { range: syntax, newText: value },
  ]);
  // A concept is tagged wherever it is used; any other element is rather a slip of copying.
  return tag.kind === 'construct' ? [occurrence, rename] : [rename, occurrence];
}
