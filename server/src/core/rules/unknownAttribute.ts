import { attributeName, nearest, type Tag, type Vocabulary } from '../model';
import type { Project } from '../project';
import type { AttributeToken } from '../syntax';
import type { Finding, Fix, Problem, Rule } from './rule';
import { atOtherEnd, attributesNaming } from './shared/misplaced';
import { problemsNamed } from './shared/projectProblems';
import { editFix, slipFixes, suggest, suggestionFixes } from './shared/suggestions';
import { removeAttribute } from './shared/tagEdits';
import { problemsIn } from './shared/problems';

/** Reports attributes that are all but one of the vocabulary, or that belong to another kind. */
export const unknownAttribute: Rule = {
  id: 'unknown-attribute',
  severity: 'error',
  scope: 'tag',
  documentation: {
    summary:
      'An attribute is a letter or two away from one that the kind has (`suports=`), or it belongs to another kind and its value is one that it would have there (`supports=` on a claim). What it says is lost. Attributes that are nothing like ours, such as `width` or `fig-cap`, are other tools’ and are left alone; under `elements:`, where no other tool reads, every unknown key is reported.',
    bad: `---
warrant: true
---

[Trust outlived the incentives]{.claim #c-trust}.
[“Nobody asked for the bonus.”]{.evidence suports=c-trust source="@crew2012"}
`,
    good: `---
warrant: true
---

[Trust outlived the incentives]{.claim #c-trust}.
[“Nobody asked for the bonus.”]{.evidence supports=c-trust source="@crew2012"}
`,
  },
  check(tag, _file, project) {
    return problemsIn(tag.foreign, (token) => judge(tag, token, project));
  },
  also: [problemsNamed('unknown-attribute')],
  fix(finding, project) {
    const found = attributeAt(finding, project);
    if (!found) return suggestionFixes(finding);
    const { tag, token } = found;
    const { suggestions = [] } = finding.data;
    const isTaken = tag.attributes.some(({ name }) => suggestions.includes(name));
    return [
      // Beside the same name it would be a second value.
      ...(isTaken ? suggestionFixes(finding) : slipFixes(finding, project)),
      ...moveReferences(tag, token, project),
    ];
  },
};

/** Attributes of Pandoc, Quarto and HTML that are sometimes near one of ours. */
const FOREIGN =
  /^(title|style|width|height|dir|custom-style|align|valign|role|name|cols?|colspan|rows?|rowspan|rel|href|src|alt|target|media|tabindex|page|part|key|start|icon|collapse|appearance|group|code-.*|fig-.*|tbl-.*|lst-.*|layout.*|aria-.*|on\w+)$/i;

function judge(tag: Tag, token: AttributeToken, project: Project): Problem | undefined {
  const { vocabulary } = project;
  const name = attributeName(token.key);
  if (FOREIGN.test(name)) return undefined;
  const definitions = vocabulary.kinds[tag.kind].attributes;
  const place = { uri: tag.uri, range: token.keyRange };
  const owners = ownersOf(name, vocabulary);
  if (owners.length > 0) {
    const [better] = Object.values(definitions)
      .filter(({ values }) => values !== undefined && token.value in values)
      .map((definition) => definition.name);
    const isOurs = owners.some((owner) => fits(token.value, name, owner, project));
    if (better === undefined && !isOurs) return undefined;
    const hint = better === undefined ? '' : `; did you mean ${better}?`;
    return {
      message: `“${name}” is an attribute of ${owners.join(' and ')}, not of ${tag.kind}${hint}`,
      place,
      data: suggest(better === undefined ? [] : [better]),
    };
  }
  const own = Object.values(definitions).find(
    ({ values }) => values !== undefined && token.value in values,
  );
  const names = nearAttributes(name, Object.keys(definitions));
  const [first] = own && names.includes(own.name) ? [own.name] : names;
  if (first === undefined) return undefined;
  return {
    message: `“${name}” is not an attribute of ${tag.kind}; did you mean ${first}?`,
    place,
    data: suggest([first, ...names]),
  };
}

/** Short words are near everything: they may differ by one letter, or by two that have changed places. */
function nearAttributes(name: string, known: readonly string[]): string[] {
  if (name.length >= 6) return nearest(name, known);
  const near = nearest(name, known, 1);
  const swapped = known.filter((candidate) => isSwapped(name.toLowerCase(), candidate));
  return name.length < 3 ? [] : [...near, ...swapped];
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const differing = [...a].flatMap((letter, index) => (letter === b[index] ? [] : [index]));
  const [i = 0, j = 0] = differing;
  return differing.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i];
}

function ownersOf(name: string, { kinds }: Vocabulary): (keyof typeof kinds)[] {
  return Object.values(kinds)
    .filter(({ attributes }) => name in attributes)
    .map((kind) => kind.name);
}

/** Whether a value is one that the attribute would have on a kind: somebody else's attribute would hardly have it. */
function fits(
  value: string,
  name: string,
  kind: keyof Vocabulary['kinds'],
  project: Project,
): boolean {
  const definition = project.vocabulary.kinds[kind].attributes[name];
  if (!definition) return false;
  if (definition.values) return value in definition.values;
  if (!definition.targets) return false;
  const words = value.split(/[\s,]+/).filter(Boolean);
  return (
    words.length > 0 &&
    words.every((word) => {
      const id = word.replace(/^#/, '').replace(/:.*$/, '');
      if (/^@./.test(word)) return definition.targets?.includes('citation') === true;
      return project.element(id) !== undefined || project.source(id) !== undefined;
    })
  );
}

/** The attribute at a finding, and the tag on which it stands. */
function attributeAt({ place: { uri, range } }: Finding, project: Project) {
  for (const tag of project.file(uri)?.facts.tagsAround(range) ?? []) {
    const token = tag.foreign.find(({ keyRange }) => keyRange.start === range.start);
    if (token) return { tag, token };
  }
  return undefined;
}

/** What an attribute of another kind names can be named by one that this kind has, or by an attribute of what it names. */
function moveReferences(tag: Tag, token: AttributeToken, project: Project): Fix[] {
  const owner = project.elementOf(tag);
  const named = token.value.split(/[\s,]+/).flatMap((word) => {
    return project.element(word.replace(/^#/, '')) ?? [];
  });
  const [target, ...others] = named;
  const name = attributeName(token.key);
  const isOfAnotherKind = ownersOf(name, project.vocabulary).length > 0;
  if (!owner || !target || !isOfAnotherKind || others.some(({ kind }) => kind !== target.kind)) {
    return [];
  }
  // “A supports B” says that B follows from A, not the other way round.
  const isReversed = name === 'supports' && target.kind === tag.kind;
  const own = isReversed ? [] : attributesNaming(project, tag.kind, target);
  const free = own.filter((other) => !tag.attributes.some((known) => known.name === other));
  if (free.length > 0) {
    return free.map((other) =>
      editFix(`Write ${other}=${token.value}`, tag, [{ range: token.keyRange, newText: other }]),
    );
  }
  const text = project.file(tag.uri)?.facts.document.text;
  if (text === undefined || others.length > 0) return [];
  const edits = removeAttribute(text, tag.source, name);
  return atOtherEnd(project, owner, target, { uri: tag.uri, edits });
}
