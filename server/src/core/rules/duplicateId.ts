import type { Place, Tag, Vocabulary } from '../model';
import type { Project, ProjectFile } from '../project';
import type { Attributed, IdToken } from '../syntax';
import type { Fix, Problem, Rule } from './rule';
import { freshId, idSyntaxRange } from './shared/ids';
import { editFix } from './shared/suggestions';
import { NONE } from './shared/problems';

/** Reports ids that a tag shares with one before it. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  scope: 'tag',
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
  check(tag, _file, project) {
    // What nothing else is called by, nothing need be told of.
    if (!tag.id || project.knownIds(tag.id.value).length < 2) return NONE;
    const first = project.tagsWithId(tag.id.value)[0];
    const taken = first && first !== tag ? first : untaggedWithId(project, tag.uri, tag.id);
    return taken ? [problem(tag, tag.id, taken, project)] : NONE;
  },
  fix({ place }, project) {
    const file = project.file(place.uri);
    const tag = file?.facts.tags.find(({ id }) => id?.range.start === place.range.start);
    return file && tag?.id ? fixes(place, tag, tag.id, file, project) : [];
  },
};

/** What has an id already. */
interface Taken {
  readonly uri: string;
  readonly id?: IdToken;
  /** What it is. */
  readonly kind: string;
}

/** A part of the same file that is no tag; between files, such ids may well be equal (every page may have `#refs`). */
function untaggedWithId(project: Project, file: string, { value }: IdToken): Taken | undefined {
  const known = project.knownIds(value);
  if (known.length < 2) return undefined;
  const other = known.findLast(
    ({ uri, known: { source } }) =>
      uri === file && source?.id !== undefined && !isTag(source, project.vocabulary),
  )?.known.source;
  return other?.id && { uri: file, id: other.id, kind: other.carrier };
}

function isTag({ classes }: Attributed, vocabulary: Vocabulary): boolean {
  return classes.some(({ name }) => vocabulary.classes.has(name));
}

function problem({ uri }: Tag, { value, range }: IdToken, taken: Taken, project: Project): Problem {
  const where = taken.uri === uri ? '' : ` in ${project.file(taken.uri)?.path ?? taken.uri}`;
  return {
    message: `The id ${value} is taken by ${article(taken.kind)}${where}; ids are unique in a manuscript`,
    place: { uri, range },
    related: taken.id
      ? [
          {
            message: `${value} stands here first`,
            place: { uri: taken.uri, range: taken.id.range },
          },
        ]
      : [],
  };
}

function article(noun: string): string {
  if (noun === 'evidence') return 'a piece of evidence';
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function fixes(place: Place, tag: Tag, id: IdToken, file: ProjectFile, project: Project): Fix[] {
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
