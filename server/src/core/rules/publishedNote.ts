import type { Attribute } from '../model';
import type { Project, ProjectFile } from '../project';
import type { Fix, Rule } from './rule';

/** The name by which the filter is known, wherever it stands. */
const FILTER = 'warrant-strip';

/** Reports files whose analytic notes would be published with them. */
export const publishedNote: Rule = {
  id: 'published-note',
  severity: 'off',
  submission: 'warning',
  scope: 'file',
  documentation: {
    summary:
      'Pandoc writes attributes that it does not know into the HTML that it makes, and with them what is nobody’s business: notes, access marks, the original words of a confidential interview. Under `stage: submission` the rule reports each file with `note`, `access`, `qda` or `original` in its text, unless its front matter (or that of the first file of the manuscript, or `_quarto.yml`) names the strip filter, `warrant-strip.lua`. Name the filter, or move the attributes to `elements:` in `warrant.yaml`.',
    bad: `---
warrant: true
---

["We signed on the Friday."]{.evidence #e-sign source="@owner2019" note="The owner was angry here."}
[Firms signed what they could not refuse]{.claim evidence=e-sign}.
`,
    good: `---
filters: [warrant-strip.lua]
warrant: true
---

["We signed on the Friday."]{.evidence #e-sign source="@owner2019" note="The owner was angry here."}
[Firms signed what they could not refuse]{.claim evidence=e-sign}.
`,
  },
  *check(file, project) {
    const attributes = privateAttributes(file);
    const [first] = attributes;
    if (!first || isStripped(file, project)) return;
    const names = [...new Set(attributes.map(({ name }) => name))].join(', ');
    const what =
      attributes.length === 1
        ? `This ${first.name} would be published with the text`
        : `${attributes.length} attributes that are meant for the authors (${names}) would be published with the text`;
    yield {
      message: `${what}; name the filter ${FILTER}.lua in the front matter`,
      place: { uri: file.uri, range: first.keyRange },
      related: attributes.slice(1).map(({ name, keyRange }) => ({
        message: `This ${name} as well`,
        place: { uri: file.uri, range: keyRange },
      })),
    };
  },
  fix(finding, project) {
    const file = project.file(finding.place.uri);
    return file ? nameFilter(file) : [];
  },
};

function privateAttributes({ facts }: ProjectFile): Attribute[] {
  return facts.privateTags.flatMap(({ attributes }) =>
    attributes.filter(({ definition, origin }) => definition.private && origin === 'tag'),
  );
}

/** The files of one manuscript are mostly converted together, so that the front matter of the first one counts. */
function isStripped(file: ProjectFile, project: Project): boolean {
  return [file, project.files[0]].some((named) =>
    named?.filters.some((filter) => filter.includes(FILTER)),
  );
}

/** A fix that names the filter, unless the front matter names other filters, whose order the author must decide. */
function nameFilter({ uri, facts: { document } }: ProjectFile): Fix[] {
  const lines = `filters:\n  - ${FILTER}.lua\n`;
  const { frontMatter } = document;
  const yaml = frontMatter
    ? document.slice(frontMatter.contentRange.start, frontMatter.contentRange.end)
    : '';
  if (/^["']?filters["']?\s*:/m.test(yaml)) return [];
  const at = frontMatter?.contentRange.start ?? 0;
  const newText = frontMatter ? lines : `---\n${lines}---\n\n`;
  const edits = new Map([[uri, [{ range: { start: at, end: at }, newText }]]]);
  return [{ title: `Name the filter ${FILTER}.lua in the front matter`, edits }];
}
