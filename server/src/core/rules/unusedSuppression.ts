import { nearest } from '../model';
import type { Project } from '../project';
import type { TextRange } from '../text/range';
import type { Finding, Fix, JudgedSuppression, Problem, Rule } from './rule';

/** Reports suppressions that hide nothing, name a rule that does not exist, or give no reason. */
export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  severity: 'information',
  scope: 'run',
  documentation: {
    summary:
      'A comment such as `<!-- warrant-ignore unsupported-finding: the data are under embargo -->` hides nothing, names a rule that does not exist, or has no reason and therefore no effect. What is left behind after the text has changed would one day hide a fault that nobody has seen. Remove it, correct the name, or add the reason.',
    bad: `---
warrant: true
---

<!-- warrant-ignore unsupported-finding: the transcripts are under embargo -->

[Crews trusted the owner again]{.claim #c-trust evidence=e-crew}, although the
incentives had ended.

::: {.evidence #e-crew source="@crew2012"}
“After that winter nobody asked for the bonus.”
:::
`,
    good: `---
warrant: true
---

[Crews trusted the owner again]{.claim #c-trust evidence=e-crew}, although the
incentives had ended.

::: {.evidence #e-crew source="@crew2012"}
“After that winter nobody asked for the bonus.”
:::
`,
  },
  *check({ suppressions, known }) {
    for (const suppression of suppressions) yield* judge(suppression, known);
  },
  fix: (finding, project) => fixes(finding, project),
};

function* judge(suppression: JudgedSuppression, known: ReadonlySet<string>): Iterable<Problem> {
  const { place, rules, fault, unused } = suppression;
  const unknown = rules.filter(({ name }) => !known.has(name));
  for (const rule of unknown) {
    const suggestions = nearest(rule.name, known);
    const hint = suggestions[0] === undefined ? '' : `; did you mean ${suggestions[0]}?`;
    yield {
      message: `“${rule.name}” is not a rule of Warrant${hint}`,
      place: rule.place,
      data: { suggestions },
    };
  }
  if (fault !== undefined) {
    yield { message: fault, place };
    return;
  }
  const idle = rules.filter(({ name }) => unused.has(name));
  const whole = idle.length === rules.length;
  for (const rule of idle) {
    yield {
      message: `Nothing here is reported by ${rule.name} any more; remove the suppression`,
      place: whole && rules.length === 1 ? place : rule.place,
      data: { remove: 'true' },
    };
  }
}

function fixes({ place, data }: Finding, project: Project): Fix[] {
  const { uri, range } = place;
  const replace = (title: string, at: TextRange, newText: string, preferred = false): Fix => ({
    title,
    edits: new Map([[uri, [{ range: at, newText }]]]),
    preferred,
  });
  const suggestions = data['suggestions'];
  if (Array.isArray(suggestions)) {
    return suggestions
      .slice(0, 3)
      .map((name: string, index) => replace(`Change to ${name}`, range, name, index === 0));
  }
  const text = project.file(uri)?.facts.document.text;
  if (data['remove'] === undefined || text === undefined) return [];
  return [replace('Remove the suppression', withLine(text, range), '', true)];
}

/** The comment with its line and the blank line after it, where it stands alone; a name with its comma. */
function withLine(text: string, range: TextRange): TextRange {
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  const before = text.slice(lineStart, range.start);
  if (!text.slice(range.start, range.end).includes('warrant-ignore')) {
    const after = /^\s*,\s*/.exec(text.slice(range.end))?.[0].length ?? 0;
    if (after > 0) return { start: range.start, end: range.end + after };
    const comma = /,\s*$/.exec(before)?.[0].length ?? 0;
    return { start: range.start - comma, end: range.end };
  }
  const rest = /^[ \t]*(?:\r?\n(?:[ \t]*\r?\n)?|$)/.exec(text.slice(range.end));
  if (before.trim() === '' && rest) return { start: lineStart, end: range.end + rest[0].length };
  const spaces = before.length - before.trimEnd().length;
  return { start: range.start - spaces, end: range.end };
}
