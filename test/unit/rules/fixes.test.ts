import { describe, expect, test } from 'vitest';
import { RULES, fixesOf, type Finding, type Fix, type Rule } from '../../../server/src/core/rules';
import { gitIndex } from '../../tools/gitIndex';
import { apply, findings, projectFrom, type Files } from '../../tools/project';

/** Manuscripts on which rules have more to offer than on the bad example of their documentation. */
const FURTHER: Readonly<Record<string, readonly Files[]>> = {
  'black-box-mechanism': [
    {
      'paper.md':
        'We call it [incubation]{.mechanism #m-in trigger="a tender" outcome="trust" scope="sites"}. It began when [crews visited one another on site]{.step n=1 evidence="@m2019"} [@m2019].\n',
    },
  ],
  'broken-entry': [
    {
      'paper.md': '---\nwarrant: true\nbibliography: refs.bib\n---\n',
      'refs.bib': '@book{a, title = {A} year = 2001}\n@book{b,, title = {B}}\n@misc{c}\n',
    },
  ],
  'circular-inference': [
    {
      'paper.md':
        '[A grew]{.claim #c-a from="c-b c-d"} and [B grew]{.claim #c-b from="c-d c-a" evidence="@x"} and [D grew]{.claim #c-d evidence="@x"} [@x].\n',
    },
    { 'paper.md': '[A grew]{.claim #c-a ref=c-a evidence="@x"} [@x].\n' },
  ],
  'conflicting-definition': [
    {
      'warrant.yaml': 'manuscript: [paper.md, more.md]\n',
      'paper.md':
        'We call _trust_ [a bond that forbids members to cheat]{.construct #k-trust term="trust"}. There was trust.\n',
      'more.md':
        'By trust we mean [the readiness to help at no cost]{.construct #k-help term="trust"}. See [there](#k-help), [all of it]{.claim #c-a constructs=k-help evidence="@x"} [@x]. Trust again.\n',
    },
  ],
  'count-mismatch': [
    {
      'warrant.yaml': 'sources:\n  - {ids: i01..i24, kind: interview}\n',
      'paper.md':
        '---\nwarrant: true\n---\n\n# Method\n\nTwenty-six interviews were conducted for our study.\n',
    },
  ],
  'duplicate-key': [
    {
      'paper.md': '---\nwarrant: true\nbibliography: refs.bib\n---\n',
      'refs.bib':
        '@book{a, title = {A}}\n@book{a, title = {A}}\n@book{b,}\n@book{b, title = {B}}\n',
    },
  ],
  'evidence-outside-period': [
    {
      'warrant.yaml': 'sources:\n  - {id: minutes, kind: document}\n',
      'paper.md': `[A path]{.mechanism #m-path trigger="a tender" outcome="members" activities="questioning" scope="one site"}.
[Firms joined in numbers]{.step #s-join of=m-path n=1 period=2018 evidence=e-list}. [“A list of all.”]{.evidence #e-list source=minutes date=2018-02-01}
[Members questioned the rules]{.step #s-learn of=m-path n=2 period=2019-07/2020-02 evidence=e-list2}. [“Rule 7 struck by two.”]{.evidence #e-list2 source=minutes date=2019-08-01}
[“We all have come today.”]{.evidence #e-come source=minutes date=2018-01-22 supports=s-learn}
`,
    },
  ],
  'invalid-project': [
    {
      'paper.md':
        '---\nwarrant:\n  stages: draft\n  rules: {unsuported-finding: off}\n---\n\nText.\n',
    },
  ],
  'mechanism-without-steps': [
    {
      'paper.md':
        'We call it [incubation]{.mechanism #m-in trigger="a tender" outcome="trust" scope="sites" activities="visiting"}. It began when [crews came]{.step n=1 evidence="@m2019"} [@m2019].\n',
    },
  ],
  'near-miss': [
    {
      'paper.md': `[A grew]{.claim #c-a evidence=“@x”} and [B]{.claim #c-b evidence="@x, @y"}. [C] {.claim #c-c evidence="@x"}

::: claim #c-d evidence="@x"
D grew.
:::

[E]{.claim #c-e, evidence="@x"} [@x; @y]. [F].claim #c-f evidence="@x"}
`,
    },
  ],
  'no-rival': [
    {
      'paper.md':
        '[The members stayed out of conviction]{.claim #c-stay}: [seventeen firms kept coming]{.evidence supports=c-stay source="@x" tests="c-stay:hoop:pass"}. Or [they had nowhere else to sell]{.claim #c-captive evidence="@x"} [@x].\n',
    },
  ],
  'one-sided': [
    {
      'warrant.yaml':
        'sources:\n  - {id: head, kind: interview, party: buyer}\n  - {id: owner, kind: interview, party: supplier}\n',
      'paper.md':
        '---\nwarrant: true\n---\n\n[Supervision became lighter]{.claim #c-gov evidence="e-audit"}: ["We cut the audit."]{.evidence #e-audit source=head}\n',
    },
  ],
  'orphan-evidence': [
    {
      'paper.md':
        '[Trust grew]{.claim evidence="@x"} [@x]. The owner said: ["Nobody paid us to come."]{.evidence}\n',
    },
  ],
  'overused-evidence': [
    {
      'paper.md': `["All of it was said."]{.evidence #e-all source="@x"} [@x]
[A]{.claim #c-a evidence="e-all @x"} [B]{.claim #c-b evidence="@x e-all"} [C]{.claim #c-c evidence="e-all"} [D]{.claim #c-d evidence="e-all"} [E]{.claim #c-e evidence=e-all}
`,
    },
  ],
  'single-source-claim': [
    {
      'warrant.yaml':
        'rules: {single-source-claim: information}\nsources: [{id: owner, kind: interview}, {id: head, kind: interview}]\n',
      'paper.md':
        '---\nwarrant: true\n---\n\n[Trust grew]{.claim #c-a evidence=e-a}: ["We came."]{.evidence #e-a source=owner} ["They came."]{.evidence #e-b source=head supports=c-b} [They all came]{.claim #c-b evidence="e-a"}.\n',
    },
  ],
  'step-order': [
    {
      'paper.md': `[A path]{.mechanism #m-path trigger="a tender" outcome="members" activities="joining" scope="one site"}:
[firms joined]{.step of=m-path n=1 evidence="@x"}, [some left]{.step of=m-path n=2 evidence="@x"}, [others stayed]{.step of=m-path n=2 evidence="@x"} [@x].
`,
    },
  ],
  'thin-data-structure': [
    {
      'paper.md': `- [Gain]{.construct #k-gain tier=dimension def="reasons that lie in what one gets"}:
  [pay]{.construct #k-pay tier=theme parent=k-gain def="money and what it buys"},
  [career]{.construct tier=theme def="the way up in the firm"}
`,
    },
  ],
  'undefined-construct': [
    {
      'paper.md':
        'By [mild solidarity]{.construct #k-mild def="a bond that forbids members to cheat"} we mean more. [Solidarity]{.construct} grew.\n',
    },
  ],
  'unevidenced-mechanism': [
    {
      'paper.md':
        '[Incubation]{.mechanism #m-in status=evidenced trigger="a tender" outcome="trust" scope="sites" activities="visiting"}. An owner said: “Nobody paid us to come here.”\n',
    },
  ],
  'unknown-attribute': [
    {
      'paper.md': `[Trust grew]{.claim #c-a supports=e-a} ["Nobody paid us."]{.evidence #e-a source="@x"} [@x].
["We came."]{.evidence #e-b evidence=c-a source="@x"} [@x].
`,
    },
    {
      'paper.md':
        '[Trust grew]{.claim #c-a evidence="@x" supports=c-b} and so [all stayed]{.claim #c-b type=interpretation evidence="@x"} [@x].\n',
    },
  ],
  'unknown-id': [
    {
      'paper.md':
        '[Trust grew]{.claim #c-a evidence=e-owner-of-it}. The owner said: ["Nobody paid us."]{.evidence source="@x"} [@x]\n',
    },
  ],
  'unknown-value': [
    { 'paper.md': '[Trust grew]{.claim #c-a evidence="@x" status=perhaps} [@x].\n' },
  ],
  'unsupported-finding': [
    { 'paper.md': '[Trust grew]{.claim #c-a}. An owner said: “Nobody paid us to come here.”\n' },
    { 'paper.md': '[Trust grew]{.claim}. An owner said: “Nobody paid us to come here.”\n' },
    {
      'paper.md':
        '[Trust grew]{.claim}. The owner said: ["Nobody paid us."]{.evidence display=proof}\n',
    },
  ],
  'unused-construct': [
    {
      'paper.md':
        'By [calculative trust]{.construct #k-calc match=tagged def="the confidence that cheating would cost more"} we mean much.\n\nThen calculative trust prevailed.\n',
    },
  ],
  'wrong-kind': [
    {
      'paper.md': `[Trust grew]{.claim #c-a evidence="c-b @x" } and [bonus fell]{.claim #c-b evidence="@x"} [@x].
[Trust]{.construct #k-a parent=c-a def="what grows between all of us"} and [bonus]{.construct #k-b parent=c-b def="what all of us are paid"}.
`,
    },
  ],
};

/** What a fix may bring to light, for it was hidden by the fault: that a claim stood on nothing but a circle, say. */
const REVEALED: Readonly<Record<string, readonly string[]>> = {
  'circular-inference': ['unsupported-finding'],
  'duplicate-id': ['unsupported-finding'],
  'missing-bibliography': ['unknown-citation'],
  'two-kinds': ['orphan-evidence', 'evidence-without-source'],
  'unknown-id': ['unsupported-finding', 'orphan-evidence'],
};

const byId = (rule: string) => (finding: Finding) => finding.rule === rule;

/** The manuscripts on which a rule is tried: its bad example, and further ones. */
function manuscriptsOf({
  id,
  severity,
  documentation: { bad, config = '', files },
}: Rule): Files[] {
  const settings = severity === 'off' ? `rules: {${id}: information}\n` : '';
  const yaml = config + settings;
  const example = { ...files, 'paper.md': bad, ...(yaml ? { 'warrant.yaml': yaml } : {}) };
  return [example, ...(FURTHER[id] ?? [])].map((files) => ({ 'refs.bib': '', ...files }));
}

/** The project of such a manuscript, with what git tracks of it. */
function projectOf({ documentation: { tracked } }: Rule, files: Files) {
  return projectFrom({ ...files, ...(tracked ? { '.git/index': gitIndex(tracked) } : {}) });
}

/** What a fix makes of the findings: which serious ones are new, and whether there are fewer of its rule. */
async function effectOf(files: Files, before: readonly Finding[], rule: string, fix: Fix) {
  const after = findings(await projectFrom(apply(files, fix)));
  const serious = (list: readonly Finding[]) =>
    list.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const known = new Set(before.map(({ message }) => message));
  const added = serious(after).filter(
    (finding) => !known.has(finding.message) && REVEALED[rule]?.includes(finding.rule) !== true,
  );
  const [left, had] = [after, before].map((list) => list.filter(byId(rule)).length);
  return { added: added.map(({ rule: other, message }) => `${other}: ${message}`), left, had };
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the fixes of %s', (id, rule) => {
  test('mend what they say, and bring no fault with them', async () => {
    for (const files of manuscriptsOf(rule)) {
      const project = await projectFrom(files);
      const before = findings(project);
      for (const finding of before.filter(byId(id))) {
        for (const fix of fixesOf(finding, project)) {
          const { added, left, had } = await effectOf(files, before, id, fix);
          expect(added, `after “${fix.title}”`).toEqual([]);
          if (fix.suppresses === true || fix.unfinished === true) continue;
          expect(left, `after “${fix.title}”, of ${finding.message}`).toBeLessThan(had ?? 0);
        }
      }
    }
  });

  test('are there for everything that is reported, or else it is said why not', async () => {
    for (const files of manuscriptsOf(rule)) {
      const project = await projectOf(rule, files);
      const reported = findings(project).filter(byId(id));
      expect(reported, 'nothing to mend').not.toEqual([]);
      for (const finding of reported) {
        const fixes = fixesOf(finding, project).filter(({ suppresses }) => suppresses !== true);
        if (rule.documentation.byHand === undefined) {
          expect(fixes, `for “${finding.message}”`).not.toEqual([]);
        }
      }
    }
  });

  test('are at least one in some manuscript, but where nothing can be mended by a program', async () => {
    if (rule.fix === undefined && rule.documentation.byHand !== undefined) return;
    const titles: string[] = [];
    for (const files of manuscriptsOf(rule)) {
      const project = await projectFrom(files);
      for (const finding of findings(project).filter(byId(id))) {
        const fixes = fixesOf(finding, project).filter(({ suppresses }) => suppresses !== true);
        titles.push(...fixes.map(({ title }) => title));
      }
    }
    expect(titles).not.toEqual([]);
  });

  test('leave nothing to mend unasked where they were made unasked', async () => {
    for (const files of manuscriptsOf(rule)) {
      const project = await projectFrom(files);
      for (const finding of findings(project).filter(byId(id))) {
        for (const fix of fixesOf(finding, project).filter(({ safe }) => safe === true)) {
          const mended = apply(files, fix);
          const again = await projectFrom(mended);
          const same = findings(again).filter(
            ({ rule: other, message }) => other === id && message === finding.message,
          );
          expect(same, `after “${fix.title}”`).toEqual([]);
        }
      }
    }
  });
});
