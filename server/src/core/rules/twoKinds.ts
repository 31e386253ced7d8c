import type { Tag } from '../model';
import type { ProjectFile } from '../project';
import type { ClassToken } from '../syntax';
import type { TextEdit } from '../text/textEdit';
import type { Finding, Fix, Rule } from './rule';
import { editFix } from './shared/suggestions';
import { removeClass } from './shared/classEdits';
import { problemsIn } from './shared/problems';

/** Reports a carrier with the classes of two kinds. */
export const twoKinds: Rule = {
  id: 'two-kinds',
  severity: 'error',
  scope: 'tag',
  documentation: {
    summary:
      'A tag has one kind: the same words cannot at once be the claim and the evidence for it. The first kind counts and the other is lost. Where both are meant, nest one tag in the other; else remove one.',
    bad: `---
warrant: true
---

[Nobody asked for the bonus after that winter]{.claim .evidence #c-bonus source="@crew2012"}.
`,
    good: `---
warrant: true
---

[[Nobody asked for the bonus after that winter]{.evidence source="@crew2012"}]{.claim #c-bonus}.
`,
  },
  check({ classToken, furtherKinds, uri }) {
    return problemsIn(furtherKinds, ({ name, range }) => ({
      message: `A tag has one kind, and this one is ${classToken.name} already; remove “${name}” or put it on a tag of its own inside or around this one`,
      place: { uri, range },
      related: [{ message: 'The kind that counts', place: { uri, range: classToken.range } }],
    }));
  },
  fix(finding, project) {
    const file = project.file(finding.place.uri);
    return file ? fixes(finding, file) : [];
  },
};

function fixes({ place }: Finding, { facts }: ProjectFile): Fix[] {
  const { text } = facts.document;
  for (const tag of facts.tags) {
    const token = tag.furtherKinds.find(({ range }) => range.start === place.range.start);
    if (!token) continue;
    const { name: first } = tag.classToken;
    const nested = nest(text, tag, token);
    return [
      editFix(`Keep it as ${first}`, place, [removeClass(text, tag.source, token)]),
      editFix(`Make it ${token.name}`, place, [removeClass(text, tag.source, tag.classToken)]),
      ...(nested ? [editFix(`Nest ${token.name} inside ${first}`, place, nested)] : []),
    ];
  }
  return [];
}

function nest(text: string, { source }: Tag, token: ClassToken): TextEdit[] | undefined {
  if (source.carrier !== 'span' || source.form !== 'markdown') return undefined;
  const { start, end } = source.contentRange;
  return [
    { range: { start, end: start }, newText: '[' },
    { range: { start: end, end }, newText: `]{.${token.name}}` },
    removeClass(text, source, token),
  ];
}
