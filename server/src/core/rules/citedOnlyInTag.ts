import type { Project } from '../project';
import type { TextEdit } from '../text/textEdit';
import type { Finding, Fix, Rule } from './rule';
import { editFix } from './shared/suggestions';
import { problemsIn } from './shared/problems';

/** Reports works that are cited in attributes alone, so that no reference list will name them. */
export const citedOnlyInTag: Rule = {
  id: 'cited-only-in-tag',
  severity: 'information',
  scope: 'element',
  documentation: {
    summary:
      'Pandoc does not look for citations in attributes: a work that stands only in `evidence=`, `backing=` or `source=`, or under `elements:`, never reaches the reference list, and the reader never learns of it. The rule reports the first place of each such key. Cite the work in the text, or list it under `nocite` in the front matter.',
    bad: `---
warrant: true
---

[Trust is learned]{.claim #c-learn backing="@argyris1978" evidence=e-list}, as a foreman
says: ["You come home with a list for yourself."]{.evidence #e-list source="@foreman2019"}
He is not alone [@foreman2019].
`,
    good: `---
warrant: true
---

[Trust is learned]{.claim #c-learn backing="@argyris1978" evidence=e-list}, as a foreman
says: ["You come home with a list for yourself."]{.evidence #e-list source="@foreman2019"}
He is not alone [@foreman2019; @argyris1978].
`,
  },
  check(element, project) {
    return problemsIn(project.referencesFrom(element), ({ target, place, reference }) => {
      if (reference?.kind !== 'citation' || project.isCited(target) || project.isCited('*')) {
        return undefined;
      }
      if (project.firstInAttributes(target)?.reference !== reference) return undefined;
      return {
        message: `@${target} stands in attributes only and will be missing from the reference list; cite it in the text or under nocite`,
        place,
        element,
        data: { key: target },
      };
    });
  },
  fix: (finding, project) => [...citeInText(finding, project), ...addToNocite(finding, project)],
};

/** Cites the work directly behind the tagged words. */
function citeInText({ place, data }: Finding, project: Project): Fix[] {
  const key = data['key'];
  const tag = project.file(place.uri)?.facts.tags.findLast(({ source }) => {
    const block = source.attributeRange;
    return block !== undefined && block.start <= place.range.start && place.range.end <= block.end;
  });
  if (typeof key !== 'string' || tag?.source.carrier !== 'span') return [];
  const at = tag.source.range.end;
  return [edit('Cite it behind the tagged words', place.uri, at, ` [@${key}]`)];
}

/** Lists the work in the front matter, where that has no `nocite` yet. */
function addToNocite({ place, data }: Finding, project: Project): Fix[] {
  const key = data['key'];
  const facts = (project.file(place.uri) ?? project.files[0])?.facts;
  if (!facts?.document.frontMatter || typeof key !== 'string') return [];
  const { start, end } = facts.document.frontMatter.contentRange;
  const yaml = facts.document.slice(start, end);
  if (/^["']?nocite["']?[ \t]*:/m.test(yaml)) return [];
  const lineBreak = yaml === '' || yaml.endsWith('\n') ? '' : '\n';
  const newText = `${lineBreak}nocite: '@${key}'${lineBreak === '' ? '\n' : ''}`;
  return [edit('List it under nocite', facts.uri, end, newText)];
}

function edit(title: string, uri: string, at: number, newText: string): Fix {
  const edits: TextEdit[] = [{ range: { start: at, end: at }, newText }];
  return editFix(title, { uri }, edits);
}
